import { expect } from '@open-wc/testing';
import { coachAdvice } from '../../../elements/quality/coach-advice.js';
import { HISTORY_MS, PlotHistory } from '../../../elements/quality/plot-history.js';
import { valuesOverTime } from '../../../elements/quality/plot-metrics.js';
import { plotSummary } from '../../../elements/quality/plot-summary.js';
import { streamPoint } from '../../../elements/quality/stream-point.js';
import type { QualityView } from '../../../elements/quality/quality-view.js';
import type { Recommendation } from '../../../src/call/diagnostics/diagnostics-report.js';

type Stats = Record<string, unknown> & { readonly id: string };
const report = (...stats: Stats[]): RTCStatsReport => new Map(stats.map((stat) => [stat.id, stat]));
const at = <Point>(time: number, point: Point): { at: number; point: Point } => ({ at: time, point });

describe('streamPoint', () => {
  it('makes bits a second of bytes and times, each direction for itself', () => {
    const before = report(
      { id: 'o', type: 'outbound-rtp', timestamp: 0, bytesSent: 1000 },
      { id: 'i', type: 'inbound-rtp', timestamp: 0, bytesReceived: 0 },
    );
    const now = report(
      { id: 'o', type: 'outbound-rtp', timestamp: 2000, bytesSent: 26_000, frameHeight: 360, framesPerSecond: 24 },
      { id: 'i', type: 'inbound-rtp', timestamp: 2000, bytesReceived: 100_000, frameHeight: 720, framesPerSecond: 30 },
      { id: 'new', type: 'inbound-rtp', timestamp: 2000, bytesReceived: 5_000_000 },
    );
    expect(streamPoint(before, now)).to.deep.equal({
      sent: 100_000,
      received: 400_000,
      sentHeight: 360,
      receivedHeight: 720,
      sentRate: 24,
      receivedRate: 30,
    });
  });

  it('knows nothing rather than zero after a restart or without time', () => {
    const before = report({ id: 'o', type: 'outbound-rtp', timestamp: 1000, bytesSent: 5000 });
    expect(streamPoint(before, report({ id: 'o', type: 'outbound-rtp', timestamp: 3000, bytesSent: 10 })).sent).to.equal(null);
    expect(streamPoint(before, before).sent).to.equal(null);
    expect(streamPoint(before, report()).receivedRate).to.equal(null);
  });
});

describe('valuesOverTime', () => {
  const a = [at(0, { rtt: 10, sent: 1 }), at(2000, { rtt: 20, sent: 1 })];
  const b = [at(300, { rtt: 50, sent: 2 }), at(2300, { rtt: null, sent: 2 }), at(4300, { rtt: null })];

  it('takes the worst of what was measured together, and keeps gaps', () => {
    expect(valuesOverTime([a, b], 'rtt', 'most')).to.deep.equal([at(0, 50), at(2000, 20), at(4300, null)]);
  });

  it('adds what adds up', () => {
    expect(valuesOverTime([a, b], 'sent', 'sum')).to.deep.equal([at(0, 3), at(2000, 3), at(4300, null)]);
  });
});

describe('plotSummary', () => {
  it('tells now, average and worst of what is known', () => {
    const points = [at(0, 10), at(1, null), at(2, 20)];
    expect(plotSummary(points, 'most')).to.deep.equal({ now: 20, average: 15, worst: 20 });
    expect(plotSummary(points, 'least').worst).to.equal(10);
    expect(plotSummary([at(0, 10), at(1, null)], 'most').now).to.equal(null);
    expect(plotSummary([], 'most')).to.deep.equal({ now: null, average: null, worst: null });
  });
});

describe('PlotHistory', () => {
  it('forgets what is longer ago than five minutes', () => {
    const history = new PlotHistory<number>();
    history.add('a', 0, 1);
    history.add('a', HISTORY_MS - 1, 2);
    history.add('a', HISTORY_MS + 1, 3);
    expect(history.of('a').map(({ point }) => point)).to.deep.equal([2, 3]);
    expect(history.of('b')).to.deep.equal([]);
  });
});

describe('coachAdvice', () => {
  const view = (level: QualityView['level'], rows: QualityView['rows'] = []): QualityView => ({ level, name: null, rows });
  const recommend = (...codes: Recommendation['code'][]): Recommendation[] =>
    codes.map((code) => ({ code, severity: code.startsWith('microphone') ? 'problem' : 'warning', textKey: `advice/${code}` }));
  const keys = (...args: Parameters<typeof coachAdvice>): string[] => coachAdvice(...args).map(({ key }) => key);

  it('praises a good connection, and is silent before it is measured', () => {
    expect(keys(view('good'), [])).to.deep.equal(['qualityPlots.fine']);
    expect(keys(view(null), [])).to.deep.equal([]);
  });

  it('leaves old warnings alone while all is well, but not what is wrong now', () => {
    expect(keys(view('excellent'), recommend('loss-up'))).to.deep.equal(['qualityPlots.fine']);
    expect(keys(view('excellent'), recommend('microphone-denied', 'loss-up'))).to.deep.equal(['advice/microphone-denied']);
  });

  it('says the two most urgent things, with what helps', () => {
    const advice = coachAdvice(view('poor'), recommend('loss-up', 'high-delay', 'video-freezes'));
    expect(advice.map(({ key }) => key)).to.deep.equal(['advice/loss-up', 'advice/high-delay']);
    expect(advice[0]?.actions).to.deep.equal(['cameraOff', 'lowerQuality']);
  });

  it('goes by the levels where nothing is recommended', () => {
    expect(keys(view('fair'), [])).to.deep.equal(['qualityPlots.fair']);
    expect(keys(view('critical'), [])).to.deep.equal(['qualityPlots.poor']);
  });

  it('does not blame the visitor for one weak connection of several', () => {
    const rows = [
      { id: 'a', name: 'Reception', level: 'poor' },
      { id: 'b', name: 'Workshop', level: 'good' },
    ] as const;
    expect(coachAdvice(view('poor', rows), [])[0])
      .to.include({ key: 'qualityPlots.theirs' })
      .and.to.deep.include({ names: ['Reception'], actions: [] });
  });
});
