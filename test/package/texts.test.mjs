import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import ts from 'typescript';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { loadTexts } from '../support/load-texts.mjs';

const LANGUAGES = ['ar', 'de', 'es', 'fr', 'it', 'ja', 'nl', 'pl', 'pt', 'tr', 'zh'];
/** Attributes whose value is read to people. */
const SPOKEN = /^(?:alt|aria-description|aria-label|aria-roledescription|aria-valuetext|label|placeholder|title)$/;
/** Names of keys on a keyboard, and what stands for itself. */
const NO_WORDS = /^(?:Esc|iframe)$/;

const english = Object.assign({}, ...(await loadTexts('en')).map(({ texts }) => texts));
const locales = new Map(
  (await loadTexts('locale-')).filter(({ file }) => file !== 'locale-languages.ts').map(({ file, texts }) => [file.slice(7, -3), texts]),
);
const forms = (text) => (typeof text === 'string' ? [text] : Object.values(text));
const blanks = (text) => [...new Set(text.match(/\{\w+\}/g))].sort().join(' ');

const sources = ['elements', 'src'].flatMap((folder) =>
  readdirSync(fromRoot(folder), { recursive: true })
    .map((file) => `${folder}/${file}`)
    .filter((file) => file.endsWith('.ts') && !file.startsWith('elements/shared/texts/')),
);

/** Calls `look` with every node of every source, parsed. */
function visitAll(look) {
  for (const file of sources) {
    const source = ts.createSourceFile(file, readFileSync(fromRoot(file), 'utf8'), ts.ScriptTarget.Latest, true);
    const visit = (node) => {
      look(node, file, source);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
}

test('there are words in eleven languages besides English', () => {
  assert.deepEqual([...locales.keys()].sort(), LANGUAGES);
});

for (const [language, texts] of locales) {
  test(`no text is missing or too much (${language})`, () => {
    assert.deepEqual(
      Object.keys(english).filter((key) => !(key in texts)),
      [],
    );
    assert.deepEqual(
      Object.keys(texts).filter((key) => !(key in english)),
      [],
    );
  });

  test(`texts have the plural forms of the language, and the blanks of the English ones (${language})`, () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
    for (const [key, text] of Object.entries(texts)) {
      const model = english[key];
      if (model === undefined) continue;
      assert.equal(typeof text, typeof model, key);
      if (typeof text === 'object') assert.deepEqual(Object.keys(text).sort(), [...pluralCategories].sort(), key);
      // One, two or none may be said in words.
      for (const [form, words] of typeof text === 'string' ? [['', text]] : Object.entries(text)) {
        const wanted = blanks(forms(model).at(-1));
        const isInWords = ['zero', 'one', 'two'].includes(form) && !words.includes('{count}');
        assert.equal(blanks(words), isInWords ? wanted.replace(/\{count\} ?/, '').trim() : wanted, `${key} ${form}`);
        assert.notEqual(words.trim(), '', key);
      }
    }
  });
}

test('English texts that count have plural forms', () => {
  for (const [key, text] of Object.entries(english)) {
    if (typeof text === 'object') assert.deepEqual(Object.keys(text), ['one', 'other'], key);
    else assert.ok(!text.includes('{count}'), key);
  }
});

test('every text is used', () => {
  const literals = new Set();
  const patterns = [];
  visitAll((node) => {
    if (ts.isStringLiteralLike(node)) literals.add(node.text);
    if (!ts.isTemplateExpression(node)) return;
    const parts = [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
    // A key is made of the name of its area at least, and has no spaces.
    if (!/^[a-z]+[./]/i.test(parts[0]) || parts.some((part) => /[\s<]/.test(part))) return;
    patterns.push(new RegExp(`^${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+')}$`));
  });
  const unused = Object.keys(english).filter((key) => !literals.has(key) && !patterns.some((pattern) => pattern.test(key)));
  assert.deepEqual(unused, []);
});

/** Static text of a template for people: between the tags, and in attributes that are read out. */
function* wordsOf(template) {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  const markup = parts.join('\0').replaceAll(/<!--.*?-->|<style.*?<\/style>/gs, '');
  for (const [tag] of markup.matchAll(/<[^>]*>/g))
    for (const [, name, value] of tag.matchAll(/([\w-]+)\s*=\s*"([^"]*)"/g)) if (SPOKEN.test(name)) yield value;
  yield* markup.replaceAll(/<[^>]*>/g, '\0').split('\0');
}

/** The words for people in the templates of a file. */
function found(node) {
  if (!ts.isTaggedTemplateExpression(node) || node.tag.getText() !== 'html') return [];
  return [...wordsOf(node.template)].flatMap((words) => words.replaceAll(/&\w+;/g, ' ').match(/\p{L}+/gu) ?? []).filter((word) => !NO_WORDS.test(word));
}

test('no text for people is written into a template', () => {
  const all = [];
  visitAll((node, file) => {
    const words = found(node);
    if (words.length > 0) all.push(`${file}: ${words.join(' ')}`);
  });
  assert.deepEqual(all, []);
});

test('what looks for such text finds it', () => {
  const code = 'html`<p class="a" title="Seen ${x}">${y} ×<b aria-label=${z}>&nbsp;Heard</b><kbd>Esc</kbd></p>`';
  const source = ts.createSourceFile('x.ts', code, ts.ScriptTarget.Latest, true);
  assert.deepEqual(found(source.statements[0].expression), ['Seen', 'Heard']);
});
