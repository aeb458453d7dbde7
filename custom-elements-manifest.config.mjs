/** Our registrations are `define('nex-x', NexX)` in a file of their own, which the analyzer does not know. */
function readDefinitions() {
  const tagByClass = new Map();
  return {
    name: 'read-definitions',
    analyzePhase({ ts, node }) {
      if (!ts.isCallExpression(node) || node.expression.getText() !== 'define') return;
      const [tag, elementClass] = node.arguments;
      if (tag && ts.isStringLiteral(tag) && elementClass) tagByClass.set(elementClass.getText(), tag.text);
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const module of customElementsManifest.modules) {
        for (const declaration of module.declarations ?? []) {
          const tag = declaration.kind === 'class' ? tagByClass.get(declaration.name) : undefined;
          if (!tag) continue;
          Object.assign(declaration, { customElement: true, tagName: tag });
          module.exports = [
            ...(module.exports ?? []),
            { kind: 'custom-element-definition', name: tag, declaration: { name: declaration.name, module: module.path } },
          ];
        }
      }
    },
  };
}

/** What `cem analyze` reads: the elements and the call's public face, from their comments. */
export default {
  globs: ['elements/**/*.ts', 'src/call/*.ts', 'src/base/nex-error.ts'],
  exclude: ['elements/cdn.ts', '**/*.d.ts'],
  outdir: '.',
  litelement: true,
  plugins: [readDefinitions()],
};
