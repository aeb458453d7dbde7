import { html, type TemplateResult } from 'lit';
import {
  CAPTION_BACKGROUNDS,
  CAPTION_COLORS,
  CAPTION_PLACES,
  CAPTION_SIZE,
  captionLook,
  USUAL_CAPTION_LOOK,
  type CaptionLook,
} from '../shared/caption-look.js';
import { styleOf } from '../shared/style-of.js';
import { choiceField } from './choice-field.js';
import { rangeField } from './range-field.js';
import type { SettingsContext } from './settings-part.js';

const PLACES = { bottom: 'settings.captionBottom', top: 'settings.captionTop' } as const;
const COLORS = {
  white: 'settings.captionWhite',
  yellow: 'settings.captionYellow',
  green: 'settings.captionGreen',
  blue: 'settings.captionBlue',
  black: 'settings.captionBlack',
} as const;
const BACKGROUNDS = { solid: 'settings.captionSolid', tinted: 'settings.captionTinted', outline: 'settings.captionOutline' } as const;

/** How captions look, with a sample that follows. */
export function captionsPart({ text }: SettingsContext): TemplateResult {
  const { size, place, color, background } = captionLook.value;
  const change = (part: Partial<CaptionLook>): void => {
    captionLook.set({ ...captionLook.value, ...part });
  };
  return html`
    <div class="sample" role="group" aria-label=${text.t('settings.captionSample')}>
      <div class="lines" data-color=${color} data-background=${background} style=${styleOf({ '--_caption-size': String(size / 100) })}>
        <p>
          <span class="speaker"><bdi>${text.t('settings.captionSampleName')}</bdi></span> ${text.t('settings.captionSampleText')}
        </p>
      </div>
    </div>
    ${rangeField({
      ...CAPTION_SIZE,
      name: text.t('settings.captionSize'),
      value: size,
      words: text.t('settings.captionSizeValue', { value: size }),
      onChange: (value) => {
        change({ size: value });
      },
    })}
    ${choiceField({
      id: 'caption-place',
      name: text.t('settings.captionPlace'),
      choices: CAPTION_PLACES.map((value) => ({ value, label: text.t(PLACES[value]) })),
      value: place,
      onChange: (value) => {
        change({ place: value });
      },
    })}
    ${choiceField({
      id: 'caption-color',
      name: text.t('settings.captionColor'),
      choices: CAPTION_COLORS.map((value) => ({ value, label: text.t(COLORS[value]), swatch: value })),
      value: color,
      onChange: (value) => {
        change({ color: value });
      },
    })}
    ${choiceField({
      id: 'caption-background',
      name: text.t('settings.captionBackground'),
      choices: CAPTION_BACKGROUNDS.map((value) => ({ value, label: text.t(BACKGROUNDS[value]) })),
      value: background,
      onChange: (value) => {
        change({ background: value });
      },
    })}
    <button
      type="button"
      part="button"
      class="button quiet"
      data-action="reset-captions"
      @click=${() => {
        captionLook.set(USUAL_CAPTION_LOOK);
      }}
    >
      ${text.t('settings.captionReset')}
    </button>
  `;
}
