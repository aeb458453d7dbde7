/** Runs in the page before its scripts: a view on its connections, from outside of what is tested. */
function installProbe() {
  const SAMPLE_PERIOD_MS = 50;
  /** A sample that comes later than this tells of a busy machine, not of the call: the rest of its time is not counted. */
  const LONGEST_STEP_MS = 200;
  /** What comes without such a pause for so long has come to stay. */
  const PAUSE_MS = 700;
  const STEADY_MS = 1_500;
  const connections = [];
  const progress = [];
  const states = [];
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(...given) {
      super(...given);
      this.labEntry = { connection: this, isBusy: false, sampledAt: 0, counts: { video: 0, audio: 0 }, idleMs: { video: 0, audio: 0 } };
      connections.push(this.labEntry);
    }
    close() {
      super.close();
      // A look at the page must not keep what the page has let go of.
      this.labEntry.connection = null;
    }
  };

  const sample = async (entry, index) => {
    if (entry.isBusy || entry.connection === null) return;
    entry.isBusy = true;
    const counts = { video: 0, audio: 0 };
    for (const report of (await entry.connection.getStats()).values()) {
      if (report.type === 'inbound-rtp') counts[report.kind] += report.kind === 'video' ? report.framesDecoded : report.packetsReceived;
    }
    const at = Date.now();
    const stepMs = Math.min(LONGEST_STEP_MS, at - entry.sampledAt);
    for (const kind of ['video', 'audio']) {
      entry.idleMs[kind] += stepMs;
      if (counts[kind] <= entry.counts[kind]) continue;
      progress.push({ at, index, kind, idleMs: entry.idleMs[kind] });
      entry.idleMs[kind] = 0;
    }
    entry.sampledAt = at;
    entry.counts = counts;
    entry.isBusy = false;
  };

  const lab = {
    states,
    start() {
      setInterval(() => connections.forEach((entry, index) => void sample(entry, index)), SAMPLE_PERIOD_MS);
      let last = '';
      const note = ({ status, isSignalingReachable, participants, camera, microphone, error, mediaErrors }) => {
        const others = participants.map(({ id, connection, isWeak }) => ({ id, connection, isWeak }));
        const now = { status, isSignalingReachable, camera, microphone, others };
        Object.assign(now, { error: error?.code ?? null, cameraError: mediaErrors.camera?.code ?? null });
        const text = JSON.stringify(now);
        if (text !== last) states.push({ at: Date.now(), ...now });
        last = text;
      };
      const { call } = document.querySelector('nex-call');
      note(call.state);
      call.subscribe((state) => state, note);
    },
    /** Since when `flows` connections have brought something steadily, later than `since`; null if they do not yet. */
    back(since, kind, flows) {
      const starts = new Map();
      const steady = new Map();
      for (const { at, index, kind: what, idleMs } of progress) {
        if (at <= since || what !== kind || steady.has(index)) continue;
        if (!starts.has(index) || idleMs > PAUSE_MS) starts.set(index, at);
        if (at - starts.get(index) >= STEADY_MS) steady.set(index, starts.get(index));
      }
      return [...steady.values()].sort((one, other) => one - other)[flows - 1] ?? null;
    },
    /** The longest time nothing came of any connection that brought something at both ends, and how many did. */
    longestGap(from, to, kind) {
      const flows = new Map();
      for (const entry of progress) {
        if (entry.kind !== kind || entry.at < from - 1_000 || entry.at > to + 50) continue;
        flows.set(entry.index, [...(flows.get(entry.index) ?? []), entry]);
      }
      const lasting = [...flows.values()].filter((entries) => entries[0].at <= from && entries.at(-1).at >= to - 1_000);
      const gaps = lasting.flatMap((entries) => entries.filter(({ at }) => at > from).map(({ idleMs }) => idleMs));
      return { flows: lasting.length, gapMs: Math.max(0, ...gaps) };
    },
    /** The local end of each path in use. */
    async paths() {
      const paths = [];
      for (const { connection } of connections) {
        if (connection?.connectionState !== 'connected') continue;
        const stats = await connection.getStats();
        for (const { type, selectedCandidatePairId } of stats.values()) {
          const pair = type === 'transport' && stats.get(selectedCandidatePairId);
          if (!pair) continue;
          const { candidateType, port, relayProtocol, url } = stats.get(pair.localCandidateId);
          paths.push({ candidateType, port, relayProtocol, url, roundTripMs: (pair.currentRoundTripTime ?? 0) * 1_000 });
        }
      }
      return paths;
    },
    open: () => connections.filter(({ connection }) => connection !== null).length,
    made: () => connections.length,
  };
  globalThis.lab = lab;
}

/** For `visit(url, { initScript })`. */
export const PROBE = `(${installProbe.toString()})();`;

const ask =
  (name) =>
  (visitor, ...given) =>
    visitor.page.evaluate(([member, list]) => globalThis.lab[member](...list), [name, given]);

/** What a probe tells of the page of a visitor; times are milliseconds since the epoch. */
export const probe = {
  start: ask('start'),
  /** (visitor, since, 'video' | 'audio', flows): since when that many connections bring something steadily; null: not yet. */
  back: ask('back'),
  /** (visitor, from, to, kind): how many connections lived at both ends, and their longest silence. */
  longestGap: ask('longestGap'),
  paths: ask('paths'),
  open: ask('open'),
  made: ask('made'),
  /** Every public state since `start`, with its time. */
  states: (visitor) => visitor.page.evaluate('globalThis.lab.states'),
};
