import { execFileSync } from 'node:child_process';
import { build } from 'esbuild';

const PATH = '/__react.js';
const PACKAGES = ['react', 'react-dom', 'react-dom/client', 'react-dom/server'];
/** In Node `react-dom/server` is another file. */
const MODULES = { 'react-dom/server': 'react-dom/server.browser' };

/** React (as for development, which mounts twice in StrictMode) for the tests: one module, so that there is one React. */
export function reactBundlePlugin() {
  let bundled;
  return {
    name: 'react-bundle',
    resolveImport: ({ source }) => (PACKAGES.includes(source) ? PATH : undefined),
    async serve({ path }) {
      if (path !== PATH) return undefined;
      bundled ??= bundle();
      return { body: (await bundled).outputFiles[0].text, type: 'js' };
    },
  };
}

function bundle() {
  const known = new Set();
  const lines = namesByModule().map(([module, all], index) => {
    const names = all.filter((name) => !known.has(name));
    for (const name of names) known.add(name);
    return `import p${index} from '${module}'; export const { ${names.join(', ')} } = p${index};`;
  });
  return build({
    stdin: { contents: lines.join('\n'), resolveDir: process.cwd() },
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"development"' },
    write: false,
  });
}

/** In a process of its own: React does not bear the console of the test runner, and keeps the process alive. */
function namesByModule() {
  const modules = PACKAGES.map((name) => MODULES[name] ?? name);
  const names = `${JSON.stringify(modules)}.map((name) => [name, Object.keys(require(name))])`;
  const script = `process.stdout.write(JSON.stringify(${names}), () => process.exit())`;
  return JSON.parse(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }));
}
