const section = (title, lines) => (lines.length === 0 ? [] : ['', title, '', ...lines]);
const item = (name, description, type = '') => `- \`${name}\`${type && ` (\`${type}\`)`}${description ? `: ${description}` : ''}`;

function tagLines({ tag, className, description, properties, methods, events, slots, parts, cssProperties, states }) {
  return [
    '',
    `## <${tag}>`,
    '',
    `${description} Class \`${className}\`; import \`nexrtc/${tag}.js\` registers it.`,
    ...section(
      'Attributes and properties',
      properties.map(({ name, attribute, type, description: words, default: fallback }) => {
        const both = attribute === null ? `.${name}` : attribute === name ? name : `${attribute}\` (\`.${name}\`), \`${type}`;
        const kind = attribute !== null && attribute !== name ? '' : `, \`${type}\``;
        const start = fallback === null || fallback === 'null' ? '' : ` Default \`${fallback}\`.`;
        return `- \`${both}\`${kind}: ${words}${start}`;
      }),
    ),
    ...section(
      'Methods',
      methods.map(({ name, description: words }) => item(`${name}()`, words)),
    ),
    ...section(
      'Events',
      events.map(({ name, type, description: words }) => item(name, words, type)),
    ),
    ...section(
      'Slots',
      slots.map(({ name, description: words }) => item(name || '(default)', words)),
    ),
    ...section(
      'CSS parts',
      parts.map(({ name, description: words }) => item(name, words)),
    ),
    ...section(
      'CSS custom properties',
      cssProperties.map(({ name, description: words }) => item(name, words)),
    ),
    ...section(
      'CSS states',
      states.map(({ name, description: words }) => item(`:state(${name})`, words)),
    ),
  ];
}

/** The whole face of the package as one plain text, for assistants that write code. */
export function llmsText(tags, { name, version, description, exports: entries }) {
  return `${[
    `# ${name} ${version}`,
    '',
    `> ${description}`,
    '',
    'A call on a page:',
    '',
    '```html',
    '<script type="module" src="https://your.site/nexrtc.js"></script>',
    '<nex-call room="team-standup"></nex-call>',
    '```',
    '',
    'Nothing is asked of the network, the camera or the microphone before the visitor acts in the lobby, unless `autojoin` is set. Without `server` the public PeerJS cloud is used for signalling; without `ice-servers` there is no STUN or TURN. Without `secret` the name of the room is its key.',
    '',
    "Without the interface: `import { createCall } from 'nexrtc'; const call = createCall({ room }); await call.join();`. `call.state` is a frozen snapshot, `call.subscribe(selector, listener)` follows one value of it, `call.on(type, listener)` takes the events below without `nex-`. Failures are `NexError` with `code`, `retryable` and `fatal`.",
    '',
    "React: `import { NexCall, useCall, useCallState, useParticipants, useDevices, useCallQuality } from 'nexrtc/react'`; props are the properties below, events are `onCallJoined` for `nex-call-joined`.",
    '',
    '## Entry points',
    '',
    ...Object.keys(entries).map((entry) => `- \`${entry.replace(/^\./, name)}\``),
    ...tags.flatMap(tagLines),
  ].join('\n')}\n`;
}
