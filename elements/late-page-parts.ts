const LOADERS = {
  'nex-captions': () => import('./nex-captions.js'),
  'nex-chat': () => import('./nex-chat.js'),
  'nex-participants': () => import('./nex-participants.js'),
  'nex-settings': () => import('./nex-settings.js'),
};

/** Loads the panels that the page has in a layout of its own now. */
export async function loadPageParts(): Promise<void> {
  const present = Object.entries(LOADERS).filter(([tag]) => !customElements.get(tag) && document.querySelector(tag) !== null);
  await Promise.all(present.map(([, load]) => load()));
}
