import { wrapElement } from './wrap-element.js';

/** `<nex-controls>`; the toolbar. */
export const NexControls = /* @__PURE__ */ wrapElement('nex-controls', () => import('../../elements/nex-controls.js'), [
  'nex-panel-toggle',
]);
