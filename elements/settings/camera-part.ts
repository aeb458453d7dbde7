import { html, nothing, type TemplateResult } from 'lit';
import { icons } from '../shared/icons.js';
import { checkField } from './check-field.js';
import { rangeField } from './range-field.js';
import type { SettingsContext } from './settings-part.js';

const FLIP = html`<svg
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width="2"
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
  focusable="false"
>
  <path d="M4 11a8 8 0 0 1 13.7-5.2L20 8M20 4v4h-4M20 13a8 8 0 0 1-13.7 5.2L4 16M4 20v-4h4" />
</svg>`;

/** The visitor's own picture, and what the camera in use can do. */
export function cameraPart({ call, state, text, run }: SettingsContext, onTurnOn: () => void): TemplateResult {
  const { cameraStream } = state.self;
  const features = state.cameraFeatures;
  const hasPicture = state.camera === 'on' && cameraStream !== null;
  return html`<div class="preview" part="preview">
      ${
        hasPicture
          ? html`<video
              class=${features?.facing === 'environment' ? '' : 'mirror'}
              playsinline
              autoplay
              aria-label=${text.t('settings.cameraPreview')}
              .srcObject=${cameraStream}
              .muted=${true}
            ></video>`
          : html`<p>${text.t(state.camera === 'pending' ? 'settings.cameraStarting' : 'settings.cameraOff')}</p>
              <button
                type="button"
                part="button"
                class="button"
                data-action="turn-on-camera"
                ?disabled=${!state.can.camera || state.camera === 'pending'}
                @click=${onTurnOn}
              >
                ${icons.camera}<span>${text.t('settings.turnOnCamera')}</span>
              </button>`
      }
    </div>
    ${
      hasPicture && state.can.flipCamera
        ? html`<button
            type="button"
            part="button"
            class="button"
            data-action="flip"
            @click=${() => {
              run(call.flipCamera());
            }}
          >
            ${FLIP}<span>${text.t('settings.flip')}</span>
          </button>`
        : nothing
    }
    ${
      hasPicture && features?.torch
        ? checkField(text.t('settings.torch'), features.torch.isOn, (isOn) => {
            run(call.setTorch(isOn));
          })
        : nothing
    }
    ${
      hasPicture && features?.zoom
        ? rangeField({
            ...features.zoom,
            name: text.t('settings.zoom'),
            words: text.t('settings.zoomValue', { value: Number(features.zoom.value.toFixed(1)) }),
            onChange: (value) => {
              run(call.setCameraZoom(value));
            },
          })
        : nothing
    }`;
}
