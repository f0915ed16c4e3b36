/** The value on which every feature and rule works: all documents, all decisions, the catalog, the settings, today. */
import type { Catalog } from './catalog/types.js';
import type { CoverageIndex } from './coverage.js';
import type { PolicyDocument, ScopedStandard } from './document.js';
import type { FieldIndex } from './fieldValues.js';
import type { Settings } from './settings.js';
import type { ManagementSystem } from './soa/types.js';

export interface Snapshot {
  readonly catalog: Catalog;
  readonly settings: Settings;
  /** The calendar date, `2026-11-21`: time is a parameter. */
  readonly today: string;
  /** By path, relative to the root. */
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  /** Management systems (one per soa.yaml), outermost first. Empty without a soa.yaml. */
  readonly systems: readonly ManagementSystem[];
  /** Who claims and who mentions what. */
  readonly coverage: CoverageIndex;
  /** Which documents give which value to a field. Absent in snapshots made by hand; `fieldValues` asks either way. */
  readonly fields?: FieldIndex;
  /**
   * The standards in scope for the document of that path, the same against which its references were resolved: those of
   * the nearest soa.yaml, else of the settings, else what the documents imply. Absent in snapshots made by hand.
   */
  scopeFor?(path: string): readonly ScopedStandard[];
  /** Where the lines of the document of that path begin, for whoever needs nothing else of it. Absent in snapshots made by hand. */
  lineStartsOf?(path: string): Uint32Array | undefined;
  /** The source of a document or soa.yaml, or null where it cannot be had; may read from disk at the host's side. */
  textOf(path: string): string | null;
  /** Whether a file of that path exists in the workspace (for links and evidence); null where the host cannot say. */
  fileExists(path: string): boolean | null;
  /** Whether a folder of that path is known to exist. Absent in snapshots made by hand. */
  isFolder?(path: string): boolean;
}
