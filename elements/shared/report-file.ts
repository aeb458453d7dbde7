import type { DiagnosticsReport, Recommendation } from '../../src/call/diagnostics/diagnostics-report.js';

/** `nexrtc-report-2026-01-31T12-30-00Z.json`, with the recommendations in words for whoever opens it. */
export function reportFile(report: DiagnosticsReport, wordsOf: (key: Recommendation['textKey']) => string): File {
  const recommendations = report.recommendations.map((recommendation) => ({ ...recommendation, text: wordsOf(recommendation.textKey) }));
  // Colons are not allowed in file names everywhere.
  const date = new Date(report.createdAt).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  const json = JSON.stringify({ ...report, createdAtText: new Date(report.createdAt).toISOString(), recommendations }, null, 2);
  return new File([json], `nexrtc-report-${date}.json`, { type: 'application/json' });
}
