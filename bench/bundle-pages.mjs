import { build } from 'esbuild';
import { relative } from 'node:path';

const here = new URL('.', import.meta.url).pathname;

/** Bundles one variant's page; lazily loaded parts stay files of their own. Adds its files to `pages`. */
export async function bundlePage(pages, name, entry, plugins = []) {
  const outdir = `${here}out`;
  const result = await build({
    entryPoints: { [name]: `${here}${entry}` },
    outdir,
    bundle: true,
    write: false,
    splitting: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: `${name}-[hash]`,
    tsconfig: `${here}../tsconfig.json`,
    logLevel: 'silent',
    plugins,
  });
  for (const file of result.outputFiles) pages.set(`/${relative(outdir, file.path)}`, file.text);
  pages.set(`/${name}`, `<!doctype html><title>${name}</title><body><script type="module" src="/${name}.js"></script>`);
}
