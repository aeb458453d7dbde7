import type { CallElement } from './call-element.js';
import { FrameSession } from './frame-session.js';
import { inviteFragment, readLink } from './link.js';
import { readHello } from './messages.js';
import { allowedOrigins } from './origins.js';
import type { Attributes } from './protocol.js';

const setting = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="nexrtc-${name}"]`)?.content.trim() ?? '';

/** What the owner of this page has set holds where the attributes name no servers. The page is named after the room. */
function complete(attributes: Attributes): Attributes {
  const heading = document.querySelector('h1');
  if (attributes['room'] && heading) document.title = heading.textContent = attributes['room'];
  document.documentElement.lang = attributes['lang'] || navigator.language;
  const servers = ['server', 'ice-servers'].map((name) => [name, attributes[name] ?? (setting(name) || null)]);
  return { ...attributes, ...(Object.fromEntries(servers) as Attributes) };
}

/** The call, complete before it is on the page, so that it is made once. */
function makeCall(attributes: Attributes, tokens: Readonly<Record<string, string>> = {}): CallElement {
  const call = document.createElement('nex-call') as CallElement;
  for (const [name, value] of Object.entries(complete(attributes))) if (value !== null) call.setAttribute(name, value);
  for (const [name, value] of Object.entries(tokens)) call.style.setProperty(name, value);
  return call;
}

function show(content: HTMLElement): void {
  document.querySelector('main')?.replaceChildren(content);
}

/** Where there is no call that could say it. */
function say(words: string): void {
  show(Object.assign(document.createElement('p'), { textContent: words, role: 'alert' }));
}

/** The script of the call once more, should the page's own tag have failed: without it there is nothing to be seen. */
function bringCall(): void {
  import(new URL('../cdn/nexrtc.js', import.meta.url).href).catch(() => {
    say('The call could not be loaded. Check your connection, then reload this page.');
    addEventListener('online', () => {
      location.reload();
    });
  });
}

/** The address of the page becomes that of the room, for the invitation; where no link could lead there, it is left out. */
function offerInvitation(attributes: Attributes): Attributes {
  const fragment = inviteFragment(attributes);
  history.replaceState(null, '', location.pathname + (fragment ?? ''));
  return fragment === null ? { ...attributes, hide: `${attributes['hide'] ?? ''} invite`.trim() } : attributes;
}

/** Waits for the page around this one. Messages of anybody else are dropped unread. */
function listen(origins: ReadonlySet<string>): void {
  const onMessage = ({ source, origin, data, ports }: MessageEvent<unknown>): void => {
    const [port] = ports;
    if (source !== parent || !port) return;
    const hello = readHello(data);
    if (!hello) return;
    if (!origins.has(origin)) {
      say('This site may not show the call.');
      return;
    }
    if (hello.nexrtc === 'other') {
      port.postMessage({ type: 'refused', reason: 'version' });
      return;
    }
    removeEventListener('message', onMessage);
    let given = hello.attributes;
    const call = makeCall(offerInvitation(given), hello.tokens);
    const session = new FrameSession(call, port, hello.asks, (changed) => {
      given = { ...given, ...changed };
      return complete(offerInvitation(given));
    });
    session.start();
    show(call);
    bringCall();
  };
  addEventListener('message', onMessage);
}

const origins = allowedOrigins(location.search, setting('origins'));
if (parent !== window && new URLSearchParams(location.search).has('origin')) listen(origins);
else {
  const fromLink = (): void => {
    // A missing room is said by the call itself, in the visitor's language.
    show(makeCall({ room: '', ...readLink(location.hash) }));
    bringCall();
  };
  fromLink();
  addEventListener('hashchange', fromLink);
}
