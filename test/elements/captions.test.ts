import { expect, fixture, html, nextFrame } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../elements/nex-captions.js';
import type { NexCaptions } from '../../elements/captions/nex-captions.js';
import { captionLook, USUAL_CAPTION_LOOK } from '../../elements/shared/caption-look.js';

const line = (id: number, text = `Sentence ${id}`, isFinal = true): NexCaptions['lines'][number] => ({
  id: String(id),
  speaker: 'Reception',
  text,
  isFinal,
});
const many = (count: number): NexCaptions['lines'] => Array.from({ length: count }, (_, index) => line(index + 1));

async function show(lines: NexCaptions['lines'], width = 640): Promise<NexCaptions> {
  const holder = await fixture<HTMLElement>(
    html`<main style="inline-size: ${width}px"><nex-captions .lines=${lines}></nex-captions></main>`,
  );
  return holder.querySelector('nex-captions')!;
}
const find = (element: NexCaptions, selector: string): HTMLElement => element.shadowRoot!.querySelector<HTMLElement>(selector)!;
const shown = (element: NexCaptions, part: string): string[] =>
  [...find(element, part).querySelectorAll('p')].map((each) => each.textContent.trim().replace(/\s+/g, ' '));

describe('<nex-captions>', () => {
  beforeEach(() => {
    captionLook.set(USUAL_CAPTION_LOOK);
  });
  after(() => {
    captionLook.set(USUAL_CAPTION_LOOK);
    localStorage.clear();
  });

  it('takes no room while nothing was said', async () => {
    const element = await show([line(1, '  ')]);
    expect(element.getBoundingClientRect().height).to.equal(0);
    expect(element.shadowRoot!.querySelector('*')).to.equal(null);
  });

  it('shows the latest three with their speakers', async () => {
    const element = await show(many(5));
    expect(shown(element, '.window')).to.deep.equal(['Reception Sentence 3', 'Reception Sentence 4', 'Reception Sentence 5']);
    expect(find(element, '.window bdi').textContent).to.equal('Reception');
    await expect(element).to.be.accessible();
  });

  it('names a guest who has no name', async () => {
    const element = await show([{ ...line(1), speaker: '' }]);
    expect(shown(element, '.window')).to.deep.equal(['Guest Sentence 1']);
  });

  for (const { size, width } of [
    { size: 100, width: 640 },
    { size: 300, width: 640 },
    { size: 300, width: 240 },
  ])
    it(`is never more than three lines high: ${size} %, ${width} px`, async () => {
      captionLook.set({ ...USUAL_CAPTION_LOOK, size });
      const element = await show([line(1, 'word '.repeat(80)), line(2, 'the very end')], width);
      const box = find(element, '.window');
      const lineHeight = parseFloat(getComputedStyle(box).lineHeight);
      expect(box.getBoundingClientRect().height).to.be.at.most(3 * lineHeight + 1);
      const last = box.querySelector('p:last-child')!.getBoundingClientRect();
      const said = box.querySelector('p:last-child .said bdi')!.getBoundingClientRect();
      expect(said.bottom, 'the end of the sentence is in sight').to.be.at.most(box.getBoundingClientRect().bottom + 1);
      expect(last.bottom, 'the newest words are in sight').to.be.closeTo(box.getBoundingClientRect().bottom, 1);
      expect(element.scrollWidth).to.be.at.most(element.clientWidth);
    });

  for (const width of [240, 900])
    it(`names the speaker of a sentence that is too long, ${width} px`, async () => {
      const element = await show([line(1, 'word '.repeat(120))], width);
      const box = find(element, '.window').getBoundingClientRect();
      const speaker = find(element, '.window .speaker').getBoundingClientRect();
      expect(speaker.top).to.be.at.least(box.top - 1);
      expect(speaker.bottom).to.be.at.most(box.bottom + 1);
    });

  it('leaves out what does not fit whole, rather than show words without their speaker', async () => {
    captionLook.set({ ...USUAL_CAPTION_LOOK, size: 200 });
    const element = await show(
      [line(1, 'the first of them'), line(2, 'two lines at least '.repeat(2)), line(3, 'another two lines '.repeat(2))],
      480,
    );
    const visible = [...find(element, '.window').querySelectorAll('p')].filter((each) => each.checkVisibility());
    expect(visible.map((each) => each.textContent.trim().slice(-15))).to.deep.equal(['other two lines'.slice(-15)]);
  });

  it('replaces words that were understood better, and adds new ones', async () => {
    const element = await show([]);
    element.add(line(1, 'I scream', false));
    element.add(line(1, 'Ice cream'));
    element.add(line(2, 'please'));
    await element.updateComplete;
    expect(shown(element, '.window')).to.deep.equal(['Reception Ice cream', 'Reception please']);
  });

  it('keeps a bounded log', async () => {
    const element = await show([]);
    for (let id = 1; id <= 520; id += 1) element.add(line(id));
    expect(element.lines.length).to.equal(500);
  });

  it('opens a log by keyboard that can be scrolled and says nothing by itself', async () => {
    const element = await show(many(60));
    expect(element.shadowRoot!.querySelector('[aria-live]:not([aria-live="off"]), [role="status"], [role="alert"]')).to.equal(null);
    find(element, 'button').focus();
    await sendKeys({ press: 'Enter' });
    await element.updateComplete;
    const log = find(element, '[role="log"]');
    expect(log.getAttribute('aria-live')).to.equal('off');
    expect(shown(element, '.log').length).to.equal(60);
    expect(log.tabIndex).to.equal(0);
    expect(log.scrollHeight).to.be.above(log.clientHeight);
    expect(log.scrollTop + log.clientHeight, 'begins at the newest').to.be.closeTo(log.scrollHeight, 1);
    await expect(element).to.be.accessible();
    expect(find(element, 'button').getAttribute('aria-expanded')).to.equal('true');
  });

  it('leaves the log where a reader has scrolled to', async () => {
    const element = await show(many(60));
    element.open = true;
    await element.updateComplete;
    const log = find(element, '.log');
    log.scrollTop = 40;
    element.add(line(61));
    await element.updateComplete;
    expect(log.scrollTop).to.equal(40);
  });

  it('follows the look that the visitor chooses', async () => {
    const element = await show(many(1));
    captionLook.set({ size: 200, place: 'top', color: 'black', background: 'solid' });
    await element.updateComplete;
    const lines = find(element, '.lines');
    expect({ ...lines.dataset }).to.deep.equal({ color: 'black', background: 'solid' });
    expect(element.getAttribute('place')).to.equal('top');
    expect(parseFloat(getComputedStyle(lines).fontSize)).to.equal(36);
    await expect(element).to.be.accessible();
    element.remove();
    captionLook.set(USUAL_CAPTION_LOOK);
    await nextFrame();
    expect(element.getAttribute('place'), 'listens no longer').to.equal('top');
  });
});
