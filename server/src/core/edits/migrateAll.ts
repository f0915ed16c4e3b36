/** Moves documents and management systems of a workspace from one edition of a standard to the next, as one change. */

import type { Standard } from '../catalog/types.js';
import type { ScopedStandard } from '../document.js';
import { t } from '../l10n.js';
import { impliedScope, parseDocument } from '../parse.js';
import { replaces } from '../rules/support/lookup.js';
import { systemOf } from '../rules/support/scope.js';
import type { TextEdit } from '../rules/types.js';
import type { Snapshot } from '../snapshot.js';
import { applyInOrder } from './applyEdits.js';
import { migrateDocument } from './migrate.js';
import { migrateSystem } from './migrateSystem.js';
import type { MigrationEntry, MigrationPlan } from './migration/types.js';

/** What becomes of one file. */
export interface FileMigration {
  readonly path: string;
  /** As it is. */
  readonly text: string;
  /** As it would be; the same where nothing changes. */
  readonly newText: string;
  readonly edits: readonly TextEdit[];
  readonly entries: readonly MigrationEntry[];
}

export interface Selection {
  readonly documents: readonly string[];
  /** Paths of soa.yaml files. */
  readonly systems: readonly string[];
}

/** Why there is no way from one edition to the other, in plain words; null where there is one. */
export function migrationProblem(from: Standard, to: Standard, snapshot: Snapshot): string | null {
  if (from.type !== 'management-system') return t('{0} has no Annex A and no editions to move between.', from.name);
  if (from.standard !== to.standard) return t('{0} and {1} are different standards.', from.name, to.name);
  if (replaces(to, from, snapshot.catalog)) return null;
  return t(
    '{0} did not replace {1}: the numbers are known from an older edition to the newer one.',
    to.name,
    from.name,
  );
}

/** The migration of the selected files, in the order of the selection: systems first. Files without a line are left out. */
export function migrateAll(snapshot: Snapshot, from: Standard, to: Standard, selection: Selection): FileMigration[] {
  const plan = (scopeAfter: readonly ScopedStandard[]): MigrationPlan => {
    return { catalog: snapshot.catalog, settings: snapshot.settings, from, to, scopeAfter };
  };
  const systems = selection.systems.flatMap((path) => {
    const system = snapshot.systems.find((one) => one.path === path);
    const text = snapshot.textOf(path);
    if (!system || text === null) return [];
    return [fileOf(path, text, migrateSystem(system, text, plan([])))];
  });
  const migrate = (implied: readonly ScopedStandard[] | null) =>
    selection.documents.flatMap((path) => {
      const document = snapshot.documents.get(path);
      const text = snapshot.textOf(path);
      if (!document || text === null) return [];
      return [
        fileOf(
          path,
          text,
          migrateDocument(document, text, plan(scopeAfter(path, implied, systems, snapshot, from, to))),
        ),
      ];
    });
  let documents = migrate(null);
  // Without a soa.yaml the documents themselves tell the edition in scope: it must have followed them.
  const implied = impliedAfter(documents, snapshot, from);
  if (implied && editionOf(implied, from) !== to.edition) documents = migrate(implied);
  return [...systems, ...documents].filter(({ entries }) => entries.length > 0);
}

function fileOf(
  path: string,
  text: string,
  { edits, entries }: { readonly edits: readonly TextEdit[]; readonly entries: readonly MigrationEntry[] },
): FileMigration {
  return { path, text, newText: applyInOrder(text, edits), edits, entries };
}

/** The scope in which a document will be read: that of its soa.yaml as migrated, of the settings, or as implied. */
function scopeAfter(
  path: string,
  implied: readonly ScopedStandard[] | null,
  systems: readonly FileMigration[],
  snapshot: Snapshot,
  from: Standard,
  to: Standard,
): readonly ScopedStandard[] {
  const before = snapshot.scopeFor?.(path) ?? [];
  const system = systemOf(path, snapshot);
  const isMoved = system
    ? systems.some((file) => file.path === system.path && file.edits.length > 0)
    : snapshot.settings.standards.length === 0;
  if (!system && isMoved && implied) return implied;
  if (!isMoved) return before;
  return before.map((one) =>
    one.standard === from.standard && one.edition === from.edition ? { ...one, edition: to.edition } : one,
  );
}

/** What the documents imply when they are migrated; null where a soa.yaml or the settings tell the scope of all of them. */
function impliedAfter(
  documents: readonly FileMigration[],
  snapshot: Snapshot,
  from: Standard,
): readonly ScopedStandard[] | null {
  const isImplied = ({ path, edits }: FileMigration) => edits.length > 0 && systemOf(path, snapshot) === null;
  if (snapshot.settings.standards.length > 0 || !documents.some(isImplied)) return null;
  const context = { catalog: snapshot.catalog, settings: snapshot.settings };
  const newTexts = new Map(documents.map(({ path, newText }) => [path, newText]));
  const drafts = [...snapshot.documents.keys()].flatMap((path) => {
    const text = newTexts.get(path) ?? snapshot.textOf(path);
    return text === null ? [] : [parseDocument(path, text, context)];
  });
  const implied = impliedScope(drafts, context);
  return implied.some((one) => one.standard === from.standard) ? implied : null;
}

function editionOf(scope: readonly ScopedStandard[], { standard }: Standard): string | null {
  return scope.find((one) => one.standard === standard)?.edition ?? null;
}
