import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const CALL = /(?:__|esc_html__|esc_html_e|esc_attr__)\(\s*'((?:[^'\\]|\\.)*)',\s*'nexrtc'\s*\)/g;
const HEADER = /^ \* (?:Plugin Name|Description): +(.+)$/gm;
const MO_MAGIC = 0x950412de;

const quote = (text) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')}"`;
const unquote = (text) => text.replace(/\\(.)/g, (_, sign) => (sign === 'n' ? '\n' : sign));

/** Every text of the plugin in `folder`, once, with the files that use it. */
export function readTexts(folder) {
  const texts = new Map();
  const files = readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.php'));
  for (const file of files.sort()) {
    const code = readFileSync(join(folder, file), 'utf8');
    const found = [...code.matchAll(CALL), ...(file === 'nexrtc.php' ? code.matchAll(HEADER) : [])];
    for (const [, text] of found) texts.set(text.replace(/\\(['\\])/g, '$1'), [...(texts.get(text) ?? []), file]);
  }
  return texts;
}

/** The template that translators begin with. */
export function potOf(texts, version) {
  const head = [
    'msgid ""',
    'msgstr ""',
    `"Project-Id-Version: NexRTC ${version}\\n"`,
    '"MIME-Version: 1.0\\n"',
    '"Content-Type: text/plain; charset=UTF-8\\n"',
    '"Content-Transfer-Encoding: 8bit\\n"',
    '"X-Domain: nexrtc\\n"',
  ].join('\n');
  const entries = [...texts].map(([text, files]) => `#: ${[...new Set(files)].join(' ')}\nmsgid ${quote(text)}\nmsgstr ""`);
  return `${[head, ...entries].join('\n\n')}\n`;
}

/** A translation by its text; the header is that of the empty text. One line a string, as the files here are written. */
export function readPo(po) {
  const translations = new Map();
  for (const entry of po.split(/\n{2,}/)) {
    const [, id, first, more = ''] = /^msgid "(.*)"\nmsgstr "(.*)"\n?((?:".*"\n?)*)/m.exec(entry) ?? [];
    if (id === undefined) continue;
    const rest = [...more.matchAll(/^"(.*)"$/gm)].map(([, line]) => line).join('');
    translations.set(unquote(id), unquote(first + rest));
  }
  return translations;
}

/** The form that WordPress reads (GNU gettext's MO, version 0, without its optional hash table). */
export function moOf(translations) {
  const entries = [...translations]
    .filter(([, translation]) => translation !== '')
    .sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const head = Buffer.alloc(28);
  const originals = 28;
  const translated = originals + 8 * entries.length;
  const tables = Buffer.alloc(16 * entries.length);
  const strings = [];
  const firstString = translated + 8 * entries.length;
  let offset = firstString;
  for (const column of [0, 1])
    entries.forEach((entry, index) => {
      const string = Buffer.from(`${entry[column]}\0`);
      const place = 8 * (column * entries.length + index);
      tables.writeUInt32LE(string.length - 1, place);
      tables.writeUInt32LE(offset, place + 4);
      strings.push(string);
      offset += string.length;
    });
  [MO_MAGIC, 0, entries.length, originals, translated, 0, firstString].forEach((value, index) => head.writeUInt32LE(value, 4 * index));
  return Buffer.concat([head, tables, ...strings]);
}
