/** The standards that the documents of a workspace imply, kept as running sums, so that an edit costs one document. */
import type { ScopedStandard } from '../core/document.js';
import { combineVotes, type ScopeVotes, sameVotes } from '../core/parse.js';

type Sums = Map<string, number>;

export class VoteCount {
  private readonly votes = new Map<string, ScopeVotes>();
  private readonly tagged: Sums = new Map();
  private readonly cited: Sums = new Map();

  /** Replaces the votes of a document (null: it has none). Answers whether that changed anything. */
  set(path: string, votes: ScopeVotes | null): boolean {
    const before = this.votes.get(path) ?? null;
    if (before === votes || (before && votes && sameVotes(before, votes))) return false;
    if (before) this.count(before, -1);
    if (votes) this.count(votes, 1);
    if (votes) this.votes.set(path, votes);
    else this.votes.delete(path);
    return true;
  }

  /** The votes of a document, where they are counted. */
  get(path: string): ScopeVotes | null {
    return this.votes.get(path) ?? null;
  }

  /** Whether the votes of the document are counted. */
  has(path: string): boolean {
    return this.votes.has(path);
  }

  /** The scope that all votes give; it does not depend on the order in which documents came. */
  combined(): ScopedStandard[] {
    return combineVotes([{ tagged: inOrder(this.tagged), cited: inOrder(this.cited) }]);
  }

  private count(votes: ScopeVotes, factor: 1 | -1): void {
    addTo(this.tagged, votes.tagged, factor);
    addTo(this.cited, votes.cited, factor);
  }
}

function addTo(sums: Sums, counts: Readonly<Record<string, number>>, factor: 1 | -1): void {
  for (const [key, times] of Object.entries(counts)) {
    const sum = (sums.get(key) ?? 0) + factor * times;
    if (sum === 0) sums.delete(key);
    else sums.set(key, sum);
  }
}

/** Where two editions have equally many votes, the first key wins: so the keys are put in order. */
function inOrder(sums: Sums): Record<string, number> {
  return Object.fromEntries([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}
