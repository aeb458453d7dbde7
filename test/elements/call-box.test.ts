import { expect } from '@open-wc/testing';
import '../../elements/nex-call.js';

const CASES: Record<string, [string, string, number, number]> = {
  'as it comes': ['width: 800px', '', 800, 500],
  'a height': ['width: 800px', 'height: 300px', 800, 300],
  'a share of a height': ['width: 800px; height: 640px', 'height: 50%', 800, 320],
  'a least height': ['width: 800px', 'min-height: 700px', 800, 700],
  'a most height': ['width: 800px', 'max-height: 400px', 800, 400],
  'a shape': ['width: 800px', 'aspect-ratio: 4 / 3', 800, 600],
  'all of a box': ['width: 700px; height: 700px; position: relative', 'position: absolute; inset: 0', 700, 700],
  'what is left of a column': ['width: 700px; height: 700px; display: flex; flex-direction: column', 'flex: 1', 700, 700],
  'a stretched row': ['width: 700px; height: 300px; display: flex', '', 700, 300],
  'a cell of a grid': ['width: 700px; height: 300px; display: grid', '', 700, 300],
};

describe('The box of nex-call', () => {
  for (const [what, [outer, own, width, height]] of Object.entries(CASES))
    it(`takes ${what}`, async () => {
      const frame = document.createElement('div');
      frame.style.cssText = outer;
      const call = document.createElement('nex-call');
      call.style.cssText = own;
      frame.append(call);
      document.body.append(frame);
      await call.updateComplete;
      const host = call.getBoundingClientRect();
      const base = call.shadowRoot?.querySelector('[part~=base]')?.getBoundingClientRect();
      frame.remove();
      expect([host.width, host.height]).to.deep.equal([width, height]);
      expect([base?.width, base?.height]).to.deep.equal([width, height]);
    });
});
