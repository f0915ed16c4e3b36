/**
 * The documents that name an entry, of which a hover counts all and shows a few: there may be thousands, and somebody who writes
 * has changed one of them since the last hover. So only of those that are shown the places are read.
 */
import { type Coverage, countDocuments, type DocumentCoverage, type Occurrence } from '../../coverage.js';

export interface NamingDocuments {
  readonly size: number;
  /** The first of them, each with its places, which are there. */
  first(most: number): Iterable<readonly [path: string, places: readonly Occurrence[]]>;
}

export interface ClaimingAndCiting {
  readonly claiming: NamingDocuments;
  /** Those that cite the entry and do not claim it. */
  readonly citing: NamingDocuments;
}

/** The documents of one entry, by path. They are counted already. */
export function claimingAndCiting(own: readonly DocumentCoverage[]): ClaimingAndCiting {
  const { claiming, mentioning } = countDocuments(own);
  return {
    claiming: { size: claiming, first: (most) => firstOf(own, 'claims', most) },
    citing: { size: mentioning, first: (most) => firstOf(own, 'mentions', most) },
  };
}

/** The same where documents claim the entry as well that claim one above it; these stand behind its own. */
export function joinedWith(
  above: readonly (readonly DocumentCoverage[])[],
  own: readonly DocumentCoverage[],
): ClaimingAndCiting {
  const claiming = new JoinedDocuments().add(own, 'claims');
  for (const documents of above) claiming.add(documents, 'claims');
  return { claiming, citing: new JoinedDocuments().add(own, 'mentions', claiming) };
}

/** @param kind `mentions` stands for documents without claims */
function* firstOf(
  documents: readonly DocumentCoverage[],
  kind: keyof Coverage,
  most: number,
): Generator<[path: string, places: readonly Occurrence[]]> {
  let left = most;
  for (const document of documents) {
    if (left === 0) return;
    if (document.claimCount > 0 !== (kind === 'claims')) continue;
    left--;
    yield [document.path, document[kind]];
  }
}

/** Documents with places of several kinds or entries, in the order in which they were added. */
export class JoinedDocuments implements NamingDocuments {
  private readonly byPath = new Map<string, { document: DocumentCoverage; kind: keyof Coverage }[]>();

  /** Adds those with such places that are not in `left`. */
  add(documents: readonly DocumentCoverage[], kind: keyof Coverage, left?: JoinedDocuments): this {
    for (const document of documents) {
      if ((kind === 'claims' ? document.claimCount : document.mentionCount) === 0) continue;
      if (left?.byPath.has(document.path)) continue;
      const known = this.byPath.get(document.path);
      if (known) known.push({ document, kind });
      else this.byPath.set(document.path, [{ document, kind }]);
    }
    return this;
  }

  get size(): number {
    return this.byPath.size;
  }

  *first(most: number): Generator<[path: string, places: readonly Occurrence[]]> {
    let left = most;
    for (const [path, found] of this.byPath) {
      if (left-- === 0) return;
      yield [path, found.flatMap(({ document, kind }) => document[kind])];
    }
  }
}
