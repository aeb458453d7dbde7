import { readdirSync } from 'node:fs';
import { build } from 'esbuild';
import { fromRoot } from '../../scripts/project/from-root.mjs';

const FOLDER = 'elements/shared/texts';

/** The texts of each file there whose name begins so: `[{ file, texts }]`, each text by its key. */
export async function loadTexts(start) {
  const files = readdirSync(fromRoot(FOLDER)).filter((file) => file.startsWith(start) && file.endsWith('.ts'));
  const imports = files.map((file, index) => `import * as file${index} from './${file.replace('.ts', '.js')}';`);
  const contents = `${imports.join('\n')}\nexport default [${files.map((_, index) => `file${index}`).join()}];`;
  const stdin = { contents, resolveDir: fromRoot(FOLDER), loader: 'ts' };
  const { outputFiles } = await build({ stdin, bundle: true, format: 'esm', write: false });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  return files.map((file, index) => ({ file, texts: Object.assign({}, ...Object.values(module.default[index])) }));
}
