/** For the editors of JetBrains, which find it by `web-types` in package.json. */
export function webTypes(tags, { name, version }) {
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name,
    version,
    'description-markup': 'markdown',
    contributions: { html: { elements: tags.map(element) } },
  };
}

function element({ tag, description, properties, events, slots, parts, cssProperties, states }) {
  const words = (each) => ({ name: each.name, description: each.description ?? '' });
  return {
    name: tag,
    description,
    attributes: properties
      .filter(({ attribute }) => attribute)
      .map(({ attribute, description: text, type, isBoolean, values, default: fallback }) => ({
        name: attribute,
        description: text,
        ...(fallback && fallback !== 'null' ? { default: fallback.replace(/^'(.*)'$/, '$1') } : {}),
        value: isBoolean ? { kind: 'no-value', type: 'boolean' } : { type: values.length > 0 ? values.map((value) => `'${value}'`) : type },
      })),
    slots: slots.map(words),
    js: {
      properties: properties.map(({ name, description: text, type }) => ({ name, description: text, type })),
      events: events.map(({ name, description: text }) => ({ name, description: text })),
    },
    css: {
      properties: cssProperties.map(words),
      parts: parts.map(words),
      'pseudo-classes': states.map((each) => ({ name: `state(${each.name})`, description: each.description ?? '' })),
    },
  };
}
