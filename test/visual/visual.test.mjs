import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { compare, readSmall, writeSmall } from './picture.mjs';
import { SIZES } from './sizes.mjs';
import { VisualStage } from './stage.mjs';

const SCHEMES = ['light', 'dark'];
/** What is shown is boxes rather than lines of words, so that other letters change little. */
const BOXES = ['two', 'four', 'nine', 'screen-share', 'weak', 'reconnecting'];
const WORDS = [
  'lobby-untouched',
  'lobby',
  'lobby-denied',
  'joining',
  'alone',
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
const STATES = [...BOXES, ...WORDS];
const BASELINE = fromRoot('test/visual/baseline/');
/** By which letters the kept pictures were made; see `VisualStage`. */
const LETTERS = `${BASELINE}letters.txt`;
/** What was seen instead. */
const SEEN = fromRoot('.cache/visual/');
const isUpdate = Boolean(process.env.UPDATE);
const only = process.env.ONLY;

/**
 * The interface looks as in the pictures that were kept. A change on purpose:
 * `UPDATE=1 node --test test/visual/*.test.mjs` keeps the new looks; `ONLY=chat` looks at states with that in the name,
 * `KEEP_LARGE=1` leaves every picture in its size in `.cache/visual/`, `COUNT=1` says how many pixels differ.
 */
describe('the look of a call', () => {
  let stage;
  let way = 'fine';
  const changed = [];
  before(async () => {
    rmSync(SEEN, { recursive: true, force: true });
    mkdirSync(SEEN, { recursive: true });
    mkdirSync(BASELINE, { recursive: true });
    stage = await VisualStage.open();
    if (isUpdate && !only) writeFileSync(LETTERS, `${stage.letters}\n`);
    if (!isUpdate && stage.letters !== readFileSync(LETTERS, 'utf8').trim()) way = 'coarse';
  });
  after(async () => {
    await stage?.close();
    if (isUpdate) console.log(`${changed.length} pictures are new or changed.${changed.map((name) => `\n  ${name}`).join('')}`);
  });

  for (const state of STATES) {
    if (only && !state.includes(only)) continue;
    for (const { width, height, factor, pointer } of SIZES)
      it(`is as it was kept: ${state} at ${width} × ${height}`, async (test) => {
        if (way === 'coarse' && WORDS.includes(state)) return test.skip('this machine has other fonts than the one of the kept pictures');
        await stage.show(state, { width, height, pointer });
        const wrong = [];
        for (const scheme of SCHEMES) {
          const name = `${state}-${width}-${scheme}`;
          const png = await stage.picture(scheme);
          const problem = check({ name, png, factor, way });
          if (process.env.KEEP_LARGE) writeFileSync(`${SEEN}${name}.png`, png);
          if (problem && isUpdate) changed.push(name);
          else if (problem) wrong.push(problem);
        }
        assert.deepEqual(wrong, []);
      });
  }

  it('has a picture of each state and none besides', { skip: only !== undefined }, () => {
    const names = STATES.flatMap((state) => SIZES.flatMap(({ width }) => SCHEMES.map((scheme) => `${state}-${width}-${scheme}.png`)));
    if (isUpdate) for (const file of readdirSync(BASELINE)) if (file.endsWith('.png') && !names.includes(file)) rmSync(BASELINE + file);
    assert.deepEqual(readdirSync(BASELINE).sort(), [...names, 'letters.txt'].sort());
    assert.deepEqual([...stage.states].sort(), [...STATES].sort());
  });
});

/** What is wrong with the picture, in words; null when nothing is. */
function check({ name, png, factor, way }) {
  const small = readSmall(png, factor);
  const file = `${BASELINE}${name}.png`;
  const isKept = existsSync(file);
  const { pixels, allowed, difference } = isKept
    ? compare(small, readFileSync(file), way)
    : { pixels: Infinity, allowed: 0, difference: null };
  if (process.env.COUNT && pixels > 0) console.log(name, pixels, allowed);
  if (pixels <= allowed) return null;
  if (isUpdate) {
    writeFileSync(file, writeSmall(small));
    return name;
  }
  writeFileSync(`${SEEN}${name}.png`, png);
  if (difference) writeFileSync(`${SEEN}${name}.difference.png`, difference);
  const what = isKept ? `${pixels} pixels differ, and ${allowed} may` : 'no picture was kept';
  return `${name}: ${what}; see ${SEEN}${name}.png${difference ? ` and ${name}.difference.png` : ''}`;
}
