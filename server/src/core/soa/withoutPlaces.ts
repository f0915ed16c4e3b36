/** Values of the statement without the places in files that they came from. */

import type { PlaceKey, WithoutPlaces } from './paneTypes.js';

const placeKeys: ReadonlySet<string> = new Set<PlaceKey>(['span', 'decisionSpan', 'insertAt', 'line']);

/**
 * A copy of plain data without offsets into files and lines of them. They are for editors, change with every letter above them, and mean
 * nothing elsewhere: neither in an export nor in a page, which would have to be sent every row of the statement again.
 */
export function withoutPlaces<T>(value: T): WithoutPlaces<T> {
  return strip(value) as WithoutPlaces<T>;
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip);
  if (value === null || typeof value !== 'object') return value;
  const kept: Record<string, unknown> = {};
  for (const [key, item] of Object.entries(value)) if (!placeKeys.has(key)) kept[key] = strip(item);
  return kept;
}
