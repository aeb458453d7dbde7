import { readFileSync } from 'node:fs';

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

/** `<nex-call>` passes on every event of the call: those that its comment leaves out are read from the event classes. */
function addCallEvents() {
  return {
    name: 'add-call-events',
    packageLinkPhase({ customElementsManifest }) {
      const call = declarationOf(customElementsManifest, 'NexCall');
      const classes = readFileSync('elements/events/call-event-classes.ts', 'utf8').matchAll(/^ {2}'?([a-z-]+)'?: (\w+Event),$/gm);
      call.events ??= [];
      for (const [, type, name] of classes) {
        const event = `nex-${type}`;
        const description = declarationOf(customElementsManifest, name)?.description;
        const known = call.events.find((each) => each.name === event);
        if (!known) call.events.push({ name: event, type: { text: name }, ...(description ? { description } : {}) });
        else if (description) known.description ??= description;
      }
    },
  };
}

/** The public custom properties are inherited by every element; they stand, with their words, in the theme files. */
function addThemeProperties() {
  return {
    name: 'add-theme-properties',
    packageLinkPhase({ customElementsManifest }) {
      const call = declarationOf(customElementsManifest, 'NexCall');
      const properties = new Map((call.cssProperties ?? []).map((each) => [each.name, each]));
      for (const file of ['tokens.css', 'light.css']) {
        let description = '';
        for (const [, comment, name, value] of readFileSync(`themes/${file}`, 'utf8').matchAll(
          /\/\*\s*([^*]+?)\s*\*\/|(--nex-[a-z-]+):\s*([^;]+);/g,
        )) {
          if (comment) description = comment;
          else if (!properties.has(name)) properties.set(name, { name, description, ...(file === 'tokens.css' ? { default: value } : {}) });
        }
      }
      for (const [name, description] of [
        ['--nex-color-on-accent', 'Text on the accent; follows the accent when missing.'],
        ['--nex-color-focus', 'The focus ring; follows the accent when missing.'],
        ['--nex-tile-aspect', 'One aspect ratio for all tiles; free from 4:3 to 16:9 when missing.'],
      ])
        if (!properties.has(name)) properties.set(name, { name, description });
      call.cssProperties = [...properties.values()];
    },
  };
}

/** What is published is the public face: tags, events and errors; no private members, and no modules of the inside. */
function keepPublic() {
  const kept = [
    /^elements\/(?:nex-[a-z-]+|index|all)\.ts$/,
    /^elements\/events\/nex-/,
    /^elements\/shared\/nex-element\.ts$/,
    /^src\/base\/nex-error\.ts$/,
  ];
  return {
    name: 'keep-public',
    packageLinkPhase({ customElementsManifest }) {
      customElementsManifest.modules = customElementsManifest.modules.filter(
        ({ path, declarations = [] }) => declarations.some(({ tagName }) => tagName) || kept.some((pattern) => pattern.test(path)),
      );
      for (const { declarations = [] } of customElementsManifest.modules) {
        for (const declaration of declarations) {
          declaration.members = declaration.members?.filter(
            ({ name, privacy, inheritedFrom, attribute, kind }) =>
              !name.startsWith('#') &&
              privacy === undefined &&
              !(kind === 'method' && LIFECYCLE.has(name)) &&
              !(inheritedFrom && !attribute && name !== 'call'),
          );
        }
      }
    },
  };
}

/** Called by Lit, not by pages. */
const LIFECYCLE = new Set([
  'connectedCallback',
  'disconnectedCallback',
  'attributeChangedCallback',
  'willUpdate',
  'update',
  'updated',
  'firstUpdated',
  'render',
]);

function declarationOf(manifest, name) {
  return manifest.modules.flatMap(({ declarations = [] }) => declarations).find((declaration) => declaration.name === name);
}

/** What `cem analyze` reads: the elements and the call's public face, from their comments. */
export default {
  globs: ['elements/**/*.ts', 'src/call/*.ts', 'src/base/nex-error.ts'],
  exclude: ['elements/cdn.ts', '**/*.d.ts'],
  outdir: '.',
  litelement: true,
  plugins: [readDefinitions(), addCallEvents(), addThemeProperties(), keepPublic()],
};
