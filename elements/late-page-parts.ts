import { ownTags } from './shared/own-tags.js';

const LOADERS = {
  'nex-captions': () => import('./nex-captions.js'),
  'nex-chat': () => import('./nex-chat.js'),
  'nex-participants': () => import('./nex-participants.js'),
  'nex-quality': () => import('./nex-quality.js'),
  'nex-settings': () => import('./nex-settings.js'),
};

/** Loads those that the page has in a layout of its own now, and what every call that stands shows. */
export async function loadPageParts(isConnected: boolean): Promise<void> {
  const isWanted = (tag: string): boolean => (tag === 'nex-quality' && isConnected) || document.querySelector(ownTags(tag)) !== null;
  const wanted = Object.entries(LOADERS).filter(([tag]) => !customElements.get(ownTags(tag)) && isWanted(tag));
  // The words for errors too: they are needed where nothing can be loaded any more.
  await Promise.all([...wanted.map(([, load]) => load()), isConnected && import('./shared/texts/en-errors.js')]);
}
