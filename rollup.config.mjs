import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import htmlLiterals from 'rollup-plugin-html-literals';
import { WEBRTC_ADAPTER_STUB } from './scripts/webrtc-adapter-stub.mjs';

// `sideEffects` in package.json names built files: read for the sources, it would drop every registration.
const RESOLVING = { extensions: ['.ts', '.mjs', '.js'], ignoreSideEffectsForRoot: true };
const CDN_ENTRY = 'elements/cdn.ts';

const sources = ['src', 'elements'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file}`),
);

const LEAN_PEERJS = 'lean-peerjs';
const STUBBED_ADAPTER = '\0webrtc-adapter';

/** PeerJS without the adapter (the stub says why) and without its MsgPack variant, which a dynamic import would keep. */
const leanPeerjs = {
  name: 'lean-peerjs',
  resolveId(source, importer) {
    if (source === 'webrtc-adapter') return STUBBED_ADAPTER;
    return source === 'peerjs' && importer !== LEAN_PEERJS ? LEAN_PEERJS : null;
  },
  load(id) {
    if (id === STUBBED_ADAPTER) return WEBRTC_ADAPTER_STUB;
    return id === LEAN_PEERJS ? `export { Peer } from 'peerjs';` : null;
  },
};

const VENDORED = ['peerjs', 'tslib'];

/**
 * Points the package's modules at copies beside them: of PeerJS, since a site's own bundler would bring the adapter back,
 * and of the compiler's helpers, since npm leaves a `node_modules` inside `dist` out of the package.
 */
const fromVendor = {
  name: 'from-vendor',
  resolveId: (source) => (VENDORED.includes(source) ? { id: resolve(`vendor/${source}.js`), external: 'relative' } : null),
};

const resolver = () => nodeResolve({ ...RESOLVING, browser: true, exportConditions: ['production'] });
/** Loaded together when joining starts: one request, and smaller than apart. */
const FOR_JOINING = /\/src\/(?:engine\/mesh|signaling)\/|\/node_modules\/(?:peerjs|eventemitter3|@msgpack)\/|^lean-peerjs$/;
/** What joining and the elements both use stands apart, or the elements would bring the engine with them. */
const SHARED = /\/src\/(?:base\/|engine\/engine-port)|commonjsHelpers/;
/** The notices of what is inside stand once, in the entry, instead of once in every module. */
const NOTICES = `/*! NexRTC (MIT). Contains Lit, Copyright Google LLC (BSD-3-Clause, https://lit.dev), and PeerJS (MIT, https://peerjs.com). */`;
const minifier = (comments = 'some') => terser({ ecma: 2022, module: true, compress: { passes: 2 }, format: { comments } });

function onwarn(warning, warn) {
  const isTypesOnlyFile = warning.code === 'EMPTY_BUNDLE';
  const isOldJsOfMsgpack = warning.code === 'THIS_IS_UNDEFINED' && warning.id?.includes('@msgpack');
  if (!isTypesOnlyFile && !isOldJsOfMsgpack) warn(warning);
}

/** One file out for each source file, with its types: what `import … from 'nexrtc'` reads. */
const modules = {
  input: sources.filter((file) => file !== CDN_ENTRY),
  external: [/^lit(\/|$)/, /^@lit\//],
  plugins: [
    fromVendor,
    nodeResolve(RESOLVING),
    typescript({ outDir: 'dist', declaration: true, noEmit: false, noEmitOnError: true, sourceMap: true, inlineSources: true }),
  ],
  output: { dir: 'dist', format: 'es', sourcemap: true, preserveModules: true, preserveModulesRoot: '.' },
  onwarn,
};

const vendor = {
  input: Object.fromEntries(VENDORED.map((name) => [name, name])),
  plugins: [leanPeerjs, resolver(), commonjs(), minifier()],
  output: { dir: 'dist/vendor', format: 'es', sourcemap: true, chunkFileNames: '[name].js' },
  onwarn,
};

/** What a script tag loads: a small entry, and chunks that come when they are first needed. */
const cdn = {
  input: { nexrtc: CDN_ENTRY },
  plugins: [
    leanPeerjs,
    resolver(),
    commonjs(),
    // Without its closing slash an SVG shape swallows those after it.
    htmlLiterals({ include: ['src/**', 'elements/**'], options: { minifyOptions: { keepClosingSlash: true } } }),
    typescript({ outDir: 'dist/cdn', declaration: false, noEmit: false, noEmitOnError: true, sourceMap: true, inlineSources: true }),
    minifier(/^!/),
  ],
  output: {
    dir: 'dist/cdn',
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    manualChunks: (id) => (FOR_JOINING.test(id) ? 'join' : SHARED.test(id) ? 'base' : null),
    banner: ({ isEntry }) => (isEntry ? NOTICES : ''),
  },
  onwarn,
};

export default [modules, vendor, ...(existsSync(CDN_ENTRY) ? [cdn] : [])];
