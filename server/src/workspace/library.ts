/**
 * What the workspace knows: every document parsed and resolved, every management system, and who covers what. It gets
 * texts and gives values; where the texts come from is not its business.
 */
import type { Catalog } from '../core/catalog/types.js';
import { Names } from '../core/compact/names.js';
import { CoverageIndex } from '../core/coverage.js';
import type { ScopedStandard } from '../core/document.js';
import { FieldIndex } from '../core/fieldValues.js';
import { parseDocument, resolveDocument, type ScopeVotes, scopeVotes } from '../core/parse.js';
import type { DraftDocument } from '../core/references/draft.js';
import { KeptRuns } from '../core/references/text/run.js';
import type { Settings } from '../core/settings.js';
import { coveredFolders, systemCovering } from '../core/soa/coveredFolders.js';
import { parseSoa } from '../core/soa/parse.js';
import type { ManagementSystem } from '../core/soa/types.js';
import { DocumentStore } from './documentStore.js';
import { fingerprintOf } from './fingerprint.js';
import { PathQueue } from './pathQueue.js';
import { outermostFirst, type Scope, scopeOf, standardsOfSettings } from './scope.js';
import type { StoredDocument } from './storedIndex.js';
import type { Topic, TopicVersions } from './trackedSnapshot.js';
import { VoteCount } from './votes.js';

interface Entry {
  /**
   * What resolving needs; null once that is done, because it is larger than what comes of it. Where the scope changes
   * later, the text is read once more.
   */
  draft: DraftDocument | null;
  /** Fingerprint of the scope it was resolved against; null while it is not resolved. */
  resolvedFor: string | null;
  /** Resolved against the scope that the documents read so far imply, which is hardly ever another one at the end. */
  early: { readonly scope: string; readonly bytes: Uint8Array; readonly stored?: StoredDocument } | null;
}

/** More documents than a person writes in at a time. */
const mostWritten = 10;

export class Library {
  /** By path; in the order of the paths once `sortDocuments` was called. */
  readonly documents: DocumentStore;
  readonly coverage: CoverageIndex;
  readonly fields = new FieldIndex();
  /** Replaced whenever a system changes, so that its identity tells. */
  systems: readonly ManagementSystem[] = [];
  versions: TopicVersions = { documents: 0, coverage: 0, systems: 0, scope: 0, files: 0, fields: 0 };

  /** Documents whose text is needed once more. Whoever gives it takes them out. */
  readonly wanted = new Set<string>();
  /** Documents that were resolved since somebody last took note (and emptied it). */
  readonly resolved = new Set<string>();

  private readonly entries = new Map<string, Entry>();
  private readonly systemsByPath = new Map<string, ManagementSystem>();
  private readonly scopesOfSystems = new Map<string, Scope>();
  /** Their texts: they are few, and each check of one quotes from it. */
  readonly systemTexts = new Map<string, string>();
  private readonly unresolved = new PathQueue();
  /** What is known of the texts that somebody writes in. */
  private readonly written = new Map<string, KeptRuns>();
  private readonly settingsScope: Scope;
  private readonly votes = new VoteCount();
  /** Documents whose votes must be counted anew. */
  private readonly uncounted = new PathQueue();
  private haveVotesChanged = false;
  private print: string | null = null;
  /** The scope of documents for which no soa.yaml states one. */
  private fallback: Scope;

  constructor(
    readonly catalog: Catalog,
    readonly settings: Settings,
    options: {
      readonly documentsAtHand?: number;
      readonly names?: Names;
      /** What is known already of what all documents imply. */
      readonly implied?: readonly ScopedStandard[];
    } = {},
  ) {
    this.documents = new DocumentStore(options.names ?? new Names(), options.documentsAtHand);
    this.coverage = new CoverageIndex(catalog, this.documents);
    this.settingsScope = scopeOf(standardsOfSettings(settings, catalog));
    this.fallback = options.implied?.length ? scopeOf(options.implied) : this.settingsScope;
  }

  /**
   * Takes the text of a document. With `resolve` its references are resolved at once against the scope as known now;
   * without, `resolveNext` does it later. `isWritten` says that the next text of it will be nearly the same.
   */
  setDocument(path: string, text: string, resolve: boolean, isWritten = false): void {
    const { catalog, settings } = this;
    const draft = parseDocument(path, text, { catalog, settings, runs: this.runsOf(path, isWritten) });
    const entry: Entry = { draft, resolvedFor: null, early: null };
    this.entries.set(path, entry);
    this.wanted.delete(path);
    this.unresolved.add(path);
    this.countVotes(path);
    if (resolve) this.resolve(path);
    else this.resolveEarly(entry);
  }

  /** Takes what was stored of a document instead of its text. Where other standards are in scope now, the text is wanted. */
  restoreDocument(path: string, stored: StoredDocument, resolve: boolean): void {
    const early = { scope: stored.scope, bytes: stored.document, stored };
    this.entries.set(path, { draft: null, resolvedFor: null, early });
    this.wanted.delete(path);
    this.unresolved.add(path);
    const isImplied = this.isImplied(path);
    if (isImplied && !stored.votes) this.uncounted.add(path);
    else this.setVotes(path, isImplied ? stored.votes : null);
    if (resolve) this.resolve(path);
  }

  /** What is to be stored of a document; null while it is not resolved. */
  storedDocument(path: string, stamp: string): StoredDocument | null {
    const scope = this.entries.get(path)?.resolvedFor;
    const document = this.documents.bytesOf(path);
    const coverage = this.coverage.stored(path);
    const fields = this.fields.stored(path);
    if (scope == null || !document || !coverage || !fields) return null;
    const findings = this.documents.slot(path)?.findings ?? null;
    return { stamp, scope, votes: this.votes.get(path), coverage, fields, document, findings };
  }

  /** Stands for all soa.yaml files as they are. */
  get systemsPrint(): string {
    this.print ??= fingerprintOf(...this.systems.flatMap(({ path }) => [path, this.systemTexts.get(path) ?? '']));
    return this.print;
  }

  /** Takes the text of a soa.yaml. Documents below it are resolved anew where its standards changed. */
  setSystem(path: string, text: string): void {
    const system = parseSoa(path, text, this.catalog);
    const scope = scopeOf(system.standards);
    const before = this.systemsByPath.get(path);
    const isNewScope =
      this.scopesOfSystems.get(path)?.fingerprint !== scope.fingerprint ||
      (before !== undefined && coveredFolders(before).join('\n') !== coveredFolders(system).join('\n'));
    this.systemsByPath.set(path, system);
    this.scopesOfSystems.set(path, scope);
    this.systemTexts.set(path, text);
    this.systemsChanged(isNewScope);
  }

  /** Forgets a document or a system. */
  delete(path: string): void {
    if (this.systemsByPath.delete(path)) {
      this.scopesOfSystems.delete(path);
      this.systemTexts.delete(path);
      this.systemsChanged(true);
    }
    if (!this.entries.delete(path)) return;
    this.written.delete(path);
    this.unresolved.delete(path);
    this.wanted.delete(path);
    this.coverage.delete(path);
    this.fields.delete(path);
    this.documents.delete(path);
    this.uncounted.add(path);
    this.bump('documents', 'coverage', 'fields');
  }

  has(path: string): boolean {
    return this.entries.has(path) || this.systemsByPath.has(path);
  }

  /** Every document and system known, resolved or not. */
  paths(): string[] {
    return [...this.entries.keys(), ...this.systemsByPath.keys()];
  }

  /** Whether the scope of the document is stated (by a soa.yaml above it or by the settings) and not gathered from all documents. */
  hasStatedScope(path: string): boolean {
    return !this.isImplied(path);
  }

  /** What all documents that were counted imply to be in scope where nothing states it. */
  get implied(): readonly ScopedStandard[] {
    return this.fallback.standards;
  }

  /** The standards in scope for a document. */
  scopeFor(path: string): Scope {
    return this.statedScope(path) ?? this.fallback;
  }

  get hasUnresolved(): boolean {
    const sets = [this.uncounted, this.unresolved, this.wanted];
    return this.haveVotesChanged || sets.some((paths) => paths.size > 0);
  }

  /** One small piece of what is left to resolve; false when nothing is. To be called when all documents are in. */
  resolveNext(): boolean {
    const uncounted = this.uncounted.take();
    if (uncounted !== null) {
      this.countVotes(uncounted);
      return true;
    }
    if (this.haveVotesChanged) {
      this.gatherScope();
      return true;
    }
    const unresolved = this.unresolved.take();
    if (unresolved !== null) this.resolve(unresolved);
    return unresolved !== null;
  }

  /** Takes all votes so far into the scope of documents for which none is stated. Whether it is another one now. */
  gatherScope(): boolean {
    if (!this.haveVotesChanged) return false;
    this.haveVotesChanged = false;
    const before = this.fallback;
    this.combineVotes();
    return this.fallback !== before;
  }

  /** Puts the documents into the order of their paths, so that no answer depends on the order of events. */
  sortDocuments(): void {
    this.documents.sort();
  }

  /** Notes that files which are no documents came or went (evidence, for example). */
  filesChanged(): void {
    this.bump('files');
  }

  private resolve(path: string): void {
    this.unresolved.delete(path);
    const entry = this.entries.get(path);
    if (!entry) return;
    const scope = this.scopeFor(path);
    if (entry.resolvedFor === scope.fingerprint) {
      this.releaseDraft(path, entry);
      return;
    }
    if (entry.draft) this.documents.set(path, resolveDocument(entry.draft, scope.standards, this));
    else if (entry.early?.scope === scope.fingerprint) {
      this.documents.setBytes(path, entry.early.bytes, entry.early.stored?.findings);
    } else {
      this.wanted.add(path);
      return;
    }
    entry.resolvedFor = scope.fingerprint;
    const hasOtherFields = this.index(path, entry);
    entry.early = null;
    this.resolved.add(path);
    this.releaseDraft(path, entry);
    this.bump('documents', 'coverage', ...(hasOtherFields ? (['fields'] as const) : []));
  }

  /** Whether the values of the document's fields are others than before: most edits leave them as they are. */
  private index(path: string, entry: Entry): boolean {
    const stored = entry.draft ? undefined : entry.early?.stored;
    if (stored) {
      this.coverage.restore(path, stored.coverage);
      return this.fields.restore(path, stored.fields);
    }
    const document = this.documents.get(path)!;
    this.coverage.set(document);
    return this.fields.set(document);
  }

  /**
   * Resolves against what the documents read so far imply, and lets the draft go: ten thousand of them would take a
   * gigabyte until the last document has voted. Where the scope turns out to be another one, the text is read once more.
   */
  private resolveEarly(entry: Entry): void {
    if (!entry.draft) return;
    const scope = this.impliedSoFar();
    const bytes = this.documents.pack(resolveDocument(entry.draft, scope.standards, this));
    if (!bytes) return;
    entry.early = { scope: scope.fingerprint, bytes };
    entry.draft = null;
  }

  private impliedSoFar(): Scope {
    if (this.settingsScope.standards.length > 0) return this.settingsScope;
    return scopeOf(this.votes.combined());
  }

  private runsOf(path: string, isWritten: boolean): KeptRuns | undefined {
    const runs = isWritten ? (this.written.get(path) ?? new KeptRuns()) : undefined;
    this.written.delete(path);
    if (runs) this.written.set(path, runs);
    for (const oldest of this.written.keys()) {
      if (this.written.size <= mostWritten) break;
      this.written.delete(oldest);
    }
    return runs;
  }

  private releaseDraft(path: string, entry: Entry): void {
    if (this.uncounted.has(path) || this.unresolved.has(path)) return;
    entry.draft = null;
    entry.early = null;
  }

  private systemsChanged(scopesChanged: boolean): void {
    this.systems = outermostFirst(this.systemsByPath.values());
    this.print = null;
    this.bump('systems');
    if (!scopesChanged) return;
    for (const path of this.entries.keys()) this.uncounted.add(path);
    this.scopesChanged();
  }

  private scopesChanged(): void {
    this.bump('scope');
    for (const [path, entry] of this.entries) {
      if (entry.resolvedFor !== this.scopeFor(path).fingerprint) this.unresolved.add(path);
    }
  }

  private countVotes(path: string): void {
    this.uncounted.delete(path);
    const entry = this.entries.get(path);
    if (!entry || !this.isImplied(path)) this.setVotes(path, null);
    else if (entry.draft) this.setVotes(path, scopeVotes(entry.draft, this));
    else if (!this.votes.has(path)) this.wanted.add(path);
    if (entry) this.releaseDraft(path, entry);
  }

  private setVotes(path: string, votes: ScopeVotes | null): void {
    if (this.votes.set(path, votes)) this.haveVotesChanged = true;
  }

  private combineVotes(): void {
    if (this.settingsScope.standards.length > 0) return;
    const combined = scopeOf(this.votes.combined());
    if (combined.fingerprint === this.fallback.fingerprint) return;
    this.fallback = combined;
    this.scopesChanged();
  }

  private isImplied(path: string): boolean {
    return this.settingsScope.standards.length === 0 && this.statedScope(path) === null;
  }

  /** What the soa.yaml says that covers the path; null without one, and while it names no standard (somebody may be writing it). */
  private statedScope(path: string): Scope | null {
    const system = systemCovering(path, this.systems);
    const scope = system && this.scopesOfSystems.get(system.path);
    return scope && scope.standards.length > 0 ? scope : null;
  }

  private bump(...changed: Topic[]): void {
    const versions: Record<Topic, number> = { ...this.versions };
    for (const topic of changed) versions[topic]++;
    this.versions = versions;
  }
}
