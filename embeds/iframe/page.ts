import type { CallElement } from './call-element.js';
import { FrameSession } from './frame-session.js';
import { inviteFragment, readLink } from './link.js';
import { readHello } from './messages.js';
import { allowedOrigins } from './origins.js';
import type { Attributes } from './protocol.js';

const setting = (name: string): string => document.querySelector<HTMLMetaElement>(`meta[name="nexrtc-${name}"]`)?.content.trim() ?? '';

/** The call, complete before it is on the page, so that it is made once. */
function makeCall(attributes: Attributes, tokens: Readonly<Record<string, string>> = {}): CallElement {
  const call = document.createElement('nex-call') as CallElement;
  const heading = document.querySelector('h1');
  if (attributes['room'] && heading) document.title = heading.textContent = attributes['room'];
  document.documentElement.lang = attributes['lang'] || navigator.language;
  for (const name of ['server', 'ice-servers']) if (setting(name) !== '') call.setAttribute(name, setting(name));
  for (const [name, value] of Object.entries(attributes)) if (value !== null) call.setAttribute(name, value);
  for (const [name, value] of Object.entries(tokens)) call.style.setProperty(name, value);
  return call;
}

function show(call: CallElement): void {
  document.querySelector('main')?.replaceChildren(call);
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
      document
        .querySelector('main')
        ?.replaceChildren(Object.assign(document.createElement('p'), { textContent: 'This site may not show the call.' }));
      return;
    }
    if (hello.nexrtc === 'other') {
      port.postMessage({ type: 'refused', reason: 'version' });
      return;
    }
    removeEventListener('message', onMessage);
    const call = makeCall(offerInvitation(hello.attributes), hello.tokens);
    const session = new FrameSession(call, port, hello.asks);
    session.start();
    show(call);
  };
  addEventListener('message', onMessage);
}

const origins = allowedOrigins(location.search, setting('origins'));
if (parent !== window && new URLSearchParams(location.search).has('origin')) listen(origins);
else {
  const fromLink = (): void => {
    // A missing room is said by the call itself, in the visitor's language.
    show(makeCall({ room: '', ...readLink(location.hash) }));
  };
  fromLink();
  addEventListener('hashchange', fromLink);
}
