const ENTRY = 'lean-peerjs';
const BUNDLE = /\/peerjs\/dist\/bundler\.mjs$/;

const LOGGER = '(0, $257947e92926277a$export$2e2bcd8739ae039)';
const UTIL = '(0, $4f4134156c446392$export$7debb50ef11d5e0b)';
const PEER = '$416260bce337df90$export$ecd1fc136c422448';

/**
 * What of PeerJS nobody reaches, each from its first text up to (not with) its second. Only the socket, the address and
 * the heartbeat are used, and no message of another peer gets to PeerJS: connections, their formats and the HTTP API go.
 */
const CUTS = [
  ['import {pack as', 'function $parcel$export('],
  // Chunks of binary data, and browsers by name.
  ['class $fcbcc7538a6776d5$export$f1c5f4c9cb95390b {', 'const $9a84a32bf0bf36bb$export$f35f128fd59ea256 ='],
  // ICE servers by default, some of which no longer exist: connections are not made here.
  ['const $4f4134156c446392$var$DEFAULT_CONFIG = {', 'class $4f4134156c446392$export$f8f26dd395d7e1bd '],
  ['    noop() {}', '    isSecure() {'],
  // A connection opened while loading, to see what the browser can.
  ['// Browsers that need chunking:', '// Ensure alphanumeric ids'],
  // Names for a log that is never on (`debug: 0`).
  ['const $257947e92926277a$var$LOG_PREFIX', 'var $c4dcfd1d1ea86647$exports = {};'],
  // Its event emitter, which knows far more than is asked of it: `EMITTER` takes its place.
  ['var $c4dcfd1d1ea86647$exports = {};', 'var $78455e22dea96b8c$exports = {};'],
  ['var $78455e22dea96b8c$exports = {};', 'var $78455e22dea96b8c$export$9547aaa2e39030ff ='],
  ['var $78455e22dea96b8c$export$7974935686149686 =', 'var $78455e22dea96b8c$export$3b5c4a4b6354f023 ='],
  // Negotiation; connections for media and data; the HTTP API.
  ['class $b82fb8fc0514bfc1$export$89e6bb5ad64bf4a {', 'class $23779d1881157a18$export$6a678e589c8a4542 '],
  ['class $5045192fc6d387ba$export$23a2a68283c24d80 ', `class ${PEER} `],
  ['    /**\n\t * A hash of all connections', '    /**\n\t * true if this peer'],
  ['this._serializers = {\n            raw:', 'this._id = null, this._lastServerId'],
  ['        this._serializers = {\n            ...this._serializers', '        if (this._options.host === "/")'],
  ['        if (this._options.logFunction)', '        this._socket = this._createServerConnection();'],
  [`        if (!${UTIL}.supports.audioVideo`, '        // Ensure alphanumeric id\n'],
  ['        else this._api.retrieveId()', '    }\n    _createServerConnection() {'],
  ['            case (0, $78455e22dea96b8c$export$adb4a1754da6f10d).Leave:', '        }\n    }\n    /** Stores messages'],
  ['    /** Stores messages', '    _delayedAbort('],
  ['        for (const peerId of this._connections.keys())', '        this.socket.removeAllListeners();'],
  ['    /** Closes all connections to this peer. */', "    /**\n\t * Disconnects the Peer's connection"],
  ['    /** Attempts to reconnect with the same ID.', `}\n\n\n\n\n\n\nclass $20dbe68149d7aad9`],
  ['class $20dbe68149d7aad9$export$72aa44612e2200cd ', 'export {$dd0187d7f28e386f'],
];

const REPLACEMENTS = [
  [' extends (0, $fcbcc7538a6776d5$export$f1c5f4c9cb95390b) {', ' {'],
  ['        super(...args), this.CLOUD_HOST', '        this.CLOUD_HOST'],
  [`            config: ${UTIL}.defaultConfig,\n`, ''],
];

const EMITTER = `class EventEmitter {
    constructor() { this._byType = new Map(); }
    on(type, listener) { this._byType.set(type, [...this.listeners(type), listener]); return this; }
    listeners(type) { return this._byType.get(type) ?? []; }
    emit(type, ...values) { for (const listener of this.listeners(type)) listener.apply(this, values); }
    removeAllListeners(type) { if (type) this._byType.delete(type); else this._byType.clear(); return this; }
}
`;
const EMITTER_USE = /\(0, \$c4dcfd1d1ea86647\$exports\.EventEmitter\)/g;

/** The names of errors, socket events and messages: their values stand in their places. */
const ENUMS = [
  '$78455e22dea96b8c$export$9547aaa2e39030ff',
  '$78455e22dea96b8c$export$3b5c4a4b6354f023',
  '$78455e22dea96b8c$export$adb4a1754da6f10d',
];
/** The statements that log; the log is never on. */
const LOGGING = /^[^\S\n]*\(0, \$257947e92926277a\$export\$2e2bcd8739ae039\)\.(?:log|warn|error)\(.*\);$/gm;
const NAMES = /\$[0-9a-zA-Z]{5,16}\$[\w$]+/g;

/** Only the socket of PeerJS: without the adapter that patches the page's WebRTC (12 kB), without the connections (11 kB). */
export const leanPeerjs = {
  name: 'lean-peerjs',
  resolveId(source, importer) {
    return source === 'peerjs' && importer !== ENTRY ? ENTRY : null;
  },
  load(id) {
    return id === ENTRY ? `export { Peer } from 'peerjs';` : null;
  },
  transform(code, id) {
    return BUNDLE.test(id) ? { code: leanBundle(code), map: null } : null;
  },
};

/** Throws when PeerJS is not as it was when the cuts were made: a newer version asks for new ones. */
export function leanBundle(code) {
  let lean = code;
  for (const [from, to] of CUTS) {
    const start = onlyPlaceOf(from, lean);
    const end = onlyPlaceOf(to, lean);
    if (end <= start) fail(`"${to}" stands before "${from}"`);
    lean = lean.slice(0, start) + lean.slice(end);
  }
  for (const [from, to] of REPLACEMENTS) {
    onlyPlaceOf(from, lean);
    lean = lean.replace(from, () => to);
  }
  lean = EMITTER + lean.replace(EMITTER_USE, 'EventEmitter').replace(LOGGING, ';');
  for (const name of ENUMS) lean = withValuesOf(name, lean);
  lean = `${lean.slice(0, onlyPlaceOf('export {$dd0187d7f28e386f', lean))}export { ${PEER} as Peer };\n`;
  if (lean.includes(LOGGER)) fail('a use of its log is left');
  for (const name of new Set(lean.match(NAMES))) {
    if (!new RegExp(`(?:class|function|const|var) ${name.replaceAll('$', '\\$')}(?![\\w$])`).test(lean) && !lean.includes(`, ${name} = `))
      fail(`${name} is left without its declaration`);
  }
  return lean;
}

function withValuesOf(name, code) {
  const start = onlyPlaceOf(`var ${name} =`, code);
  const end = code.indexOf('}({});', start) + '}({});'.length;
  const values = new Map([...code.slice(start, end).matchAll(/\["(\w+)"\] = ("[\w-]+")/g)].map(([, key, value]) => [key, value]));
  return (code.slice(0, start) + code.slice(end)).replaceAll(
    new RegExp(`\\(0, ${name.replaceAll('$', '\\$')}\\)\\.(\\w+)`, 'g'),
    (_use, key) => values.get(key) ?? fail(`${name} has no ${key}`),
  );
}

function onlyPlaceOf(text, code) {
  const place = code.indexOf(text);
  if (place === -1 || code.includes(text, place + 1)) fail(`"${text}" is ${place === -1 ? 'not there' : 'there twice'}`);
  return place;
}

function fail(what) {
  throw new Error(
    `scripts/build/bundle/lean-peerjs.mjs does not fit this version of PeerJS: ${what}. Look at what changed, and at the cuts.`,
  );
}
