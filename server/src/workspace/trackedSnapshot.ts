/**
 * A snapshot that notes what a check looked at. A document is checked again only when something changed that its last
 * check had looked at, so an edit of one document among ten thousand costs one check.
 */
import type { Snapshot } from '../core/snapshot.js';

/** The parts of a snapshot that change independently of each other. */
export const topics = ['documents', 'coverage', 'systems', 'scope', 'files', 'fields'] as const;
export type Topic = (typeof topics)[number];

/** How often each part has changed. */
export type TopicVersions = Readonly<Record<Topic, number>>;

const bit: Readonly<Record<Topic, number>> = {
  documents: 1,
  coverage: 2,
  systems: 4,
  scope: 8,
  files: 16,
  fields: 32,
};

/** The bit of each topic. */
export const topicBits: readonly number[] = Object.values(bit);

/** What changes seldom: where a check looked at nothing else, its findings are worth storing. */
export const lastingTopics = bit.systems | bit.scope;

/** Everything: for checks that look at the whole by their nature. */
export const allTopics = 63;

export class TrackedSnapshot implements Snapshot {
  /**
   * The topics looked at so far, as a set of bits. It only grows: rules remember what they gathered from a snapshot, so
   * what one check looked at may be what the next one uses.
   */
  seen = 0;
  /** The path being checked: its own text is part of what is checked, not something looked at elsewhere. */
  private subject = '';
  /** Rules quote from it for each finding, and that of a closed document is on the disk. */
  private ownText: { readonly text: string | null } | null = null;

  constructor(readonly inner: Snapshot) {}

  /** What is looked at while `check` runs is looked at for that path. */
  during<Result>(path: string, check: () => Result): Result {
    this.subject = path;
    try {
      return check();
    } finally {
      this.subject = '';
      this.ownText = null;
    }
  }

  get catalog() {
    return this.inner.catalog;
  }
  get settings() {
    return this.inner.settings;
  }
  get today() {
    return this.inner.today;
  }
  get documents() {
    this.seen |= bit.documents;
    return this.inner.documents;
  }
  get systems() {
    this.seen |= bit.systems;
    return this.inner.systems;
  }
  get fields() {
    this.seen |= bit.fields;
    return this.inner.fields;
  }
  get coverage() {
    this.seen |= bit.coverage;
    return this.inner.coverage;
  }
  scopeFor(path: string) {
    this.seen |= path === this.subject ? bit.scope : bit.scope | bit.documents;
    return this.inner.scopeFor?.(path) ?? [];
  }
  textOf(path: string): string | null {
    if (path === this.subject) {
      this.ownText ??= { text: this.inner.textOf(path) };
      return this.ownText.text;
    }
    this.seen |= bit.documents | bit.files;
    return this.inner.textOf(path);
  }
  fileExists(path: string): boolean | null {
    this.seen |= bit.files;
    return this.inner.fileExists(path);
  }
  isFolder(path: string): boolean {
    this.seen |= bit.files;
    return this.inner.isFolder?.(path) === true;
  }
}

/** The topics that have moved on between the two states, as a set of bits. */
export function changedTopics(before: TopicVersions, now: TopicVersions): number {
  if (before === now) return 0;
  let changed = 0;
  for (const topic of topics) if (before[topic] !== now[topic]) changed |= bit[topic];
  return changed;
}
