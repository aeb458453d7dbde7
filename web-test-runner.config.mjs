import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { BROWSER_FLAGS } from './scripts/machine/browser-flags.mjs';
import { findBrowser } from './scripts/machine/find-browser.mjs';
import { countReporter } from './test/support/count-reporter.mjs';
import { peerServerPlugin } from './test/support/peer-server-plugin.mjs';
import { peerjsBundlePlugin } from './test/support/peerjs-bundle-plugin.mjs';
import { reactBundlePlugin } from './test/support/react-bundle-plugin.mjs';

const browser = (concurrency) =>
  playwrightLauncher({ product: 'chromium', concurrency, launchOptions: { executablePath: findBrowser(), args: BROWSER_FLAGS } });

const peerServer = peerServerPlugin();
const group = (name) => ({ name, files: `test/${name}/**/*.test.ts` });
const namesFiles = process.argv.slice(2).some((argument) => argument.includes('.test.'));

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  rootDir: '.',
  nodeResolve: true,
  browsers: [browser(2)],
  // Real calls share two cores badly, so their files go one at a time.
  ...(namesFiles ? {} : { groups: [group('unit'), group('elements'), { ...group('integration'), browsers: [browser(1)] }] }),
  concurrency: process.argv.includes('integration') ? 1 : 2,
  testFramework: { config: { timeout: 20_000 } },
  // A file asks for hundreds of modules before its first test, which two busy cores once did not bring in the usual 20 s.
  testsStartTimeout: 120_000,
  testsFinishTimeout: 900_000,
  plugins: [peerjsBundlePlugin(), reactBundlePlugin(), peerServer, esbuildPlugin({ ts: true, target: 'es2022', tsconfig: 'tsconfig.json' })],
  middleware: [peerServer.middleware],
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY }), countReporter()],
  filterBrowserLogs: ({ args }) => !args.some((value) => typeof value === 'string' && value.startsWith('Lit is in dev mode')),
  coverageConfig: { include: ['src/**', 'elements/**'] },
};
