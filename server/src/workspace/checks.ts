/**
 * Which findings are up to date. Findings are not kept: they are computed, handed on, and forgotten, because ten thousand
 * documents have many; what is kept is what each check looked at, which tells when it must be done again.
 */
import { checkDocument, checkSystem } from '../core/rules/run.js';
import type { Finding } from '../core/rules/types.js';
import type { Snapshot } from '../core/snapshot.js';
import type { DocumentStore } from './documentStore.js';
import { PathQueue } from './pathQueue.js';
import { allTopics, changedTopics, type TopicVersions, TrackedSnapshot, topicBits } from './trackedSnapshot.js';

interface CheckRecord {
  /** The document or system that was checked, to tell it from a newer one. */
  readonly subject: object;
  readonly seen: number;
  readonly versions: TopicVersions;
  readonly today: string;
}

/** A state of everything, on one day. */
interface Moment {
  readonly versions: TopicVersions;
  readonly today: string;
}

/** So many documents are looked at in a millisecond or two. */
const suspectsPerStep = 1000;

export class Checks {
  private readonly records = new Map<string, CheckRecord>();
  private readonly queue = new PathQueue();
  private readonly urgent = new PathQueue();
  /** To be checked again at the next sweep, whatever their last check looked at. */
  private readonly distrusted = new Set<string>();
  private tracked: TrackedSnapshot | null = null;
  private swept: Moment | null = null;
  /** The sweep under way; begun anew when anything changes. */
  private sweep: (Moment & { readonly suspects: Iterator<string> }) | null = null;
  /** Per topic the documents whose last check looked at it. */
  private readonly lookers = new Map<number, Set<string>>(topicBits.map((bit) => [bit, new Set()]));

  constructor(private readonly documents: DocumentStore) {}

  /** Asks for a check of the path before all others: somebody is writing there. */
  askFirst(path: string): void {
    this.urgent.add(path);
  }

  /** Forgets a path that is gone. */
  forget(path: string): void {
    this.forgetRecord(path);
    this.queue.delete(path);
    this.urgent.delete(path);
  }

  /** The path must be checked again at the next sweep, whatever its last check looked at. */
  distrust(path: string): void {
    this.forgetRecord(path);
    this.distrusted.add(path);
    this.sweep = null;
  }

  /**
   * Asks for everything whose last check looked at something that has changed since; `resolved` are the documents that
   * became other ones since the last sweep. One call looks at a thousand of them; after the last, all is swept.
   * With ten thousand documents of which one was edited, and none looks at others, this looks at one.
   */
  askOutdated(snapshot: Snapshot, versions: TopicVersions, resolved: Iterable<string>): void {
    const { today } = snapshot;
    if (this.sweep?.versions !== versions || this.sweep.today !== today) {
      for (const system of snapshot.systems) this.askIfOutdated(system.path, system, versions, today);
      this.sweep = { versions, today, suspects: this.suspects(resolved, versions, today) };
    }
    for (let looked = 0; looked < suspectsPerStep; looked++) {
      const next = this.sweep.suspects.next();
      if (next.done) {
        this.swept = { versions, today };
        this.sweep = null;
        this.distrusted.clear();
        return;
      }
      const slot = this.documents.slot(next.value);
      if (slot) this.askIfOutdated(next.value, slot, versions, today);
    }
  }

  /** Whether all that was outdated has been asked for, as of these versions and this day. */
  isSwept(versions: TopicVersions, today: string): boolean {
    return this.swept?.versions === versions && this.swept.today === today;
  }

  /** Takes the next path to check, or null. */
  next(): string | null {
    return this.queue.take();
  }

  /** Takes the next path to check at once, or null. */
  nextUrgent(): string | null {
    return this.urgent.take();
  }

  /** Checks the document or system of that path; null where there is none. */
  run(path: string, snapshot: Snapshot, versions: TopicVersions): Finding[] | null {
    this.queue.delete(path);
    this.urgent.delete(path);
    if (this.tracked?.inner !== snapshot) this.tracked = new TrackedSnapshot(snapshot);
    const tracked = this.tracked;
    const document = snapshot.documents.get(path);
    if (document) {
      const findings = tracked.during(path, () => checkDocument(document, tracked));
      this.note(path, { subject: this.documents.slot(path)!, seen: tracked.seen, versions, today: snapshot.today });
      return findings;
    }
    const system = snapshot.systems.find((candidate) => candidate.path === path);
    if (!system) return null;
    const findings = tracked.during(path, () => checkSystem(system, tracked));
    this.records.set(path, { subject: system, seen: allTopics, versions, today: snapshot.today });
    return findings;
  }

  /** Documents whose findings may be other ones now. */
  private *suspects(resolved: Iterable<string>, versions: TopicVersions, today: string): Generator<string> {
    if (this.swept === null || this.swept.today !== today) {
      yield* this.documents.keys();
      return;
    }
    yield* resolved;
    yield* this.distrusted;
    const changed = changedTopics(this.swept.versions, versions);
    for (const [bit, paths] of this.lookers) if ((changed & bit) !== 0) yield* paths;
  }

  private note(path: string, record: CheckRecord): void {
    const before = this.records.get(path)?.seen ?? 0;
    this.records.set(path, record);
    if (before === record.seen) return;
    for (const [bit, paths] of this.lookers) {
      if ((record.seen & bit) !== 0) paths.add(path);
      else paths.delete(path);
    }
  }

  private forgetRecord(path: string): void {
    this.records.delete(path);
    for (const paths of this.lookers.values()) paths.delete(path);
  }

  /** The document was not checked, but what a check would find is known; `seen` is what it would look at. */
  noteKnown(path: string, seen: number, versions: TopicVersions, today: string): void {
    this.queue.delete(path);
    this.urgent.delete(path);
    this.note(path, { subject: this.documents.slot(path)!, seen, versions, today });
  }

  /** What the last check of the document looked at. */
  seenBy(path: string): number {
    return this.records.get(path)?.seen ?? allTopics;
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
