import { expect, fixture, html, aTimeout } from '@open-wc/testing';
import { html as template, type TemplateResult } from 'lit';
import { ContextProvider } from '@lit/context';
import { LitElement } from 'lit';
import { callContext } from '../../src/context/call-context.js';
import type { Call } from '../../src/call/call.js';
import { NexElement } from '../../elements/shared/nex-element.js';
import { createFakeCall } from '../support/fake-call.js';

class TestReader extends NexElement {
  renders = 0;
  readonly room = this.select((state) => state.room);
  override render(): TemplateResult {
    this.renders += 1;
    return template`${this.room.value ?? 'none'}`;
  }
}
class TestProvider extends LitElement {
  readonly provider = new ContextProvider(this, { context: callContext, initialValue: null as Call | null });
  override createRenderRoot(): HTMLElement {
    return this;
  }
}
customElements.define('test-reader', TestReader);
const seen = (el: Element): string => el.shadowRoot!.textContent;

describe('finding a call', () => {
  it('works where the reader is upgraded before its provider', async () => {
    const box = await fixture<HTMLElement>(html`<test-provider id="late"><test-reader></test-reader></test-provider>`);
    const reader = box.querySelector<TestReader>('test-reader')!;
    const outside = await fixture<TestReader>(html`<test-reader for="late"></test-reader>`);
    expect(seen(reader)).to.equal('none');
    customElements.define('test-provider', TestProvider);
    (box as TestProvider).provider.setValue(createFakeCall({ room: 'garden' }));
    await aTimeout(0);
    expect(seen(reader)).to.equal('garden');
    expect(seen(outside)).to.equal('garden');
  });

  it('prefers the property over the surroundings', async () => {
    const box = await fixture<TestProvider>(html`<test-provider><test-reader></test-reader></test-provider>`);
    box.provider.setValue(createFakeCall({ room: 'garden' }));
    const reader = box.querySelector<TestReader>('test-reader')!;
    reader.call = createFakeCall({ room: 'kitchen' });
    await reader.updateComplete;
    expect(seen(reader)).to.equal('kitchen');
    reader.call = null;
    await reader.updateComplete;
    expect(seen(reader)).to.equal('garden');
  });

  it('renders only when the selected value changed', async () => {
    const call = createFakeCall({ room: 'garden' });
    const reader = await fixture<TestReader>(html`<test-reader .call=${call}></test-reader>`);
    const before = reader.renders;
    call.patch({ speakerId: 'somebody' });
    await aTimeout(0);
    expect(reader.renders).to.equal(before);
    call.patch({ room: 'kitchen' });
    await aTimeout(0);
    expect(reader.renders).to.equal(before + 1);
  });

  it('holds nothing of the call when removed, and finds it again when moved', async () => {
    const call = createFakeCall({ room: 'garden' });
    const reader = await fixture<TestReader>(html`<test-reader .call=${call}></test-reader>`);
    const place = reader.parentElement!;
    reader.remove();
    expect(call.listenerCount).to.equal(0);
    place.append(reader);
    await reader.updateComplete;
    expect(seen(reader)).to.equal('garden');
  });
});
