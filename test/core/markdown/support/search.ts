/** The long search for differences between the fast readers and their definitions. */

import { readFrontMatter } from '../../../../server/src/core/markdown/frontMatter.js';
import { readFullYaml } from '../../../../server/src/core/markdown/fullYaml.js';
import { readSimpleYaml } from '../../../../server/src/core/markdown/simpleYaml.js';
import { differenceOf, proseDifferenceOf } from './compare.js';
import { realDocuments } from './documents.js';
import { generateDocument, generateInline, generateNoise, mutate, type Random, randomFrom } from './generate.js';
import { generateYaml } from './generateYaml.js';

interface Search {
  readonly name: string;
  readonly make: (random: Random) => string;
  readonly compare: (text: string) => string | null;
}

export interface SearchOptions {
  readonly count: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

const mostShown = 20;

/** Runs `count` comparisons beside the real documents; returns the number of differences. */
export function search({ count, seed, log }: SearchOptions): number {
  const documents = realDocuments();
  const searches: Search[] = [
    { name: 'documents', make: generateDocument, compare: differenceOf },
    { name: 'documents, prose', make: generateDocument, compare: proseDifferenceOf },
    { name: 'noise', make: generateNoise, compare: differenceOf },
    { name: 'noise, prose', make: generateNoise, compare: proseDifferenceOf },
    { name: 'inline marks', make: generateInline, compare: proseDifferenceOf },
    { name: 'mutations', make: (random) => mutate(random.pick(documents).text, random, 700), compare: differenceOf },
    {
      name: 'mutations, prose',
      make: (random) => mutate(random.pick(documents).text, random, 700),
      compare: proseDifferenceOf,
    },
    { name: 'yaml', make: generateYaml, compare: yamlDifferenceOf },
  ];
  let differences = 0;
  for (const { path, text } of documents) {
    const { bodyStart } = readFrontMatter(text);
    const difference = differenceOf(text, bodyStart) ?? proseDifferenceOf(text, bodyStart);
    if (difference === null) continue;
    differences++;
    log(`${path}\n${difference}`);
  }
  log(`real documents: ${documents.length}, differences: ${differences}`);
  for (const one of searches) differences += run(one, Math.ceil(count / searches.length), seed, log);
  log(`differences: ${differences}`);
  return differences;
}

function run({ name, make, compare }: Search, count: number, seed: number, log: (line: string) => void): number {
  let differences = 0;
  for (let i = 0; i < count; i++) {
    const text = make(randomFrom(seed + i));
    if (compare(text) === null) continue;
    differences++;
    const small = shrink(text, compare);
    log(`${name}, seed ${seed + i}: ${JSON.stringify(small)}\n${compare(small)}`);
    if (differences >= mostShown) break;
  }
  log(`${name}: ${count}, differences: ${differences}`);
  return differences;
}

/** Cuts pieces out as long as the difference stays. */
function shrink(text: string, compare: (text: string) => string | null): string {
  let current = text;
  for (let size = current.length >> 1; size > 0; ) {
    let changed = false;
    for (let at = 0; at + size <= current.length; ) {
      const shorter = current.slice(0, at) + current.slice(at + size);
      if (compare(shorter) === null) at++;
      else {
        current = shorter;
        changed = true;
      }
    }
    if (!changed) size >>= 1;
  }
  return current;
}

function yamlDifferenceOf(text: string): string | null {
  const simple = readSimpleYaml(text, 0, text.length);
  if (!simple) return null;
  const full = readFullYaml(text, 0, text.length);
  const [fast, slow] = [simple, full].map(({ scalars, keys, problems }) =>
    JSON.stringify({ scalars, keys, problems: [...problems].sort((a, b) => a.span.start - b.span.start) }),
  );
  return fast === slow ? null : `fast: ${fast}\nslow: ${slow}`;
}
