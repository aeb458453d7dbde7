import { html, nothing, type TemplateResult } from 'lit';
import type { NexError } from '../../src/base/nex-error.js';
import type { CallState, MediaState } from '../../src/call/call.js';
import { icons } from '../shared/icons.js';
import type { Localizer } from '../shared/localize.js';

interface PreviewOptions {
  readonly state: Readonly<CallState>;
  readonly text: Localizer;
  readonly isUntouched: boolean;
  readonly onMicrophone: () => void;
  readonly onCamera: () => void;
  readonly onBoth: () => void;
}

/** The visitor's own picture with its two toggles, or why there is none. */
export function previewView(options: PreviewOptions): TemplateResult {
  const { state, text } = options;
  const hasPicture = state.camera === 'on' && state.self.cameraStream !== null;
  return html`<div class="preview" part="preview">
    ${
      // Not before there is one: Chromium reads a long style sheet of its own for the first video of a page.
      hasPicture
        ? html`<video
            part="video"
            muted
            playsinline
            autoplay
            aria-label=${text.t('lobby.previewLabel')}
            .srcObject=${state.self.cameraStream}
            .muted=${true}
          ></video>`
        : emptyPreview(options)
    }
    <div class="level" aria-hidden="true" ?hidden=${state.microphone !== 'on'}><span></span></div>
    <div class="toggles">
      ${toggle('microphone', state.microphone, state.can.microphone, text, options.onMicrophone)}
      ${state.options.isAudioOnly ? nothing : toggle('camera', state.camera, state.can.camera, text, options.onCamera)}
    </div>
  </div>`;
}

function toggle(
  kind: 'microphone' | 'camera',
  media: MediaState,
  isAllowed: boolean,
  text: Localizer,
  onClick: () => void,
): TemplateResult {
  const on = kind === 'microphone' ? icons.mic : icons.camera;
  const off = kind === 'microphone' ? icons.micOff : icons.cameraOff;
  return html`<button
    type="button"
    part="button"
    class="round toggle"
    data-media=${media}
    aria-pressed=${media === 'on' ? 'true' : 'false'}
    aria-busy=${media === 'pending' ? 'true' : 'false'}
    aria-label=${text.t(`lobby.${kind}Toggle`)}
    title=${text.t(`lobby.${kind}Toggle`)}
    ?disabled=${!isAllowed}
    @click=${onClick}
  >
    ${media === 'on' || media === 'pending' ? on : off}
    ${media === 'blocked' ? html`<span class="badge" aria-hidden="true">!</span>` : nothing}
  </button>`;
}

function emptyPreview({ state, text, isUntouched, onBoth }: PreviewOptions): TemplateResult {
  const error = state.mediaErrors.camera ?? state.mediaErrors.microphone;
  if (error) return trouble(error, text, onBoth);
  if (state.camera === 'pending') return html`<div class="hint"><p>${text.t('lobby.previewStarting')}</p></div>`;
  if (!isUntouched) return html`<div class="hint"><p>${text.t('lobby.previewOff')}</p></div>`;
  return html`<div class="hint">
    <p>${text.t('lobby.previewUnasked')}</p>
    <button type="button" part="button" class="button primary" data-action="turn-on" @click=${onBoth}>
      ${text.t(state.options.isAudioOnly ? 'lobby.turnOnMicrophone' : 'lobby.turnOn')}
    </button>
  </div>`;
}

function trouble(error: NexError, text: Localizer, onRetry: () => void): TemplateResult {
  return html`<div class="hint trouble" role="alert">
    ${icons.alert}
    <p>
      <strong>${text.errorTitle(error.code)}</strong>
      ${text.errorAdvice(error.code)}
    </p>
    <button type="button" part="button" class="button" data-action="retry" @click=${onRetry}>${text.t('call.retry')}</button>
  </div>`;
}
