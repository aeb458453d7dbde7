import { expect } from '@open-wc/testing';
import { REVOKE_AFTER_MS, saveFile } from '../../../elements/shared/save-file.js';
import { createFakeClock } from '../../support/fake-clock.js';

describe('saving a file', () => {
  it('hands it to the downloads under its name, and gives its address up afterwards', async () => {
    const { click } = HTMLAnchorElement.prototype;
    const clicked: { name: string; url: string }[] = [];
    HTMLAnchorElement.prototype.click = function () {
      clicked.push({ name: this.download, url: this.href });
    };
    const clock = createFakeClock();
    try {
      saveFile(new File(['{"a":1}'], 'a.json'), clock);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
    const { name = '', url = '' } = clicked[0] ?? {};
    expect(name).to.equal('a.json');
    clock.pass(REVOKE_AFTER_MS - 1);
    expect(await (await fetch(url)).text()).to.equal('{"a":1}');
    clock.pass(1);
    const refused = await fetch(url).then(
      () => false,
      () => true,
    );
    expect(refused).to.be.true;
  });
});
