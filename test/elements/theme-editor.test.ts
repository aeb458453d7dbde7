import { expect, fixture, html } from '@open-wc/testing';
import '../../elements/nex-call.js';
import { define } from '../../elements/shared/define.js';
import { ThemeEditor } from '../../stories/pages/theme-editor.js';

define('theme-editor', ThemeEditor);

describe('the theme editor of the documentation', () => {
  it('shows the call as changed, prints what to paste and nothing else, and starts over', async () => {
    const el = await fixture<ThemeEditor>(html`<theme-editor></theme-editor>`);
    const code = (): string => el.shadowRoot!.querySelector('pre')!.textContent;
    const call = el.shadowRoot!.querySelector('nex-call')!;
    expect(code()).to.equal('/* Nothing is changed yet. */\n\n<nex-call room="team-standup"></nex-call>');
    const type = async (name: string, value: string): Promise<void> => {
      const field = el.shadowRoot!.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`)!;
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      await el.updateComplete;
    };
    await type('--nex-color-accent', '#ff5ca8');
    await type('--nex-radius', '4');
    await type('theme', 'dark');
    expect(code()).to.equal(
      'nex-call {\n  --nex-color-accent: #ff5ca8;\n  --nex-radius: 4px;\n}\n\n<nex-call room="team-standup" theme="dark"></nex-call>',
    );
    expect([call.style.getPropertyValue('--nex-color-accent'), call.theme]).to.deep.equal(['#ff5ca8', 'dark']);
    el.shadowRoot!.querySelector('form')!.reset();
    await el.updateComplete;
    expect(code()).to.contain('Nothing is changed');
    expect(call.style.getPropertyValue('--nex-color-accent')).to.equal('');
  });
});
