import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { compare, readSmall, writeSmall } from './picture.mjs';
import { SIZES } from './sizes.mjs';
import { VisualStage } from './stage.mjs';

/** How the toolbar is changed, and with which letters that is seen. */
const CHANGES = [
  { name: 'a toolbar that moved by 24 px', ways: ['fine', 'coarse'], css: ':host { translate: 0 -24px }' },
  { name: 'a toolbar that is gone', ways: ['fine', 'coarse'], css: ':host { visibility: hidden }' },
  { name: 'a missing button', ways: ['fine'], css: '.split:first-of-type > .round { visibility: hidden }' },
  { name: 'a button of another colour', ways: ['fine'], css: '.leave { background: green !important }' },
  { name: 'a menu button that is gone and moves the others', ways: ['fine'], css: '.tools > :last-child { display: none }' },
];

/** That the tests of the pictures can fail, and do not fail without a cause. */
describe('the comparison of pictures', () => {
  let stage;
  const look = async ({ factor }, colorScheme) => readSmall(await stage.picture(colorScheme), factor);
  before(async () => {
    stage = await VisualStage.open();
  });
  after(() => stage?.close());

  for (const size of SIZES)
    it(`sees the same in a second look, and every change: ${size.width} × ${size.height}`, async () => {
      for (const scheme of ['light', 'dark']) {
        await stage.show('four', size);
        const kept = writeSmall(await look(size, scheme));
        await stage.show('joining', size);
        await stage.show('four', size);
        assert.equal(compare(await look(size, scheme), kept).pixels, 0, `second look, ${scheme}`);
        for (const { name, ways, css } of CHANGES) {
          await stage.changeToolbar(css);
          const seen = await look(size, scheme);
          await stage.changeToolbar('');
          for (const way of ways) {
            const { pixels, allowed } = compare(seen, kept, way);
            if (process.env.COUNT) console.log(size.width, scheme, way, name, pixels, allowed);
            assert.ok(pixels > allowed, `${name}, ${scheme}, ${way}: ${pixels} pixels differ, ${allowed} may`);
          }
        }
      }
    });

  it('takes a picture of another size for another picture', async () => {
    await stage.show('joining', SIZES[0]);
    const kept = writeSmall(await look(SIZES[0], 'light'));
    await stage.show('joining', { ...SIZES[0], width: 260 });
    assert.equal(compare(await look(SIZES[0], 'light'), kept).pixels, Infinity);
  });
});
