/** Names of what a row holds, then of the shape applied to that page. Names with `d` first tell by how much a counter grew since the row before. */
export const COLUMNS = [
  'atMs',
  'dRttMs',
  'dResponses',
  'rttMs',
  'mediaRttMs',
  'availableKbps',
  'dSentBytes',
  'dReceivedBytes',
  'dOutMediaBytes',
  'dOutAudioPackets',
  'dOutVideoPackets',
  'dOutFrames',
  'dBandwidthLimitedMs',
  'dProcessorLimitedMs',
  'outAudioLossPercent',
  'outVideoLossPercent',
  'outAudioJitterMs',
  'outVideoJitterMs',
  'dInMediaBytes',
  'dInAudioPackets',
  'dInAudioLost',
  'inAudioJitterMs',
  'dBufferDelayS',
  'dBufferEmitted',
  'dConcealed',
  'dSilentConcealed',
  'dSamples',
  'dInVideoPackets',
  'dInVideoLost',
  'inVideoJitterMs',
  'dInFrames',
  'dFrozenMs',
  'width',
  'height',
  'latencyMs',
  'spreadMs',
  'packetLoss',
  'kbps',
];

/** Runs in the page before its scripts: finds its connections and reads them on demand. */
function installWatch() {
  const connections = [];
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(...given) {
      super(...given);
      connections.push({ connection: this, before: new Map(), startAt: null, path: null });
    }
  };
  // A small picture and plain sound, so that the machine tells as little of itself as it can.
  const { mediaDevices } = navigator;
  const open = mediaDevices.getUserMedia.bind(mediaDevices);
  const small = { width: 320, height: 180, frameRate: 10 };
  const plain = { echoCancellation: false, noiseSuppression: false, autoGainControl: false };
  mediaDevices.getUserMedia = ({ audio, video }) =>
    open({
      ...(audio ? { audio: { ...(audio === true ? {} : audio), ...plain } } : {}),
      ...(video ? { video: { ...(video === true ? {} : video), ...small } } : {}),
    });

  const round = (value, step = 1) => (value === undefined || value === null ? null : Math.round(value / step) * step);
  const of = (stats, type, kind) => [...stats].filter((stat) => stat.type === type && stat.kind === kind);
  const sum = (stats, member) => {
    const known = stats.map((stat) => stat[member]).filter((value) => value !== undefined);
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0);
  };
  const largest = (stats, member) => {
    const known = stats.map((stat) => stat[member]).filter((value) => value !== undefined);
    return known.length === 0 ? null : Math.max(...known);
  };
  const scaled = (value, factor, step = 1) =>
    value === null || value === undefined ? null : Number((Math.round((value * factor) / step) * step).toFixed(2));
  /** Rounded before it is compared, so that nothing gets lost over many rows. */
  const grownOf =
    (before) =>
    (name, value, factor = 1) => {
      const now = scaled(value, factor);
      const old = before.get(name) ?? null;
      before.set(name, now);
      return now === null || old === null ? null : now - old;
    };

  const rowOf = async (entry) => {
    const report = await entry.connection.getStats();
    const stats = [...report.values()];
    const transport = stats.find(({ type }) => type === 'transport');
    const pair = transport && report.get(transport.selectedCandidatePairId);
    if (!pair) return null;
    entry.startAt ??= transport.timestamp;
    // Counters of another path begin anew: their first growth is unknown.
    if (pair.id !== entry.path) for (const name of ['rtt', 'responses']) entry.before.delete(name);
    entry.path = pair.id;
    const grown = grownOf(entry.before);
    const inAudio = of(stats, 'inbound-rtp', 'audio');
    const inVideo = of(stats, 'inbound-rtp', 'video');
    const outAudio = of(stats, 'outbound-rtp', 'audio');
    const outVideo = of(stats, 'outbound-rtp', 'video');
    const theirAudio = of(stats, 'remote-inbound-rtp', 'audio');
    const theirVideo = of(stats, 'remote-inbound-rtp', 'video');
    const limits = outVideo.map(({ qualityLimitationDurations }) => qualityLimitationDurations ?? {});
    return [
      round(transport.timestamp - entry.startAt),
      grown('rtt', pair.totalRoundTripTime, 1_000),
      grown('responses', pair.responsesReceived),
      scaled(pair.currentRoundTripTime, 1_000),
      scaled(largest([...theirAudio, ...theirVideo], 'roundTripTime'), 1_000),
      scaled(pair.availableOutgoingBitrate, 0.001),
      grown('sent', transport.bytesSent),
      grown('received', transport.bytesReceived),
      grown('outBytes', sum([...outAudio, ...outVideo], 'bytesSent')),
      grown('outAudio', sum(outAudio, 'packetsSent')),
      grown('outVideo', sum(outVideo, 'packetsSent')),
      grown('outFrames', sum(outVideo, 'framesEncoded')),
      grown('bandwidth', largest(limits, 'bandwidth'), 1_000),
      grown('processor', largest(limits, 'cpu'), 1_000),
      scaled(largest(theirAudio, 'fractionLost'), 100, 0.1),
      scaled(largest(theirVideo, 'fractionLost'), 100, 0.1),
      scaled(largest(theirAudio, 'jitter'), 1_000, 0.1),
      scaled(largest(theirVideo, 'jitter'), 1_000, 0.1),
      grown('inBytes', sum([...inAudio, ...inVideo], 'bytesReceived')),
      grown('inAudio', sum(inAudio, 'packetsReceived')),
      grown('inAudioLost', sum(inAudio, 'packetsLost')),
      scaled(largest(inAudio, 'jitter'), 1_000, 0.1),
      grown('buffer', sum(inAudio, 'jitterBufferDelay')),
      grown('emitted', sum(inAudio, 'jitterBufferEmittedCount')),
      grown('concealed', sum(inAudio, 'concealedSamples')),
      grown('silent', sum(inAudio, 'silentConcealedSamples')),
      grown('samples', sum(inAudio, 'totalSamplesReceived')),
      grown('inVideo', sum(inVideo, 'packetsReceived')),
      grown('inVideoLost', sum(inVideo, 'packetsLost')),
      scaled(largest(inVideo, 'jitter'), 1_000, 0.1),
      grown('inFrames', sum(inVideo, 'framesDecoded')),
      grown('frozen', sum(inVideo, 'totalFreezesDuration'), 1_000),
      largest(inVideo, 'frameWidth'),
      largest(inVideo, 'frameHeight'),
    ];
  };

  /** Of every connection that ever was connected: its number and its row. */
  globalThis.watchRows = async () => {
    const rows = [];
    for (const [index, entry] of connections.entries()) {
      const { connectionState } = entry.connection;
      if (connectionState === 'closed' || (entry.startAt === null && connectionState !== 'connected')) continue;
      const row = await rowOf(entry);
      if (row !== null) rows.push([index, row]);
    }
    return rows;
  };
}

/** For `visit(url, { initScript })`. */
export const WATCH = `(${installWatch.toString()})();`;
