import { readFileSync, writeFileSync } from 'node:fs';
import { fromRoot } from './project/from-root.mjs';
import { IMPORT_PATHS } from './sizes/import-paths.mjs';
import { measureImport } from './sizes/measure-imports.mjs';

const START = '<!-- sizes: npm run sizes -->';
const END = '<!-- /sizes -->';

/** The table of the README: what each import path costs, measured from what was built. */
async function sizesTable() {
  const rows = [];
  for (const { label, statement } of IMPORT_PATHS) {
    const { atOnceBytes } = await measureImport(statement);
    rows.push([label, `${(atOnceBytes / 1000).toFixed(1)} kB`]);
  }
  const all = [['import', 'gzip, at once'], ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(all[0]), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

const readme = readFileSync(fromRoot('README.md'), 'utf8');
const [before, rest] = readme.split(START);
if (rest === undefined || !rest.includes(END)) throw new Error(`README.md has no place between ${START} and ${END}`);
writeFileSync(fromRoot('README.md'), `${before}${START}\n\n${await sizesTable()}\n\n${END}${rest.split(END)[1]}`);
