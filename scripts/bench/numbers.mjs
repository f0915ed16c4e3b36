/** Medians, percentiles, and numbers as people read them. */

export function percentile(values, percent) {
  if (values.length === 0) return Number.NaN;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil((percent / 100) * sorted.length) - 1)];
}

export function median(values) {
  return percentile(values, 50);
}

/** Milliseconds: `0.42 ms`, `12 ms`, `4.1 s`. */
export function duration(milliseconds) {
  if (milliseconds === null || milliseconds === undefined || Number.isNaN(milliseconds)) return '–';
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(milliseconds >= 10_000 ? 0 : 1)} s`;
  return `${milliseconds < 10 ? milliseconds.toFixed(1) : Math.round(milliseconds)} ms`;
}

export function megabytes(value) {
  return value === null || value === undefined ? '–' : `${Math.round(value)} MB`;
}

/** `3.2 ×`, or a dash where one of the two is missing. */
export function ratio(value, other) {
  if (!value || !other) return '–';
  const times = value / other;
  return `${times >= 10 ? Math.round(times) : times.toFixed(2)} ×`;
}
