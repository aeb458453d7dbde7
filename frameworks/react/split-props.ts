/** Props of a wrapper, by who takes care of them. */
export interface SplitProps {
  /** React's own: `className`, `style`, `onClick`, `data-…`. */
  readonly html: Readonly<Record<string, unknown>>;
  /** Set as properties of the element. */
  readonly properties: Readonly<Record<string, unknown>>;
  /** By the type of the event. */
  readonly listeners: Readonly<Record<string, (event: Event) => void>>;
}

const HTML_PROPS = new Set(
  ['style', 'id', 'slot', 'title', 'hidden', 'dir', 'tabIndex', 'role', 'part', 'exportparts', 'inert', 'popover'].concat([
    'draggable',
    'translate',
    'accessKey',
    'nonce',
    'is',
    'suppressHydrationWarning',
    'suppressContentEditableWarning',
  ]),
);

/**
 * React 18 writes each prop of a custom element as an attribute of that very name: `classname`, and `hidden="false"`.
 * `events` are the types of the element's own events; `nex-call-joined` is given as `onCallJoined`.
 */
export function splitProps(props: Readonly<Record<string, unknown>>, events: readonly string[]): SplitProps {
  const html: Record<string, unknown> = {};
  const properties: Record<string, unknown> = {};
  const listeners: Record<string, (event: Event) => void> = {};
  const typeByProp = new Map(events.map((type) => [eventProp(type), type]));
  for (const [name, value] of Object.entries(props)) {
    const type = typeByProp.get(name);
    if (type !== undefined) {
      if (typeof value === 'function') listeners[type] = value as (event: Event) => void;
    } else if (name === 'className') html.class = value;
    else if (value === false && (name === 'hidden' || name === 'inert')) continue;
    else if (HTML_PROPS.has(name) || /^(?:on[A-Z]|aria-|data-)/.test(name)) html[name] = value;
    else properties[name] = value;
  }
  return { html, properties, listeners };
}

/** `nex-call-joined` → `onCallJoined`. */
function eventProp(type: string): string {
  return type.replace(/^nex/, 'on').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
