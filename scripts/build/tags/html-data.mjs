/** For VS Code's `html.customData`. */
export function htmlData(tags) {
  return {
    version: 1.1,
    tags: tags.map(({ tag, description, properties, slots }) => ({
      name: tag,
      description: { kind: 'markdown', value: [description, slotLines(slots)].filter(Boolean).join('\n\n') },
      attributes: properties
        .filter(({ attribute }) => attribute)
        .map(({ attribute, description: words, values, isBoolean }) => ({
          name: attribute,
          description: { kind: 'markdown', value: words },
          ...(isBoolean ? { valueSet: 'v' } : {}),
          ...(values.length > 0 ? { values: values.map((name) => ({ name })) } : {}),
        })),
    })),
  };
}

function slotLines(slots) {
  return slots.map(({ name, description = '' }) => `- slot ${name ? `\`${name}\`` : '(without a name)'}: ${description}`).join('\n');
}
