import { wrapElement } from './wrap-element.js';

/** `<nex-settings>`; the settings. */
export const NexSettings = /* @__PURE__ */ wrapElement('nex-settings', () => import('../../elements/nex-settings.js'), [
  'nex-panel-toggle',
  'nex-shortcuts-help',
]);
