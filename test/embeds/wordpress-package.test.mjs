import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { moOf, potOf, readPo, readTexts } from '../../scripts/build/wordpress/texts.mjs';
import { zipOf } from '../../scripts/build/wordpress/zip.mjs';

const SOURCE = fromRoot('embeds/wordpress');
const { version } = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));

/** The files of an archive, by its directory; a reader of our own, so that no other program is needed. */
function filesOf(zip) {
  const files = new Map();
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    files.set(name, inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(at + 20))));
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}

test('the archive has everything that the plugin serves, and nothing that it does not need', () => {
  const files = filesOf(readFileSync(fromRoot('dist/wordpress/nexrtc.zip')));
  const names = [...files.keys()];
  assert.deepEqual(
    names.filter((name) => !name.startsWith('nexrtc/') || /\.map$|\.\.|\\|README\.md|tsconfig/.test(name)),
    [],
  );
  for (const name of [
    'nexrtc.php',
    'uninstall.php',
    'readme.txt',
    'license.txt',
    'block/block.json',
    'assets/nexrtc.js',
    'languages/nexrtc.pot',
  ])
    assert.ok(files.has(`nexrtc/${name}`), name);
  const chunks = readdirSync(fromRoot('dist/cdn/chunks')).filter((name) => name.endsWith('.js'));
  assert.deepEqual(
    chunks.filter((name) => !files.get(`nexrtc/assets/chunks/${name}`)?.equals(readFileSync(fromRoot(`dist/cdn/chunks/${name}`)))),
    [],
  );
  for (const name of names.filter((one) => one.endsWith('.php')))
    assert.match(
      files.get(name).toString(),
      /defined\( '(?:ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;/,
      `${name} does nothing when it is opened by its address`,
    );
});

test('the plugin says the version of the package wherever it says one', () => {
  const main = readFileSync(join(SOURCE, 'nexrtc.php'), 'utf8');
  const readme = readFileSync(join(SOURCE, 'readme.txt'), 'utf8');
  const said = [
    /Version: +([\d.]+)\n/.exec(main)?.[1],
    /'NEXRTC_VERSION', '([^']+)'/.exec(main)?.[1],
    /Stable tag: (.+)/.exec(readme)?.[1],
  ];
  assert.deepEqual(said, [version, version, version]);
});

test('each language has each text, with the same places in it', () => {
  const texts = [...readTexts(SOURCE).keys()];
  assert.ok(texts.length > 40, `${texts.length} texts`);
  const files = readdirSync(join(SOURCE, 'languages'));
  assert.deepEqual(files.map((file) => /-(.._..)\.po$/.exec(file)?.[1]).sort(), ['de_DE', 'es_ES', 'fr_FR']);
  for (const file of files) {
    const translations = readPo(readFileSync(join(SOURCE, 'languages', file), 'utf8'));
    assert.deepEqual([...translations.keys()].filter((text) => text !== '').sort(), [...texts].sort(), file);
    for (const [text, translation] of translations) {
      assert.notEqual(translation, '', `${file}: ${text}`);
      for (const place of ['%s', '[nex_call room="…"]'])
        assert.equal(translation.includes(place), text.includes(place), `${file}: ${text}`);
    }
  }
});

test('every text of the code is one that is found, and belongs to this plugin', () => {
  const code = readdirSync(SOURCE, { recursive: true })
    .filter((file) => file.endsWith('.php'))
    .map((file) => readFileSync(join(SOURCE, file), 'utf8'))
    .join('\n');
  const calls = [...code.matchAll(/(?<![\w>])(?:__|_e|_x|_n|esc_html__|esc_html_e|esc_attr__|esc_attr_e)\(/g)].length;
  const found = [...code.matchAll(/(?<![\w>])(?:__|esc_html__|esc_html_e|esc_attr__)\(\s*'(?:[^'\\]|\\.)*',\s*'nexrtc'\s*\)/g)].length;
  assert.equal(found, calls);
});

test('a template is read as it was written, and a translation as gettext defines it', () => {
  const text = 'A "quoted" \\ text\nin two lines';
  assert.deepEqual([...readPo(potOf(new Map([[text, ['a.php']]]), '1')).keys()], ['', text]);
  const mo = moOf(
    new Map([
      ['b', 'zwei'],
      ['', 'head'],
      ['a', 'eins'],
      ['c', ''],
    ]),
  );
  const [magic, , count, originals, translated, hashSize, hashAt] = Array.from({ length: 7 }, (_, index) => mo.readUInt32LE(index * 4));
  assert.deepEqual([magic, count, originals, translated, hashSize, hashAt], [0x950412de, 3, 28, 52, 0, 76]);
  const read = (table) =>
    Array.from({ length: count }, (_, index) => {
      const [length, at] = [mo.readUInt32LE(table + index * 8), mo.readUInt32LE(table + index * 8 + 4)];
      assert.equal(mo[at + length], 0);
      return mo.toString('utf8', at, at + length);
    });
  assert.deepEqual(
    [read(originals), read(translated)],
    [
      ['', 'a', 'b'],
      ['head', 'eins', 'zwei'],
    ],
  );
});

test('an archive is the same for the same files, and other programs read it', (context) => {
  const files = new Map([
    ['a/one.txt', Buffer.from('one '.repeat(1_000))],
    ['a/ünï.txt', Buffer.alloc(0)],
  ]);
  const zip = zipOf(files);
  assert.deepEqual(zip, zipOf(files));
  assert.deepEqual(filesOf(zip), files);
  const folder = mkdtempSync(join(tmpdir(), 'nexrtc-zip-'));
  try {
    writeFileSync(join(folder, 'a.zip'), zip);
    const code = 'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip(), z.namelist())';
    assert.equal(
      execFileSync('python3', ['-c', code, join(folder, 'a.zip')], { encoding: 'utf8' }).trim(),
      "None ['a/one.txt', 'a/ünï.txt']",
    );
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    context.diagnostic('Python is not here, so that no other program has read it');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
