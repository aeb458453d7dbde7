const HEAD = '// Written by the build from custom-elements.json.\n';
const comment = (text, indent) => (text ? `${indent}/** ${text.replaceAll('*/', '* /')} */\n` : '');
const quoted = (name) => (/^[a-zA-Z]\w*$/.test(name) ? name : `'${name}'`);
const attributesName = (className) => `${className}Attributes`;
const eventsName = (className) => `${className}Events`;

/** What an attribute may be given in a template: its property's type, and the text that HTML would have. */
function attributeType(className, { name, isBoolean, values, type }) {
  if (isBoolean) return "boolean | '' | undefined";
  if (values.length > 0) return `${values.map((value) => `'${value}'`).join(' | ')} | null | undefined`;
  return `${className}['${name}']${type === 'number' || /\bnumber\b/.test(type) ? ' | string' : ''} | undefined`;
}

function interfacesOf({ className, description, properties, events }) {
  const lines = new Map();
  for (const property of properties) {
    const type = attributeType(className, property);
    lines.set(property.name, `${comment(property.description, '  ')}  ${quoted(property.name)}?: ${type};\n`);
    if (property.attribute)
      lines.set(property.attribute, `${comment(property.description, '  ')}  ${quoted(property.attribute)}?: ${type};\n`);
  }
  const eventLines = events.map(({ name, type, description: words }) => `${comment(words, '  ')}  '${name}': ${type};\n`);
  return `${comment(description, '')}export interface ${attributesName(className)} {
${[...lines.values()].join('')}}
export interface ${eventsName(className)} {
${eventLines.join('')}}
`;
}

/** The attributes, properties and events of each tag, for no framework in particular. */
function tagTypes(tags) {
  const events = [...new Set(tags.flatMap(({ events: list }) => list.map(({ type }) => type)))].sort();
  const names = [...tags.map(({ className }) => className), ...events];
  return `${HEAD}import type {
${names.map((name) => `  ${name},\n`).join('')}} from '../elements/index.js';

${tags.map(interfacesOf).join('\n')}`;
}

function imports(tags) {
  const names = tags.flatMap(({ className }) => [attributesName(className), eventsName(className)]);
  return `import type {
${tags.map(({ className }) => `  ${className},\n`).join('')}} from '../elements/index.js';
import type {
${names.map((name) => `  ${name},\n`).join('')}} from './tags.js';
`;
}

/** `<nex-call>` in JSX as React 19 takes it: attributes or properties, and `onnex-…` for events. */
function reactTypes(tags) {
  return `${HEAD}import type { HTMLAttributes, Key, ReactNode, Ref } from 'react';
${imports(tags)}
type Tag<Element, Attributes, Events> = Omit<HTMLAttributes<Element>, keyof Attributes> &
  Attributes & { [Type in keyof Events & string as \`on\${Type}\`]?: (event: Events[Type]) => void } & {
    children?: ReactNode;
    class?: string;
    key?: Key | null;
    part?: string;
    ref?: Ref<Element>;
  };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags.map(({ tag, className, description }) => `${comment(description, '      ')}      '${tag}': Tag<${className}, ${attributesName(className)}, ${eventsName(className)}>;\n`).join('')}    }
  }
}
`;
}

/** `<nex-call>` in Vue's templates: \`:room\`, \`.iceServers\`, \`@nex-call-left\`. */
function vueTypes(tags) {
  return `${HEAD}import type { AllowedComponentProps, HTMLAttributes, VNodeProps } from 'vue';
${imports(tags)}
type Camel<Text extends string> = Text extends \`\${infer First}-\${infer Rest}\` ? \`\${First}\${Capitalize<Camel<Rest>>}\` : Text;
type Tag<Element, Attributes, Events> = new () => Element & {
  $props: Omit<HTMLAttributes, keyof Attributes> & Attributes & VNodeProps & AllowedComponentProps & {
    [Type in keyof Events & string as \`on\${Capitalize<Camel<Type>>}\`]?: (event: Events[Type]) => void;
  };
};

declare module 'vue' {
  interface GlobalComponents {
${tags.map(({ tag, className, description }) => `${comment(description, '    ')}    '${tag}': Tag<${className}, ${attributesName(className)}, ${eventsName(className)}>;\n`).join('')}  }
}
`;
}

/** `<nex-call>` in Svelte's templates: \`room={…}\`, \`onnex-call-left={…}\`. */
function svelteTypes(tags) {
  return `${HEAD}import type { HTMLAttributes } from 'svelte/elements';
${imports(tags)}
type Tag<Element extends EventTarget, Attributes, Events> = Omit<HTMLAttributes<Element>, keyof Attributes> &
  Attributes & { [Type in keyof Events & string as \`on\${Type}\`]?: (event: Events[Type]) => void };

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags.map(({ tag, className, description }) => `${comment(description, '    ')}    '${tag}': Tag<${className}, ${attributesName(className)}, ${eventsName(className)}>;\n`).join('')}  }
}
`;
}

/** Declarations by file name: `nexrtc/types/react` and its like. */
export function frameworkTypes(tags) {
  return { tags: tagTypes(tags), react: reactTypes(tags), vue: vueTypes(tags), svelte: svelteTypes(tags) };
}
