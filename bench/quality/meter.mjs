/**
 * Runs in the page before its scripts: what its connections send and receive, read from their own statistics. Two variants
 * are measured by the same words, whatever they do inside.
 */
function installMeter() {
  const PERIOD_MS = 100;
  const connections = new Set();
  const series = [];
  const changes = [];
  let statsMs = 0;
  let statsCalls = 0;
  const Native = globalThis.RTCPeerConnection;
  globalThis.RTCPeerConnection = class extends Native {
    constructor(...given) {
      super(...given);
      connections.add(this);
    }
    close() {
      super.close();
      connections.delete(this);
    }
    getStats(...given) {
      const startMs = performance.now();
      return super.getStats(...given).then((report) => {
        statsMs += performance.now() - startMs;
        statsCalls += 1;
        return report;
      });
    }
  };
  const note = (track, parameters, isSent = true) => {
    const encodings = parameters.encodings.map(({ active, maxBitrate, scaleResolutionDownBy, maxFramerate }) => ({
      active: active && isSent,
      maxBitrate: maxBitrate ?? null,
      scale: scaleResolutionDownBy ?? 1,
      maxFramerate: maxFramerate ?? null,
    }));
    if (encodings.length > 0) changes.push({ at: Date.now(), kind: track?.kind ?? null, encodings });
  };
  const setParameters = RTCRtpSender.prototype.setParameters;
  RTCRtpSender.prototype.setParameters = function (parameters, ...rest) {
    note(this.track, parameters);
    return setParameters.call(this, parameters, ...rest);
  };
  const replaceTrack = RTCRtpSender.prototype.replaceTrack;
  RTCRtpSender.prototype.replaceTrack = function (track) {
    if (this.track !== track) note(track ?? this.track, this.getParameters(), track !== null);
    return replaceTrack.call(this, track);
  };

  const ADDED = ['bytesSent', 'targetBitrate', 'framesDecoded', 'concealedSamples', 'silentConcealedSamples', 'totalSamplesReceived'];
  /** Sums over all connections, by kind and direction; `pictureBytes` are those of video without headers and padding. */
  const read = async () => {
    const sums = {
      at: Date.now(),
      videoBytes: 0,
      pictureBytes: 0,
      audioBytes: 0,
      videoTargetBps: 0,
      framesDecoded: 0,
      concealed: 0,
      samples: 0,
    };
    for (const connection of connections) {
      // What an encoder was told last stands there also when there is no track any more.
      const empty = new Set(connection.getTransceivers().flatMap(({ sender, mid }) => (sender.track === null ? [mid] : [])));
      for (const stat of (await Native.prototype.getStats.call(connection)).values()) {
        const [bytes, target, frames, concealed, silent, samples] = ADDED.map((name) => stat[name] ?? 0);
        if (stat.type === 'outbound-rtp') sums[stat.kind === 'video' ? 'videoBytes' : 'audioBytes'] += bytes + (stat.headerBytesSent ?? 0);
        if (stat.type === 'outbound-rtp' && stat.kind === 'video') sums.pictureBytes += bytes;
        const isSent = stat.type === 'outbound-rtp' && stat.active !== false && !empty.has(stat.mid);
        if (isSent && stat.kind === 'video') sums.videoTargetBps += target;
        if (stat.type === 'inbound-rtp' && stat.kind === 'video') sums.framesDecoded += frames;
        if (stat.type === 'inbound-rtp' && stat.kind === 'audio') {
          sums.concealed += concealed - silent;
          sums.samples += samples;
        }
      }
    }
    return sums;
  };
  globalThis.meter = {
    read,
    changes,
    /** Keeps a reading each 100 ms from now on. */
    record() {
      let isBusy = false;
      setInterval(async () => {
        if (isBusy) return;
        isBusy = true;
        series.push(await read());
        isBusy = false;
      }, PERIOD_MS);
    },
    series: (since) => series.filter(({ at }) => at >= since),
    ownStats: () => ({ meanMs: statsCalls === 0 ? null : statsMs / statsCalls, calls: statsCalls }),
  };
}

/** For `visit(url, { initScript })`. */
export const METER = `(${installMeter.toString()})();`;

const ask =
  (name) =>
  ({ page }, ...given) =>
    page.evaluate(
      ([member, list]) => {
        const value = globalThis.meter[member];
        return typeof value === 'function' ? value(...list) : value;
      },
      [name, given],
    );

/** What a meter tells of the page of a visitor; times are milliseconds since the epoch. */
export const meter = {
  read: ask('read'),
  record: ask('record'),
  series: ask('series'),
  changes: ask('changes'),
  ownStats: ask('ownStats'),
};
