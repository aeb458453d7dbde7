import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { fromRoot } from '../project/from-root.mjs';

/** Of sites that have them already. */
const EXTERNAL = ['react'];

/**
 * What a site's bundler makes of one statement: bytes (minified, gzip) that load at once, and with everything that loads
 * later. `statement` imports from `nexrtc/…` as a site would; what it imports must be used in it, or it is shaken out.
 *
 * @param {string} statement
 * @returns {Promise<{ atOnceBytes: number, allBytes: number, inputs: string[] }>} `inputs`: the files that load at once
 */
export async function measureImport(statement) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: statement, resolveDir: fromRoot('.'), sourcefile: 'entry.js' },
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    conditions: ['production'],
    external: EXTERNAL,
    legalComments: 'none',
    outdir: fromRoot('dist/measured'),
    entryNames: 'entry',
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const bytes = new Map(outputFiles.map(({ path, contents }) => [path, gzipSync(contents, { level: 9 }).length]));
  const absolute = (path) => [...bytes.keys()].find((key) => key.replaceAll('\\', '/').endsWith(path));
  const entry = Object.keys(metafile.outputs).find((path) => path.endsWith('/entry.js'));
  const atOnce = new Set([entry]);
  for (const path of atOnce)
    for (const { path: next, kind, external } of metafile.outputs[path].imports)
      if (kind === 'import-statement' && !external) atOnce.add(next);
  const sum = (paths) => [...paths].reduce((total, path) => total + bytes.get(absolute(path)), 0);
  return {
    atOnceBytes: sum(atOnce),
    allBytes: sum(Object.keys(metafile.outputs)),
    inputs: [...atOnce].flatMap((path) =>
      Object.entries(metafile.outputs[path].inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([input]) => input),
    ),
  };
}
