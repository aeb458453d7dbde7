import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fromRoot } from '../../scripts/from-root.mjs';
import { compare, readSmall, writeSmall } from './picture.mjs';
import { VisualStage } from './stage.mjs';

/** `factor`: by how much the pictures are made smaller before they are compared. */
const SIZES = [
  { width: 240, height: 180, factor: 2, pointer: 'mouse' },
  { width: 390, height: 844, factor: 4, pointer: 'finger' },
  { width: 820, height: 1180, factor: 4, pointer: 'finger' },
  { width: 1440, height: 900, factor: 4, pointer: 'mouse' },
];
const SCHEMES = ['light', 'dark'];
const STATES = [
  'lobby-untouched',
  'lobby',
  'lobby-denied',
  'joining',
  'alone',
  'two',
  'four',
  'nine',
  'screen-share',
  'weak',
  'reconnecting',
  'chat',
  'people',
  'settings',
  'quality',
  'more',
  'reactions',
  'keys',
  'ended',
  'failed',
  'room-full',
];
/** So many of the smaller picture's pixels may differ. */
const ALLOWED = 12;
const BASELINE = fromRoot('test/visual/baseline/');
/** What was seen instead. */
const SEEN = fromRoot('.cache/visual/');
const isUpdate = Boolean(process.env.UPDATE);
const only = process.env.ONLY;

/**
 * The interface looks as in the pictures that were kept. A change on purpose:
 * `UPDATE=1 node --test test/visual/*.test.mjs` keeps the new looks; `ONLY=chat` looks at states with that in the name.
 */
describe('the look of a call', () => {
  let stage;
  const changed = [];
  before(async () => {
    rmSync(SEEN, { recursive: true, force: true });
    mkdirSync(SEEN, { recursive: true });
    mkdirSync(BASELINE, { recursive: true });
    stage = await VisualStage.open();
  });
  after(async () => {
    await stage?.close();
    if (isUpdate) console.log(`${changed.length} pictures are new or changed.${changed.map((name) => `\n  ${name}`).join('')}`);
  });

  for (const state of STATES) {
    if (only && !state.includes(only)) continue;
    for (const { width, height, factor, pointer } of SIZES)
      it(`is as it was kept: ${state} at ${width} × ${height}`, async () => {
        await stage.show(state, { width, height, pointer });
        const wrong = [];
        for (const scheme of SCHEMES) {
          const name = `${state}-${width}-${scheme}`;
          const png = await stage.picture(scheme);
          const problem = check(name, png, factor);
          if (process.env.KEEP_LARGE) writeFileSync(`${SEEN}${name}.png`, png);
          if (problem && isUpdate) changed.push(name);
          else if (problem) wrong.push(problem);
        }
        assert.deepEqual(wrong, []);
      });
  }

  it('has a picture of each state and none besides', { skip: only !== undefined }, () => {
    const names = STATES.flatMap((state) => SIZES.flatMap(({ width }) => SCHEMES.map((scheme) => `${state}-${width}-${scheme}.png`)));
    if (isUpdate) for (const file of readdirSync(BASELINE)) if (!names.includes(file)) rmSync(BASELINE + file);
    assert.deepEqual(readdirSync(BASELINE).sort(), names.sort());
    assert.deepEqual([...stage.states].sort(), [...STATES].sort());
  });
});

/** What is wrong with the picture, in words; null when nothing is. */
function check(name, png, factor) {
  const small = readSmall(png, factor);
  const file = `${BASELINE}${name}.png`;
  const isKept = existsSync(file);
  const { pixels, difference } = isKept ? compare(small, readFileSync(file)) : { pixels: Infinity, difference: null };
  if (process.env.COUNT && pixels > 0) console.log(name, pixels);
  if (pixels <= ALLOWED) return null;
  if (isUpdate) {
    writeFileSync(file, writeSmall(small));
    return name;
  }
  writeFileSync(`${SEEN}${name}.png`, png);
  if (difference) writeFileSync(`${SEEN}${name}.difference.png`, difference);
  return `${name}: ${isKept ? `${pixels} pixels differ` : 'no picture was kept'}; see ${SEEN}${name}.png${difference ? ` and ${name}.difference.png` : ''}`;
}
