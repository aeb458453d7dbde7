import { html, nothing, type TemplateResult } from 'lit';
import { AUDIO_QUALITIES, VIDEO_QUALITIES } from '../../src/call/call-options.js';
import { SELF_VIEWS } from '../../src/call/call-words.js';
import { mediaChoices, type MediaChoices } from '../shared/media-choices.js';
import { checkField } from './check-field.js';
import { choiceField } from './choice-field.js';
import { selectField } from './select-field.js';
import type { SettingsContext } from './settings-part.js';

const VIDEO = {
  auto: 'settings.videoAuto',
  high: 'settings.videoHigh',
  medium: 'settings.videoMedium',
  low: 'settings.videoLow',
  off: 'settings.videoOff',
} as const;
const AUDIO = {
  auto: 'settings.audioAuto',
  maximum: 'settings.audioMaximum',
  high: 'settings.audioHigh',
  medium: 'settings.audioMedium',
  low: 'settings.audioLow',
  minimum: 'settings.audioMinimum',
} as const;
const SELF = { tile: 'settings.selfTile', floating: 'settings.selfFloating', hidden: 'settings.selfHidden' } as const;
/** Kilobits a second. */
const LIMITS = [200, 500, 1000, 2000, 4000] as const;

/** How much is sent, and where the own picture is shown. */
export function picturePart({ call, state, text, run }: SettingsContext): TemplateResult {
  const { videoQuality, audioQuality, bandwidthLimitKbps, isAudioOnly } = state.options;
  const keep = (choice: MediaChoices): void => {
    mediaChoices.set({ ...mediaChoices.value, ...choice });
  };
  return html`
    ${
      isAudioOnly
        ? nothing
        : selectField({
            name: text.t('settings.videoQuality'),
            choices: VIDEO_QUALITIES.map((value) => ({ value, label: text.t(VIDEO[value]) })),
            value: videoQuality,
            onChange: (value) => {
              keep({ videoQuality: value });
              run(call.setVideoQuality(value));
            },
          })
    }
    ${selectField({
      name: text.t('settings.audioQuality'),
      choices: AUDIO_QUALITIES.map((value) => ({ value, label: text.t(AUDIO[value]) })),
      value: audioQuality,
      onChange: (value) => {
        keep({ audioQuality: value });
        run(call.setAudioQuality(value));
      },
    })}
    <div>
      ${selectField({
        name: text.t('settings.limit'),
        choices: [
          { value: '', label: text.t('settings.noLimit') },
          ...limits(bandwidthLimitKbps).map((kbps) => ({ value: String(kbps), label: rate(kbps, text) })),
        ],
        value: bandwidthLimitKbps === null ? '' : String(bandwidthLimitKbps),
        onChange: (value) => {
          const kbps = value === '' ? null : Number(value);
          keep({ bandwidthLimitKbps: kbps });
          run(call.setBandwidthLimit(kbps));
        },
      })}
      <p class="hint">${text.t('settings.limitHint')}</p>
    </div>
    <div>
      ${checkField(text.t('settings.adaptive'), state.adaptation.isAdaptive, (isOn) => {
        keep({ isAdaptive: isOn });
        run(call.setAdaptive(isOn));
      })}
      <p class="hint">${text.t('settings.adaptiveHint')}</p>
    </div>
    ${
      isAudioOnly
        ? nothing
        : html`<div>
            ${checkField(text.t('settings.signing'), state.adaptation.isSigning, (isOn) => {
              keep({ isSigning: isOn });
              run(call.setSigning(isOn));
            })}
            <p class="hint">${text.t('settings.signingHint')}</p>
          </div>`
    }
    ${
      isAudioOnly
        ? nothing
        : choiceField({
            id: 'self-view',
            name: text.t('settings.selfView'),
            hint: text.t('settings.selfHint'),
            choices: SELF_VIEWS.map((value) => ({ value, label: text.t(SELF[value]) })),
            value: state.selfView,
            onChange: (value) => {
              keep({ selfView: value });
              run(call.setSelfView(value));
            },
          })
    }
  `;
}

/** The usual ones, and the one that the page has set. */
function limits(current: number | null): readonly number[] {
  const all = new Set<number>(LIMITS);
  if (current !== null) all.add(current);
  return [...all].sort((a, b) => a - b);
}

function rate(kbps: number, text: SettingsContext['text']): string {
  return kbps < 1000 ? text.t('quality.kbps', { value: kbps }) : text.t('quality.mbps', { value: Number((kbps / 1000).toFixed(1)) });
}
