import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import '../../elements/nex-call.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import { LatePanelFrame } from '../../elements/call/late-panel-frame.js';
import { NexPanelToggleEvent } from '../../elements/events/nex-panel-toggle-event.js';
import { Localizer } from '../../elements/shared/localize.js';
import { addTexts } from '../../elements/shared/text-store.js';
import { enLateCall } from '../../elements/shared/texts/en-late-call.js';
import { createFakeCall } from '../support/fake-call.js';

addTexts(enLateCall);

describe('panels that are loaded', () => {
  it('say that a panel could not be loaded, and try again', async () => {
    const host = await fixture<NexCall>(html`<nex-call .call=${createFakeCall({ status: 'lobby' })}></nex-call>`);
    let attempts = 0;
    const load = (): Promise<unknown> => {
      attempts += 1;
      return attempts === 1 ? Promise.reject(new Error('offline')) : Promise.resolve();
    };
    // A tag that nobody has defined here stands for one that is not there yet.
    const isDefined = customElements.get.bind(customElements);
    customElements.get = (name) => (name === 'nex-chat' ? undefined : isDefined(name));
    try {
      const frame = new LatePanelFrame({ host, text: new Localizer(host), load: { chat: load, participants: load, settings: load } });
      const drawn = async (): Promise<Element> => fixture(html`<div>${frame.render()}</div>`);
      frame.toggle(new NexPanelToggleEvent({ panel: 'chat' }));
      expect((await drawn()).querySelector('[role="status"]')).to.exist;
      await aTimeout(20);
      const failed = await drawn();
      expect(failed.querySelector('[role="alert"]')!.textContent).to.contain('could not be loaded');
      failed.querySelector<HTMLElement>('[data-action="retry"]')!.click();
      await aTimeout(20);
      expect(attempts).to.equal(2);
      expect((await drawn()).querySelector('nex-chat')).to.exist;
    } finally {
      delete (customElements as { get?: unknown }).get;
    }
  });
});
