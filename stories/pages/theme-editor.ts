import { css, html, LitElement, type TemplateResult } from 'lit';
import type { NexCall } from '../../elements/call/nex-call.js';
import { four } from '../scenarios/four.js';
import { lobby } from '../scenarios/lobby.js';

interface Field {
  readonly token: string;
  readonly label: string;
  readonly kind: 'color' | 'range';
  readonly initial: string;
  readonly min?: number;
  readonly max?: number;
}

const FIELDS: readonly Field[] = [
  { token: '--nex-color-accent', label: 'Accent: your brand', kind: 'color', initial: '#2f5bd0' },
  { token: '--nex-color-surface', label: 'Surface', kind: 'color', initial: '#f9fafd' },
  { token: '--nex-color-surface-raised', label: 'Raised surface', kind: 'color', initial: '#ffffff' },
  { token: '--nex-color-text', label: 'Text', kind: 'color', initial: '#1a1f29' },
  { token: '--nex-color-speaking', label: 'Ring of who speaks', kind: 'color', initial: '#118e57' },
  { token: '--nex-radius', label: 'Corners', kind: 'range', initial: '12', min: 0, max: 32 },
  { token: '--nex-tile-radius', label: 'Corners of tiles', kind: 'range', initial: '12', min: 0, max: 32 },
  { token: '--nex-tile-gap', label: 'Gap between tiles', kind: 'range', initial: '8', min: 0, max: 32 },
  { token: '--nex-control-size', label: 'Size of main buttons', kind: 'range', initial: '48', min: 44, max: 64 },
];
const VIEWS = ['before the call', 'in the call'] as const;
const THEMES = ['auto', 'light', 'dark', 'contrast'] as const;

/** Changes the tokens of a call beside it, and prints what to paste into your site. Only what you changed is printed. */
export class ThemeEditor extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      grid-template-columns: minmax(14rem, 18rem) minmax(0, 1fr);
      gap: 1.5rem;
      max-inline-size: 80rem;
      margin: 1rem auto;
      padding-inline: 1rem;
      font:
        0.9375rem/1.5 system-ui,
        sans-serif;
      color: CanvasText;
    }
    form,
    output {
      display: grid;
      gap: 0.5rem;
      align-content: start;
    }
    label {
      display: flex;
      justify-content: space-between;
      align-items: center;
      gap: 1rem;
      min-block-size: 2.25rem;
    }
    input,
    select,
    button {
      font: inherit;
      min-block-size: 1.75rem;
    }
    input {
      inline-size: 6rem;
    }
    button {
      min-block-size: 2.75rem;
    }
    pre {
      margin: 0;
      padding: 1rem;
      overflow: auto;
      border: 1px solid;
      border-radius: 0.5rem;
      font: 0.875rem/1.5 ui-monospace, monospace;
    }
    nex-call {
      aspect-ratio: 16 / 10;
      block-size: auto;
    }
    @media (max-width: 45rem) {
      :host {
        grid-template-columns: minmax(0, 1fr);
      }
    }
  `;

  // Not by decorators: Storybook compiles them in the library only.
  static override properties = { view: { state: true }, theme: { state: true }, changed: { state: true } };

  declare private view: (typeof VIEWS)[number];
  declare private theme: (typeof THEMES)[number];
  declare private changed: ReadonlyMap<string, string>;
  readonly #calls = { 'before the call': lobby(), 'in the call': four() };

  constructor() {
    super();
    this.view = 'before the call';
    this.#onReset();
  }

  readonly #onInput = (event: Event): void => {
    const { name, value } = event.target as HTMLInputElement;
    const field = FIELDS.find(({ token }) => token === name);
    if (field) this.changed = new Map(this.changed).set(name, field.kind === 'range' ? `${value}px` : value);
    else if (name === 'view') this.view = VIEWS.find((view) => view === value) ?? this.view;
    else this.theme = THEMES.find((theme) => theme === value) ?? 'auto';
  };

  readonly #onReset = (): void => {
    this.changed = new Map();
    this.theme = 'auto';
  };

  /** What to paste, as the page would have it. */
  get #code(): string {
    const theme = this.theme === 'auto' ? '' : ` theme="${this.theme}"`;
    const lines = [...this.changed].map(([token, value]) => `  ${token}: ${value};`);
    const rules = lines.length === 0 ? '/* Nothing is changed yet. */' : `nex-call {\n${lines.join('\n')}\n}`;
    return `${rules}\n\n<nex-call room="team-standup"${theme}></nex-call>`;
  }

  override updated(): void {
    const call = this.renderRoot.querySelector<NexCall>('nex-call');
    for (const { token } of FIELDS) call?.style.setProperty(token, this.changed.get(token) ?? '');
  }

  override render(): TemplateResult {
    return html`<form @input=${this.#onInput} @reset=${this.#onReset}>
        <label
          >Shown
          <select name="view">
            ${VIEWS.map((view) => html`<option>${view}</option>`)}
          </select>
        </label>
        <label
          >Theme
          <select name="theme">
            ${THEMES.map((theme) => html`<option>${theme}</option>`)}
          </select>
        </label>
        ${FIELDS.map(
          ({ token, label, kind, initial, min, max }) =>
            html`<label>${label}<input type=${kind} name=${token} min=${min ?? 0} max=${max ?? 0} value=${initial} /></label>`,
        )}
        <button type="reset">Start over</button>
      </form>
      <output>
        <nex-call room="team-standup" theme=${this.theme} .call=${this.#calls[this.view]}></nex-call>
        <pre tabindex="0" aria-label="Code to paste">${this.#code}</pre>
      </output>`;
  }
}
