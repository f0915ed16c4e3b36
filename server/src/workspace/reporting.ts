/**
 * Findings on their way out: checked just now, or known from an earlier check of which everything is still the same, and of
 * those the ones that can be said already.
 */
import type { Finding } from '../core/rules/types.js';
import type { Snapshot } from '../core/snapshot.js';
import type { Checks } from './checks.js';
import type { Host } from './host.js';
import type { IndexKeeper } from './indexKeeper.js';
import type { Library } from './library.js';
import { isSystemPath } from './paths.js';
import { certainFindings, findingsWithoutDocuments, findingsWithoutOthers } from './provisional.js';
import type { Texts } from './texts.js';
import { lastingTopics } from './trackedSnapshot.js';

/**
 * Gets the findings of a document or soa.yaml whenever it was checked and has some or had some before, whether or not they
 * changed. Null: the file is not part of the workspace any more.
 */
export type FindingsListener = (path: string, findings: readonly Finding[] | null) => void;

/** What is known of the workspace, and which of it is checked: replaced together when the settings change. */
export interface Known {
  readonly library: Library;
  readonly checks: Checks;
}

export class Reporting {
  /** Paths of which findings were handed on that somebody may be showing. */
  private readonly reported = new Set<string>();
  /** True once all documents were read and resolved: from then on the standards in scope are known. */
  private isScopeKnown = false;

  constructor(
    private known: Known,
    private readonly host: Host,
    private readonly keeper: IndexKeeper,
    private readonly texts: Texts,
    private readonly listener: FindingsListener | undefined,
    private readonly onFailure: (path: string, hasFailed: boolean) => void,
  ) {}

  /** Everything is read anew. What was handed on is still being shown. */
  restart(known: Known): void {
    this.known = known;
    this.isScopeKnown = false;
  }

  /** All documents are read and resolved. */
  noteComplete(): void {
    this.isScopeKnown = true;
  }

  /** Every path of which somebody may be showing findings. */
  paths(): Iterable<string> {
    return this.reported;
  }

  /** Checks a document or soa.yaml, if what a check would find is not known, and hands on what was found. */
  check(path: string, snapshot: () => Snapshot): void {
    const { library, checks } = this.known;
    try {
      const findings = this.knownFindings(path) ?? checks.run(path, snapshot(), library.versions);
      if (findings) this.keep(path, findings);
      this.report(path, findings && this.shown(path, findings));
      if (findings) this.onFailure(path, false);
    } catch (error) {
      this.onFailure(path, true);
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.host.log(`Could not check ${path}: ${reason}`);
    }
  }

  /** Checks for somebody who asks; what was found is handed on as well. Empty where the path is unknown. */
  findings(path: string, snapshot: Snapshot): readonly Finding[] {
    const findings = this.known.checks.run(path, snapshot, this.known.library.versions);
    if (!findings) return [];
    const shown = this.shown(path, findings);
    this.report(path, shown);
    return shown;
  }

  /** Hands on findings, or with null that the path is gone; nothing where there are none and were none. */
  report(path: string, findings: readonly Finding[] | null): void {
    if (findings !== null && findings.length > 0) this.reported.add(path);
    else if (!this.reported.delete(path)) return;
    this.listener?.(path, findings);
  }

  /** The findings of an earlier check of the same document, where everything that it looked at is still the same. */
  private knownFindings(path: string): readonly Finding[] | null {
    const { library, checks } = this.known;
    const stored = library.documents.slot(path)?.findings;
    if (!stored || this.texts.isOpen(path)) return null;
    const today = this.host.today();
    if (stored.today !== today || stored.systems !== library.systemsPrint) return null;
    checks.noteKnown(path, stored.seen, library.versions, today);
    return this.keeper.unpackFindings(stored.bytes, library.documents.names);
  }

  private keep(path: string, findings: readonly Finding[]): void {
    const { library, checks } = this.known;
    const slot = library.documents.slot(path);
    const seen = checks.seenBy(path);
    if (!slot || slot.findings || this.texts.isOpen(path) || (seen & ~lastingTopics) !== 0) return;
    const bytes = this.keeper.packFindings(findings, library.documents.names);
    if (bytes) slot.findings = { bytes, seen, today: this.host.today(), systems: library.systemsPrint };
  }

  /** The findings that can be handed on now. */
  private shown(path: string, findings: readonly Finding[]): readonly Finding[] {
    if (this.isScopeKnown) return findings;
    const { library, checks } = this.known;
    // What a statement says of documents cannot be judged before they are known; it is checked again then.
    const isSystem = isSystemPath(path);
    const certain = isSystem ? findingsWithoutDocuments(findings) : findingsWithoutOthers(findings);
    const isStated = !isSystem && library.hasStatedScope(path);
    if (!isStated || certain.length < findings.length) checks.distrust(path);
    return isSystem || isStated ? certain : certainFindings(library.documents.get(path), certain);
  }
}
