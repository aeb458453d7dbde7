/** One report of several: what is in them under ids that are unique, with what refers to those ids. */
export function mergeStats(reports: ReadonlyMap<string, RTCStatsReport>): RTCStatsReport {
  const merged = new Map<string, unknown>();
  for (const [participantId, report] of reports) {
    report.forEach((entry: Readonly<Record<string, unknown>>, id) => {
      merged.set(`${participantId}:${id}`, withPrefix(entry, `${participantId}:`, report));
    });
  }
  return merged;
}

/** Members that refer to another entry end in `Id` (W3C webrtc-stats); those that merely are called so name none of this report. */
function withPrefix(entry: Readonly<Record<string, unknown>>, prefix: string, report: RTCStatsReport): Readonly<Record<string, unknown>> {
  const copy: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(entry)) {
    const isReference = typeof value === 'string' && (key === 'id' || (key.endsWith('Id') && report.has(value)));
    copy[key] = isReference ? prefix + value : value;
  }
  return Object.freeze(copy);
}
