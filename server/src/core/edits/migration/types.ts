/** What a migration from one edition of a standard to the next consists of, and what it tells. */
import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { ScopedStandard } from '../../document.js';
import type { Settings } from '../../settings.js';
import type { Span } from '../../text.js';

export interface MigrationPlan {
  readonly catalog: Catalog;
  readonly settings: Settings;
  /** The edition that the texts are to leave, and the one that replaced it. */
  readonly from: Standard;
  readonly to: Standard;
  /** The standards that will be in scope for the document when the migration is done. */
  readonly scopeAfter: readonly ScopedStandard[];
}

export type MigrationOutcome = 'changed' | 'needs-person' | 'left-alone';

/** One line of the report. */
export interface MigrationEntry {
  readonly outcome: MigrationOutcome;
  readonly path: string;
  /** The place in the text as it was. */
  readonly span: Span;
  /** What stood there. */
  readonly text: string;
  /** For `changed` what stands there now; empty where it was removed as a duplicate. */
  readonly newText?: string;
  readonly before: readonly CatalogEntry[];
  /** For `changed` what it became; for `needs-person` what may be meant. */
  readonly after: readonly CatalogEntry[];
  /** For `needs-person` and `left-alone` why, one sentence in plain words; for `changed` empty or a remark. */
  readonly reason: string;
  /** The reason is one of the document as a whole: reports for people tell it once. */
  readonly isOfAll?: boolean;
}
