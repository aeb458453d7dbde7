import { existsSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import nodeResolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import typescript from '@rollup/plugin-typescript';
import htmlLiterals from 'rollup-plugin-html-literals';
import { leanLit } from './scripts/build/bundle/lean-lit.mjs';
import { leanPeerjs } from './scripts/build/bundle/lean-peerjs.mjs';
import { chunkOfWords, retriedChunks } from './scripts/build/bundle/retried-chunks.mjs';
import { sharedByLate } from './scripts/build/bundle/shared-by-late.mjs';

// `sideEffects` in package.json names built files: read for the sources, it would drop every registration.
const RESOLVING = { extensions: ['.ts', '.mjs', '.js'], ignoreSideEffectsForRoot: true };
const CDN_ENTRY = 'elements/cdn.ts';
/** The elements without those that come later. */
const CDN_ELEMENTS = 'elements/cdn-elements.ts';
const isCdnOnly = (file) => [CDN_ENTRY, CDN_ELEMENTS].includes(file) || file.startsWith('elements/cdn/');
const STYLES_FOR_LATER = /\/(?:late-|device-menu|panel|popover|report)|^elements\/(?:captions|chat|participants|quality|settings)\//;

const sources = ['src', 'elements', 'frameworks'].flatMap((folder) =>
  readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => `${folder}/${file}`),
);

const VENDORED = ['peerjs', 'tslib'];

/**
 * Points the package's modules at copies beside them: of PeerJS, since a site's own bundler would bring back the adapter
 * and all that is not used, and of the compiler's helpers, since npm leaves a `node_modules` inside `dist` out of the package.
 */
const fromVendor = {
  name: 'from-vendor',
  resolveId: (source) => (VENDORED.includes(source) ? { id: resolve(`vendor/${source}.js`), external: 'relative' } : null),
};

const resolver = () => nodeResolve({ ...RESOLVING, browser: true, exportConditions: ['production'] });
/** Loaded together when joining starts: one request, and smaller than apart. */
const FOR_JOINING = /\/src\/(?:engine\/mesh|signaling)\/|\/node_modules\/peerjs\/|^lean-peerjs$/;
/** What joining and the elements both use comes with the elements, or they would bring the engine with them. */
const WITH_ELEMENTS =
  /\/elements\/cdn(?:-elements|\/load-chunk)\.ts$|\/src\/(?:base\/|engine\/(?:engine-port|mesh\/is-picture)|signaling\/server-url)/;
/** Loaded when a call stands: what measures it and shows that, and what keeps a last frame. */
const LATER = /\/elements\/(?:nex-quality|video-tile\/last-frame)\.ts$|\/src\/call\/quality\/quality-meter\.ts$/;
const groupOf = (id) => (WITH_ELEMENTS.test(id) ? 'all' : FOR_JOINING.test(id) ? 'join' : LATER.test(id) ? 'later' : null);
const chunkOf = (id, modules) => groupOf(id) ?? chunkOfWords(id) ?? sharedByLate(id, groupOf, modules);
/** The notices of what is inside stand once, in the entry, instead of once in every module. */
const NOTICES = `/*! NexRTC (MIT). Contains Lit, Copyright Google LLC (BSD-3-Clause, https://lit.dev), PeerJS (MIT, https://peerjs.com), uPlot (MIT, Leon Sorokin) and lean-qr (MIT, David Evans). */`;
/** Chromium compiles every function of the file while it loads, beside the page, instead of each in it when first called. */
const COMPILE_AT_ONCE = '//# allFunctionsCalledOnLoad';
const COMPRESSION = { passes: 3, inline: 1, keep_fargs: false, unsafe_arrows: true };
const minifier = (comments = 'some') => terser({ ecma: 2022, module: true, compress: COMPRESSION, format: { comments } });

function onwarn(warning, warn) {
  const isTypesOnlyFile = warning.code === 'EMPTY_BUNDLE';
  if (!isTypesOnlyFile) warn(warning);
}

/** Alike stands together, where compression finds it: the styles of what is loaded at first, in front of the code. */
const stylesFirst = {
  name: 'styles-first',
  transform(code, id) {
    if (!id.endsWith(CDN_ELEMENTS)) return null;
    const styles = sources.filter((file) => file.endsWith('.styles.ts') && !STYLES_FOR_LATER.test(file));
    const imports = styles.map((file) => `import '${file.replace('elements/', './').replace('.ts', '.js')}';`);
    return { code: `${imports.join('')}${code}`, map: null };
  },
};

/** For frameworks that also draw on a server: there the wrappers' hooks stand on the browser's side. */
const clientBanner = ({ name }) => (name === 'frameworks/react/index' ? "'use client';" : '');

/** One file out for each source file, with its types: what `import … from 'nexrtc'` reads. */
const modules = {
  input: sources.filter((file) => !isCdnOnly(file)),
  external: [/^lit(\/|$)/, /^@lit\//, /^uplot$/, /^lean-qr$/, /^react$/],
  plugins: [
    fromVendor,
    nodeResolve(RESOLVING),
    typescript({ outDir: 'dist', declaration: true, noEmit: false, noEmitOnError: true, sourceMap: true, inlineSources: true }),
  ],
  output: { dir: 'dist', format: 'es', sourcemap: true, preserveModules: true, preserveModulesRoot: '.', banner: clientBanner },
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
    leanLit,
    stylesFirst,
    resolver(),
    commonjs(),
    // Without its closing slash an SVG shape swallows those after it.
    htmlLiterals({ include: ['src/**', 'elements/**'], options: { minifyOptions: { keepClosingSlash: true } } }),
    typescript({ outDir: 'dist/cdn', declaration: false, noEmit: false, noEmitOnError: true, sourceMap: true, inlineSources: true }),
    retriedChunks,
    minifier(/^!|^# all/),
  ],
  output: {
    dir: 'dist/cdn',
    format: 'es',
    sourcemap: true,
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash:7].js',
    manualChunks: chunkOf,
    banner: ({ isEntry, name }) => (isEntry ? NOTICES : name === 'all' ? COMPILE_AT_ONCE : ''),
  },
  onwarn,
};

export default [modules, vendor, ...(existsSync(CDN_ENTRY) ? [cdn] : [])];
