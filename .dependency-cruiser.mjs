/** The direction rules of the tree (ARCHITECTURE.md), with type imports counted. */
const only = (folder, allowed, comment) => ({
  name: `${folder}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^(src|elements)/', pathNot: [`^src/${folder}/`, ...allowed] },
});

const BASE = '^src/base/';

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    only('base', [], 'base is under all others and knows none of them'),
    only('media', [BASE], 'leaf: base only'),
    only('signaling', [BASE], 'leaf: base only'),
    only('security', [BASE], 'leaf: base only'),
    only('quality', [BASE], 'leaf: base only'),
    only('world', [BASE], 'leaf: base only'),
    only('engine', [BASE, '^src/signaling/', '^src/security/'], 'tracks come in as arguments'),
    only('room', [BASE, '^src/engine/[^/]+-port\\.ts$', '^src/security/'], "room sees the engine's port only"),
    only(
      'call',
      [BASE, '^src/(media|signaling|engine|world)/[^/]+-port\\.ts$', '^src/(room|quality|security|recording|insights)/'],
      'call sees ports only',
    ),
    only('core', [BASE, '^src/call/', '^src/quality/network-stats\\.ts$', '^src/create-call\\.ts$'], 'core is a face over the call'),
    only('context', [BASE, '^src/call/'], 'context carries the call, nothing under it'),
    {
      name: 'only-create-call-joins',
      comment: 'concrete engines and adapters are chosen in one place',
      severity: 'error',
      from: { path: '^src/(call|room|context|core)/|^elements/' },
      to: { path: '^src/(engine/[^/]+/|signaling/[^/]+-adapter\\.ts$|signaling/memory-)' },
    },
    {
      name: 'elements-imports',
      comment: 'elements know the call and its context',
      severity: 'error',
      from: { path: '^elements/' },
      to: { path: '^src/', pathNot: ['^src/(context|call)/', BASE, '^src/(index|create-call)\\.ts$'] },
    },
    {
      name: 'elements-apart',
      comment: 'no element folder imports another',
      severity: 'error',
      from: { path: '^elements/([^/]+)/' },
      to: { path: '^elements/[^/]+/', pathNot: ['^elements/$1/', '^elements/(events|shared)/'] },
    },
    { name: 'src-below-elements', severity: 'error', from: { path: '^src/' }, to: { path: '^elements/' } },
    {
      name: 'frameworks-on-top',
      severity: 'error',
      from: { path: '^(src|elements)/' },
      to: { path: '^frameworks/|(^|/)node_modules/react/' },
    },
    {
      name: 'frameworks-imports',
      comment: 'wrappers and hooks know the call, its context and the tags',
      severity: 'error',
      from: { path: '^frameworks/' },
      to: { path: '^src/', pathNot: ['^src/(context|call)/', BASE, '^src/create-call\\.ts$'] },
    },
    {
      name: 'sources-alone',
      severity: 'error',
      from: { path: '^(src|elements|frameworks)/' },
      to: { path: '^(stories|test|bench|demo|scripts)/' },
    },
    {
      name: 'lit-in-context-only',
      comment: 'the call works where there is no Lit',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/context/' },
      to: { path: '(^|/)node_modules/(@lit|lit)' },
    },
    {
      name: 'peerjs-in-its-adapter-only',
      severity: 'error',
      from: { path: '^(src|elements)/', pathNot: '^src/signaling/' },
      to: { path: '(^|/)node_modules/peerjs/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.d.ts'],
    },
  },
};
