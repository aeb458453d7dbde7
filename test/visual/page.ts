import '../../elements/all.js';
import type { NexCall } from '../../elements/call/nex-call.js';
import type { FakeCall } from '../support/fake-call.js';
import { giveFrames } from './still-stream.js';
import { VISUAL_STATES, type VisualState } from './states.js';

const PATIENCE_MS = 8000;
const PAUSE_MS = 40;
/** So many looks in a row, with a pause between, see the same. */
const SAME_LOOKS = 3;
const HAVE_CURRENT_DATA = 2;

let element: NexCall | null = null;
let call: FakeCall | null = null;

/** Shows the call of a state at the size that the window has, and answers when nothing in it moves any more. */
async function show(name: string): Promise<void> {
  call = stateOf(name).scenario();
  element = document.createElement('nex-call');
  element.room = 'team-standup';
  element.call = call;
  document.querySelector('main')?.replaceChildren(element);
  await settle();
}

/** Whether the visitor does something then. */
function isMore(name: string): boolean {
  const { press, then } = stateOf(name);
  return press !== undefined || then !== undefined;
}

async function showMore(name: string): Promise<void> {
  const { press, then } = stateOf(name);
  if (!call || !element) throw new Error('Nothing is shown.');
  if (press) {
    const found = press.map(button).find((candidate) => candidate !== undefined);
    if (!found) throw new Error(`No button is named ${press.join(' or ')}.`);
    found.click();
  }
  then?.(call, element);
  await settle();
}

function stateOf(name: string): VisualState {
  const state = VISUAL_STATES[name];
  if (!state) throw new Error(`No state is named ${name}.`);
  return state;
}

/** One of the toolbar and its menus. */
function button(label: string): HTMLElement | undefined {
  const toolbar = everything().find(({ localName }) => localName === 'nex-controls')?.shadowRoot;
  return everything(toolbar ?? undefined).find((candidate) => {
    const name = candidate.getAttribute('aria-label') ?? candidate.textContent.trim();
    return candidate.matches('button, [role^="menuitem"]') && name.startsWith(label) && candidate.getClientRects().length > 0;
  });
}

/** Late parts and pictures are there, and every box stays where it is. */
async function settle(sameLooks = SAME_LOOKS): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  let before = '';
  let same = 0;
  while (same < sameLooks) {
    if (performance.now() > end) throw new Error('It does not come to rest.');
    giveFrames();
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    await new Promise(requestAnimationFrame);
    const now = look();
    same = now === before && arePicturesThere() ? same + 1 : 0;
    before = now;
  }
}

/** How wide some words are, in pixels: other letters, other widths. */
function letters(): string {
  const words = ['Hamburgefonstiv 0123', 'مكتب الاستقبال', '👍❤️🎉'];
  const paint = document.createElement('canvas').getContext('2d');
  if (!paint) throw new Error('no 2D canvas');
  return ['400', '600']
    .flatMap((weight) => {
      paint.font = `${weight} 64px ${getComputedStyle(document.body).fontFamily}`;
      return words.map((word) => Math.round(paint.measureText(word).width));
    })
    .join(' ');
}

const extra = new CSSStyleSheet();

/** Adds rules to the toolbar that is shown, in place of those added before. */
function changeToolbar(css: string): void {
  extra.replaceSync(css);
  const root = everything().find(({ localName }) => localName === 'nex-controls')?.shadowRoot;
  if (root && !root.adoptedStyleSheets.includes(extra)) root.adoptedStyleSheets.push(extra);
}

function arePicturesThere(): boolean {
  return everything().every(
    (element) => !(element instanceof HTMLVideoElement) || !element.srcObject || element.readyState >= HAVE_CURRENT_DATA,
  );
}

function look(): string {
  return everything()
    .map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const words = element.childElementCount === 0 ? element.textContent : '';
      return `${element.localName} ${x} ${y} ${width} ${height} ${words}`;
    })
    .join('\n');
}

/** Every element, in shadow roots too. */
function everything(root: ParentNode = document.body): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => [
    element,
    ...(element.shadowRoot ? everything(element.shadowRoot) : []),
  ]);
}

Object.assign(globalThis, { show, isMore, showMore, settle, letters, changeToolbar, visualStates: Object.keys(VISUAL_STATES) });
