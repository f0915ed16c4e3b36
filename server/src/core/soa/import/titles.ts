/** How alike two titles are: told by their words, so that small differences of spelling do not count. */

import type { CatalogEntry } from '../../catalog/types.js';
import { plainWords } from '../../plainWords.js';

const small = new Set(
  'the a an of and or to for in on with by from at as is be und der die das et de la le y el en het van'.split(' '),
);

/** 1 for the same title, 0 for one without a common word. */
export function likeness(written: string, entry: Pick<CatalogEntry, 'title' | 'aliases'>): number {
  // People add remarks behind a dash or in brackets: “… (DPIA) — new in 2025”.
  const owns = [written, written.replace(/\s[—–-]\s.*$|\s*\([^()]*\)/gs, '')].map(stems);
  let best = 0;
  for (const title of [entry.title, ...(entry.aliases ?? [])]) {
    const other = stems(title);
    for (const own of owns) best = Math.max(best, overlap(own, other));
  }
  return best;
}

function overlap(own: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (own.size === 0 || other.size === 0) return 0;
  let common = 0;
  for (const stem of own) if (other.has(stem)) common++;
  return (2 * common) / (own.size + other.size);
}

/** From here on two titles count as the same one. */
export const alike = 0.6;

function stems(text: string): Set<string> {
  const words = plainWords(text)
    .split(' ')
    .filter((word) => word !== '' && !small.has(word));
  // British and American spelling, singular and plural.
  return new Set(
    words.map((word) =>
      word
        .replace(/is(e|ation|ing|ational)/g, 'iz$1')
        .replace(/ies$/, 'y')
        .replace(/s$/, '')
        .slice(0, 9),
    ),
  );
}
