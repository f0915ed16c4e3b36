/** Checks of migrations: text in, text out, and what is told. Every text is migrated twice: the second time nothing changes. */
import assert from 'node:assert/strict';
import type { Standard } from '../../server/src/core/catalog/types.js';
import { applyInOrder } from '../../server/src/core/edits/applyEdits.js';
import { type MigrationEntry, migrateDocument } from '../../server/src/core/edits/migrate.js';
import { migrateSystem } from '../../server/src/core/edits/migrateSystem.js';
import { parseSoa } from '../../server/src/core/soa/parse.js';
import { applyEdits } from './applyEdits.js';
import { catalogOfProject } from './realCatalog.js';
import { makeSnapshot } from './workspace.js';

export interface MigrationOptions {
  /** `27001:2013` unless said otherwise. */
  readonly from?: string;
  /** `27001:2022` unless said otherwise. */
  readonly to?: string;
  /** The other standards in scope, with their editions. */
  readonly beside?: readonly string[];
  /** The edition in scope before the migration; that of `from` unless said otherwise. */
  readonly inScope?: string;
  /** The edition in scope after it; that of `to` unless said otherwise. */
  readonly inScopeAfter?: string;
}

export interface Migrated {
  readonly text: string;
  readonly entries: readonly MigrationEntry[];
}

function editionNamed(written: string): Standard {
  const [standard, edition] = written.split(':');
  const found = catalogOfProject().edition(standard!, edition);
  assert.ok(found, `The catalog has no ${written}.`);
  return found;
}

function planOf({ from = '27001:2013', to = '27001:2022', inScopeAfter = to, beside = [] }: MigrationOptions) {
  const scopeAfter = [inScopeAfter, ...beside].map((written) => {
    const [standard, edition] = written.split(':');
    return { standard: standard!, edition: edition ?? null };
  });
  return { catalog: catalogOfProject(), from: editionNamed(from), to: editionNamed(to), scopeAfter };
}

function migrateOnce(text: string, inScope: string, options: MigrationOptions): Migrated {
  const catalog = catalogOfProject();
  const standards = [inScope, ...(options.beside ?? [])];
  const snapshot = makeSnapshot({ 'policy.md': text }, { catalog, settings: { standards } });
  const plan = { ...planOf(options), settings: snapshot.settings };
  const { edits, entries } = migrateDocument(snapshot.documents.get('policy.md')!, text, plan);
  // The other way to apply edits refuses those that overlap.
  assert.equal(applyInOrder(text, edits), applyEdits(text, edits));
  return { text: applyEdits(text, edits), entries };
}

/** Migrates a document; fails where a second migration of the result changed something again. */
export function migrateText(text: string, options: MigrationOptions = {}): Migrated {
  const once = migrateOnce(text, options.inScope ?? options.from ?? '27001:2013', options);
  const twice = migrateOnce(once.text, options.inScopeAfter ?? options.to ?? '27001:2022', options);
  assert.equal(twice.text, once.text, 'The second migration changed something again.');
  return once;
}

/** Migrates a soa.yaml; fails where a second migration of the result changed something again. */
export function migrateSoa(text: string, options: MigrationOptions = {}): Migrated {
  const settings = makeSnapshot({}).settings;
  const plan = { ...planOf(options), settings };
  const once = migrateSystem(parseSoa('soa.yaml', text, plan.catalog), text, plan);
  const after = applyEdits(text, once.edits);
  const twice = migrateSystem(parseSoa('soa.yaml', after, plan.catalog), after, plan);
  assert.deepEqual(twice.edits, [], 'The second migration changed something again.');
  return { text: after, entries: once.entries };
}

/** `needs-person A.18.2.3 → A.5.36 A.8.8`, one line for each entry of the report. */
export function linesOf({ entries }: Migrated): string[] {
  return entries.map(({ outcome, text, newText, after }) => {
    const now = newText ?? after.map((entry) => entry.id).join(' ');
    return `${outcome} ${text}${now === '' ? '' : ` → ${now}`}`;
  });
}

/** The reason that is given for a place. */
export function reasonFor(text: string, { entries }: Migrated): string {
  const found = entries.find((entry) => entry.text === text);
  assert.ok(found, `Nothing is said of “${text}”.`);
  return found.reason;
}
