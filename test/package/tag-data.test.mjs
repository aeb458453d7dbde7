import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../../scripts/project/from-root.mjs';
import { readTags } from '../../scripts/build/tags/read-tags.mjs';

const readText = (path) => readFileSync(fromRoot(path), 'utf8');
const readJson = (path) => JSON.parse(readText(path));
const tags = readTags();
const tagNames = tags.map(({ tag }) => tag);
const sourceOf = ({ tag }) => readText(`elements/${tag.slice('nex-'.length)}/${tag}.ts`);
const found = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);

test('the manifest has each property, slot, part, state and event that the sources name, with words', () => {
  assert.deepEqual(tagNames, found(readdirSync(fromRoot('elements')).join('\n'), /^(nex-.*)\.ts$/gm).sort());
  for (const each of tags) {
    const source = sourceOf(each);
    const names = (key) => each[key].map(({ name }) => name);
    const includes = (key, pattern) => {
      for (const name of found(source, pattern)) assert.ok(names(key).includes(name), `${each.tag}: ${key} ${name}`);
    };
    includes('properties', /^ {2}@property\([^\n]*\) (?:override )?(\w+)/gm);
    includes('slots', /@slot ([a-z]\S*)/g);
    includes('parts', /@csspart (\S+)/g);
    includes('states', /@cssstate (\S+)/g);
    includes('events', /@event (?:\{\w+\} )?(\S+)/g);
    includes('cssProperties', /@cssprop (\S+)/g);
    for (const { name, description } of each.properties) assert.ok(description, `${each.tag}: ${name} has no words`);
    for (const { name } of each.properties) assert.doesNotMatch(name, /^[#_]/);
  }
});

test('the manifest of <nex-call> has every event of a call and every public custom property', () => {
  const call = tags.find(({ tag }) => tag === 'nex-call');
  const events = call.events.map(({ name }) => name);
  for (const type of found(readText('elements/events/call-event-classes.ts'), /^ {2}'?([a-z-]+)'?: \w+Event,$/gm))
    assert.ok(events.includes(`nex-${type}`), type);
  assert.ok(events.length > 15);
  const properties = call.cssProperties.map(({ name, description }) => (description ? name : `${name} without words`));
  for (const name of found(readText('themes/tokens.css') + readText('themes/light.css'), /^ {2}(--nex-[a-z-]+):/gm))
    assert.ok(properties.includes(name), name);
});

test("React's wrapper of <nex-call> listens to what the manifest has, and each tag has one", () => {
  const call = tags.find(({ tag }) => tag === 'nex-call');
  const wrapped = found(readText('frameworks/react/call-event-types.ts'), /^ {2}'(nex-[a-z-]+)',$/gm);
  assert.deepEqual(wrapped.sort(), call.events.map(({ name }) => name).sort());
  const index = readText('frameworks/react/index.ts');
  for (const { className, tag } of tags) assert.ok(new RegExp(`\\{ ${className}\\b.*'\\./${tag}\\.js'`).test(index), tag);
});

test('editors are told of each tag, attribute and value', () => {
  const html = readJson('dist/editor/html-data.json');
  const web = readJson('dist/editor/web-types.json');
  const manifest = readJson('package.json');
  assert.equal(manifest['web-types'], 'dist/editor/web-types.json');
  assert.equal(web.version, manifest.version);
  assert.deepEqual(
    html.tags.map(({ name }) => name),
    tagNames,
  );
  assert.deepEqual(
    web.contributions.html.elements.map(({ name }) => name),
    tagNames,
  );
  const call = html.tags.find(({ name }) => name === 'nex-call');
  const valuesOf = (name) => call.attributes.find((each) => each.name === name).values?.map((value) => value.name);
  assert.deepEqual(valuesOf('layout'), ['auto', 'grid', 'speaker', 'sidebar']);
  assert.deepEqual(valuesOf('theme'), ['auto', 'light', 'dark', 'contrast']);
  assert.equal(valuesOf('room'), undefined);
  assert.equal(call.attributes.find(({ name }) => name === 'muted').valueSet, 'v');
});

test('the text for assistants has every tag, attribute and event', () => {
  const text = readText('dist/llms.txt');
  for (const { tag, properties, events } of tags) {
    const part = text.slice(text.indexOf(`## <${tag}>`)).split('\n## ')[0];
    assert.ok(part.length > 0, tag);
    for (const { attribute } of properties) if (attribute) assert.ok(part.includes(`\`${attribute}\``), `${tag} ${attribute}`);
    for (const { name } of events) assert.ok(part.includes(`\`${name}\``), `${tag} ${name}`);
  }
});
