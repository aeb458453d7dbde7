import { formatTable, median, percentile } from '../statistics.mjs';

const HEADER = ['fault', 'figure', 'floor', 'aim', 'median', 'p95', 'runs', 'failures', 'aim met'];

/** Milliseconds as seconds where they are many. */
export function formatValue(value, unit) {
  if (value === null) return '–';
  if (unit !== undefined) return `${Math.round(value * 100) / 100}${unit && ` ${unit}`}`;
  return value < 10_000 ? `${Math.round(value)} ms` : `${(value / 1_000).toFixed(1)} s`;
}

/** The table of faults, and below it what went wrong in words. */
export function formatFaults(rows, samples) {
  const lines = [];
  const troubles = new Map();
  for (const row of rows) {
    const taken = samples.filter((sample) => sample.row === row.id);
    for (const { error } of taken) if (error) troubles.set(`${row.id}: ${error}`, (troubles.get(`${row.id}: ${error}`) ?? 0) + 1);
    for (const figure of row.figures) {
      const found = taken.map((sample) => sample.values?.[figure.key] ?? null).filter((value) => value !== null);
      const failures = figure.isRare ? taken.filter(({ error }) => error).length : taken.length - found.length;
      const judged = figure.isOfMedian ? median(found) : percentile(found, 95);
      const isMet = figure.aimMs === undefined ? '' : failures === 0 && judged <= figure.aimMs ? 'yes' : 'no';
      lines.push([
        row.fault,
        figure.what,
        figure.floor ?? '',
        figure.aim ? `≤ ${figure.aim}${figure.isOfMedian ? ' (median)' : ''}` : '',
        formatValue(median(found), figure.unit),
        formatValue(percentile(found, 95), figure.unit),
        figure.isRare ? `${found.length} of ${taken.length}` : taken.length,
        failures,
        isMet,
      ]);
    }
  }
  const words = [...troubles].map(([what, count]) => `- ${what} (${count}×)`);
  return [formatTable(HEADER, lines), ...(words.length > 0 ? ['', 'Failures:', ...words] : [])].join('\n');
}
