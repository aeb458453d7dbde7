import { basename, resolve } from 'node:path';

/** What the sources call the function that says where a chunk is to be found. */
const AT = '_at';
const LOADER = 'elements/cdn/load-chunk.ts';
/** The one place that waits until it has its chunk. */
const ENTRY = /\/elements\/cdn\.ts$/;
const FACADE = '\0facade:';
/** Words that some parts bring with them and others load. */
const BOTH_WAYS = /\/texts\/en-(?:errors|report)\.js$/;
const IMPORT = /\bimport\((["'][^"']+["'])\)/g;

/** Every `import()` of our own is one that can be tried again (see `load-chunk.ts`). To stand behind the compiler, which takes the types out. */
export const retriedChunks = {
  name: 'retried-chunks',
  transform(code, id) {
    if (!/\/(?:src|elements)\/.*\.ts$/.test(id) || ENTRY.test(id)) return null;
    const retried = code.replace(IMPORT, `__loadChunk((${AT}) => import($1))`);
    // On the same line, so that the source map still fits.
    return retried === code ? null : { code: `import { loadChunk as __loadChunk } from '${resolve(LOADER)}';${retried}`, map: null };
  },
  /** What is loaded may come by another address, which no other part would know: it is a module that names the one with the words. */
  async resolveDynamicImport(specifier, importer) {
    if (typeof specifier !== 'string' || !BOTH_WAYS.test(specifier)) return null;
    return FACADE + (await this.resolve(specifier, importer)).id;
  },
  load: (id) => (id.startsWith(FACADE) ? `export * from '${id.slice(FACADE.length)}';` : null),
  renderDynamicImport: () => ({ left: `import(${AT}(`, right: '))' }),
};

/** The chunks of such words (`en-errors`) and of the module that stands for them (`late-en-errors`); null for all others. */
export function chunkOfWords(id) {
  const name = basename(id, '.ts');
  return id.startsWith(FACADE) ? `late-${name}` : BOTH_WAYS.test(id.replace(/ts$/, 'js')) ? name : null;
}
