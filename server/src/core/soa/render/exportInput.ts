/** What an export is made of: the statement, the clause matrix, and where both came from. */
import { visible } from '../../visible.js';
import type { ClauseMatrix } from '../clauseMatrixTypes.js';
import type { SoaModel } from '../modelTypes.js';

export interface SoaExport {
  readonly model: SoaModel;
  /** Clauses 4–10; null where they are not wanted. */
  readonly matrix: ClauseMatrix | null;
  readonly provenance: Provenance;
  /** The folder of the workspace in which the file will lie, for links to documents; `''` for its root. */
  readonly folder: string;
}

/** Where an export came from. Both are parameters: the core asks neither git nor the package. */
export interface Provenance {
  /** Hash of the commit from which the files were read, or null where there is none or nobody may ask. */
  readonly commit: string | null;
  /** Whether files differed from that commit. */
  readonly isModified: boolean;
  /** `Clausemark 0.1.0` */
  readonly generator: string;
}

export const noProvenance: Provenance = { commit: null, isModified: false, generator: 'Clausemark' };

/** `4f2a… , with changes that are not in it`; null without a commit. */
export function commitText({ commit, isModified }: Provenance): string | null {
  if (commit === null) return null;
  return isModified ? `${commit}, with changes that are not committed` : commit;
}

/**
 * A copy in which no text can steer a terminal, the reading direction, or a file format: control characters and marks
 * of direction become visible ones, and halves of surrogate pairs become U+FFFD. Line breaks stay.
 */
export function harmless<T>(value: T): T {
  if (typeof value === 'string') return harmlessText(value) as T;
  if (Array.isArray(value)) return value.map((item) => harmless(item)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, harmless(item)])) as T;
}

function harmlessText(text: string): string {
  // U+FFFE and U+FFFF are no characters, and XML does not take them.
  return visible(text.replace(/\r\n?/g, '\n').replace(/\p{Surrogate}|[\uFFFE\uFFFF]/gu, '\uFFFD'));
}
