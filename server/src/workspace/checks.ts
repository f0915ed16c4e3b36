/**
 * Which findings are up to date. Findings are not kept: they are computed, handed on, and forgotten, because ten thousand
 * documents have many; what is kept is what each check looked at, which tells when it must be done again.
 */
import { checkDocument, checkSystem } from '../core/rules/run.js';
import type { Finding } from '../core/rules/types.js';
import type { Snapshot } from '../core/snapshot.js';
import { allTopics, changedTopics, type TopicVersions, TrackedSnapshot } from './trackedSnapshot.js';

interface CheckRecord {
  /** The document or system that was checked, to tell it from a newer one. */
  readonly subject: object;
  readonly seen: number;
  readonly versions: TopicVersions;
  readonly today: string;
}

export class Checks {
  private readonly records = new Map<string, CheckRecord>();
  private readonly queue = new Set<string>();
  private readonly urgent = new Set<string>();
  /** To be checked again at the next sweep, whatever their last check looked at. */
  private readonly distrusted = new Set<string>();
  private tracked: TrackedSnapshot | null = null;
  /** What any check of a document has ever looked at. */
  private seenByDocuments = 0;
  private swept: { readonly versions: TopicVersions; readonly today: string } | null = null;

  /** Asks for a check of the path before all others: somebody is writing there. */
  askFirst(path: string): void {
    this.urgent.add(path);
  }

  /** Forgets a path that is gone. */
  forget(path: string): void {
    this.records.delete(path);
    this.queue.delete(path);
    this.urgent.delete(path);
  }

  /** The path must be checked again at the next sweep, whatever its last check looked at. */
  distrust(path: string): void {
    this.records.delete(path);
    this.distrusted.add(path);
  }

  /**
   * Asks for everything whose last check looked at something that has changed since; `resolved` are the documents that
   * became other ones since the last call. Returns how many checks wait. With ten thousand documents of which one was
   * edited, and none looks at others, this looks at one.
   */
  askOutdated(snapshot: Snapshot, versions: TopicVersions, resolved: Iterable<string>): number {
    for (const system of snapshot.systems) this.askIfOutdated(system.path, system, versions, snapshot.today);
    const { swept } = this;
    const isFirst = swept === null || swept.today !== snapshot.today;
    if (isFirst || (changedTopics(swept.versions, versions) & this.seenByDocuments) !== 0) {
      for (const [path, document] of snapshot.documents) this.askIfOutdated(path, document, versions, snapshot.today);
    } else {
      for (const path of [...resolved, ...this.distrusted]) {
        const document = snapshot.documents.get(path);
        if (document) this.askIfOutdated(path, document, versions, snapshot.today);
      }
    }
    this.distrusted.clear();
    this.swept = { versions, today: snapshot.today };
    return this.queue.size;
  }

  /** Takes the next path to check, or null. */
  next(): string | null {
    return takeFirst(this.queue);
  }

  /** Takes the next path to check at once, or null. */
  nextUrgent(): string | null {
    return takeFirst(this.urgent);
  }

  /** Checks the document or system of that path; null where there is none. */
  run(path: string, snapshot: Snapshot, versions: TopicVersions): Finding[] | null {
    this.queue.delete(path);
    this.urgent.delete(path);
    if (this.tracked?.inner !== snapshot) this.tracked = new TrackedSnapshot(snapshot);
    const tracked = this.tracked;
    tracked.subject = path;
    const document = snapshot.documents.get(path);
    if (document) {
      const findings = checkDocument(document, tracked);
      this.seenByDocuments |= tracked.seen;
      this.records.set(path, { subject: document, seen: tracked.seen, versions, today: snapshot.today });
      return findings;
    }
    const system = snapshot.systems.find((candidate) => candidate.path === path);
    if (!system) return null;
    const findings = checkSystem(system, tracked);
    this.records.set(path, { subject: system, seen: allTopics, versions, today: snapshot.today });
    return findings;
  }

  private askIfOutdated(path: string, subject: object, versions: TopicVersions, today: string): void {
    const record = this.records.get(path);
    const isFresh =
      record !== undefined &&
      record.subject === subject &&
      record.today === today &&
      (changedTopics(record.versions, versions) & record.seen) === 0;
    if (!isFresh) this.queue.add(path);
  }
}

function takeFirst(paths: Set<string>): string | null {
  for (const path of paths) {
    paths.delete(path);
    return path;
  }
  return null;
}
