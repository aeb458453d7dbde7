import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from '../../project/from-root.mjs';
import { frameworkTypes } from './framework-types.mjs';
import { htmlData } from './html-data.mjs';
import { llmsText } from './llms-text.mjs';
import { readTags } from './read-tags.mjs';
import { webTypes } from './web-types.mjs';

/** Writes what editors, frameworks and assistants read of the tags into `dist`, from `custom-elements.json`. */
export function writeTagData() {
  const tags = readTags();
  const manifest = JSON.parse(readFileSync(fromRoot('package.json'), 'utf8'));
  const write = (file, text) => {
    writeFileSync(fromRoot(`dist/${file}`), text);
  };
  for (const folder of ['editor', 'types']) mkdirSync(fromRoot(`dist/${folder}`), { recursive: true });
  write('editor/html-data.json', JSON.stringify(htmlData(tags), null, 1));
  write('editor/web-types.json', JSON.stringify(webTypes(tags, manifest), null, 1));
  for (const [name, text] of Object.entries(frameworkTypes(tags))) {
    write(`types/${name}.d.ts`, text);
    // Types alone; what imports them for their effect finds a module all the same.
    write(`types/${name}.js`, 'export {};\n');
  }
  write('llms.txt', llmsText(tags, manifest));
}
