import { readFileSync } from 'node:fs';
import { fromRoot } from '../../project/from-root.mjs';

/** Words of a comment's list: `auto`, `grid` or `sidebar`. */
const LIST = /^(?:`[^`]+`(?:, | or |, or )?){2,}\.?$/;

/** The values an attribute takes, where they are a fixed list; else empty. */
function valuesOf(type, description) {
  const literals = [...type.matchAll(/'([^']+)'/g)].map(([, value]) => value);
  if (literals.length > 0 && /^(?:\s*(?:'[^']+'|null)\s*\|?)+$/.test(type)) return literals;
  if (!LIST.test(description)) return [];
  return [...description.matchAll(/`([^`]+)`/g)].map(([, value]) => value);
}

function readTag(declaration) {
  const isPublicField = ({ kind, name, static: isStatic }) => kind === 'field' && !isStatic && name !== 'styles';
  const properties = (declaration.members ?? []).filter(isPublicField).map((member) => {
    const type = member.type?.text ?? 'unknown';
    const description = member.description ?? '';
    return {
      name: member.name,
      attribute: member.attribute ?? null,
      type,
      description,
      default: member.default ?? null,
      isBoolean: type === 'boolean',
      values: valuesOf(type, description),
    };
  });
  const methods = (declaration.members ?? []).filter(({ kind, static: isStatic }) => kind === 'method' && !isStatic);
  return {
    tag: declaration.tagName,
    className: declaration.name,
    description: declaration.description ?? '',
    properties,
    methods: methods.map(({ name, description = '' }) => ({ name, description })),
    events: (declaration.events ?? []).map(({ name, type, description = '' }) => ({ name, type: type?.text ?? 'Event', description })),
    slots: declaration.slots ?? [],
    parts: declaration.cssParts ?? [],
    cssProperties: declaration.cssProperties ?? [],
    states: declaration.cssStates ?? [],
  };
}

/** The tags of `custom-elements.json` in the one form that everything for editors and frameworks is written from. */
export function readTags() {
  const manifest = JSON.parse(readFileSync(fromRoot('custom-elements.json'), 'utf8'));
  return manifest.modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName)
    .map(readTag)
    .sort((a, b) => (a.tag < b.tag ? -1 : 1));
}
