/** What `cem analyze` reads: the elements and the call's public face, from their comments. */
export default {
  globs: ['elements/**/*.ts', 'src/call/*.ts', 'src/base/nex-error.ts'],
  exclude: ['elements/cdn.ts', '**/*.d.ts'],
  outdir: '.',
  litelement: true,
};
