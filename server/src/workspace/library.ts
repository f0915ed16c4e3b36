/**
 * What the workspace knows: every document parsed and resolved, every management system, and who covers what. It gets
 * texts and gives values; where the texts come from is not its business.
 */
import type { Catalog } from '../core/catalog/types.js';
import { CoverageIndex } from '../core/coverage.js';
import type { PolicyDocument } from '../core/document.js';
import { parseDocument, resolveDocument, type ScopeVotes, scopeVotes } from '../core/parse.js';
import type { DraftDocument } from '../core/references/draft.js';
import type { Settings } from '../core/settings.js';
import { parseSoa } from '../core/soa/parse.js';
import type { ManagementSystem } from '../core/soa/types.js';
import { outermostFirst, type Scope, scopeOf, standardsOfSettings, systemAbove } from './scope.js';
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
}

export class Library {
  /** By path; in the order of the paths once `sortDocuments` was called. */
  documents = new Map<string, PolicyDocument>();
  readonly coverage: CoverageIndex;
  /** Replaced whenever a system changes, so that its identity tells. */
  systems: readonly ManagementSystem[] = [];
  versions: TopicVersions = { documents: 0, coverage: 0, systems: 0, scope: 0, files: 0 };

  /** Documents whose text is needed once more. Whoever gives it takes them out. */
  readonly wanted = new Set<string>();
  /** Documents that were resolved since somebody last took note (and emptied it). */
  readonly resolved = new Set<string>();

  private readonly entries = new Map<string, Entry>();
  private readonly systemsByPath = new Map<string, ManagementSystem>();
  private readonly scopesOfSystems = new Map<string, Scope>();
  private readonly unresolved = new Set<string>();
  private readonly settingsScope: Scope;
  private readonly votes = new VoteCount();
  /** Documents whose votes must be counted anew. */
  private readonly uncounted = new Set<string>();
  private haveVotesChanged = false;
  /** The scope of documents for which no soa.yaml states one. */
  private fallback: Scope;
  private isSorted = true;

  constructor(
    readonly catalog: Catalog,
    readonly settings: Settings,
  ) {
    this.coverage = new CoverageIndex(catalog);
    this.settingsScope = scopeOf(standardsOfSettings(settings, catalog));
    this.fallback = this.settingsScope;
  }

  /**
   * Takes the text of a document. With `resolve` its references are resolved at once against the scope as known now;
   * without, `resolveNext` does it later.
   */
  setDocument(path: string, text: string, resolve: boolean): void {
    this.entries.set(path, { draft: parseDocument(path, text, this), resolvedFor: null });
    this.uncounted.add(path);
    this.wanted.delete(path);
    if (resolve) this.resolve(path);
    else this.unresolved.add(path);
  }

  /** Takes the text of a soa.yaml. Documents below it are resolved anew where its standards changed. */
  setSystem(path: string, text: string): void {
    const system = parseSoa(path, text, this.catalog);
    const scope = scopeOf(system.standards);
    const isNewScope = this.scopesOfSystems.get(path)?.fingerprint !== scope.fingerprint;
    this.systemsByPath.set(path, system);
    this.scopesOfSystems.set(path, scope);
    this.systemsChanged(isNewScope);
  }

  /** Forgets a document or a system. */
  delete(path: string): void {
    if (this.systemsByPath.delete(path)) {
      this.scopesOfSystems.delete(path);
      this.systemsChanged(true);
    }
    if (!this.entries.delete(path)) return;
    this.unresolved.delete(path);
    this.wanted.delete(path);
    this.coverage.delete(path);
    this.documents.delete(path);
    this.uncounted.add(path);
    this.bump('documents', 'coverage');
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
    for (const path of this.uncounted) {
      this.countVotes(path);
      return true;
    }
    if (this.haveVotesChanged) {
      this.haveVotesChanged = false;
      this.combineVotes();
      return true;
    }
    for (const path of this.unresolved) {
      this.resolve(path);
      return true;
    }
    return false;
  }

  /** Puts the documents into the order of their paths, so that no answer depends on the order of events. */
  sortDocuments(): void {
    if (this.isSorted) return;
    const byPath = [...this.documents].sort(([a], [b]) => (a < b ? -1 : 1));
    this.documents = new Map(byPath);
    this.isSorted = true;
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
    if (!entry.draft) {
      this.wanted.add(path);
      return;
    }
    const document = resolveDocument(entry.draft, scope.standards, this);
    entry.resolvedFor = scope.fingerprint;
    if (!this.documents.has(path)) this.isSorted = false;
    this.documents.set(path, document);
    this.resolved.add(path);
    this.coverage.set(document);
    this.releaseDraft(path, entry);
    this.bump('documents', 'coverage');
  }

  private releaseDraft(path: string, entry: Entry): void {
    if (!this.uncounted.has(path) && !this.unresolved.has(path)) entry.draft = null;
  }

  private systemsChanged(scopesChanged: boolean): void {
    this.systems = outermostFirst(this.systemsByPath.values());
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

  /** What the nearest soa.yaml says; null without one, and while it names no standard (somebody may be writing it). */
  private statedScope(path: string): Scope | null {
    const system = systemAbove(path, this.systems);
    const scope = system && this.scopesOfSystems.get(system.path);
    return scope && scope.standards.length > 0 ? scope : null;
  }

  private bump(...changed: Topic[]): void {
    const versions: Record<Topic, number> = { ...this.versions };
    for (const topic of changed) versions[topic]++;
    this.versions = versions;
  }
}
