/** What stands at an offset. */
import type { CatalogEntry } from '../../catalog/types.js';
import { entryKeysOf } from '../../coverage.js';
import { isNote, type PolicyDocument, type Reference } from '../../document.js';
import { replacementOf } from '../../rules/support/editions.js';
import { isClaimable, lookUp } from '../../rules/support/lookup.js';
import { isInScope, scopeOf } from '../../rules/support/scope.js';
import { prefixSpan } from '../../rules/support/source.js';
import type { Snapshot } from '../../snapshot.js';
import type { Decision, ManagementSystem } from '../../soa/types.js';
import { type Span, touches } from '../../text.js';

/** `27001:2013:` */
const longestPrefix = 12;

/**
 * The references at an offset; the prefix before an id (`27001:`) counts as its beginning where the text is given.
 * Several where one text stands for several standards (`ISO 27001/42001 clause 9.2`); of two texts that touch the
 * offset those of the one that begins there.
 */
export function referencesAt(
  document: PolicyDocument,
  offset: number,
  text: string | null = null,
): readonly Reference[] {
  let found: Reference[] = [];
  for (const reference of document.references) {
    if (reference.span.start > offset + longestPrefix) break;
    const start = text === null ? reference.span.start : prefixSpan(text, reference).start;
    if (!touches({ start, end: reference.span.end }, offset)) continue;
    if (found[0]?.span.start !== reference.span.start) found = [];
    found.push(reference);
  }
  return found;
}

/** The management system whose soa.yaml has that path. */
export function systemAtPath(path: string, snapshot: Snapshot): ManagementSystem | null {
  return snapshot.systems.find((system) => system.path === path) ?? null;
}

/** The decision whose key stands at the offset. */
export function decisionKeyAt(system: ManagementSystem, offset: number): Decision | null {
  return system.decisions.find((decision) => touches(decision.keySpan, offset)) ?? null;
}

/** The entries named at an offset of a document or soa.yaml, with the place that names them. */
export interface EntriesAt {
  readonly span: Span;
  readonly entries: readonly CatalogEntry[];
}

/** The catalog entries that the text at the offset names; of an ambiguous reference those of every reading. */
export function entriesAt(snapshot: Snapshot, path: string, offset: number): EntriesAt | null {
  const system = systemAtPath(path, snapshot);
  if (system) {
    const decision = decisionKeyAt(system, offset);
    const entry = decision?.entryKey ? snapshot.catalog.entry(decision.entryKey) : undefined;
    return decision && entry ? { span: decision.keySpan, entries: [entry] } : null;
  }
  const document = snapshot.documents.get(path);
  const references = document ? referencesAt(document, offset, snapshot.textOf(path)) : [];
  if (references.length === 0) return null;
  return { span: references[0]!.span, entries: references.flatMap((reference) => entriesOf(reference, snapshot)) };
}

/** The catalog entries that a reference names, whichever edition has them. */
export function entriesOf(reference: Reference, snapshot: Snapshot): CatalogEntry[] {
  const entries: CatalogEntry[] = [];
  for (const { entry } of lookUp(reference, snapshot.catalog)) if (entry) entries.push(entry);
  for (const reading of reference.readings) {
    const standard = snapshot.catalog.edition(reading.standard, reading.edition);
    const entry = standard && snapshot.catalog.find(standard.key, reference.id);
    if (entry) entries.push(entry);
  }
  return entries;
}

/**
 * What the tags of a document claim as coverage counts it, each entry once, in the order of the text: controls and clauses. A
 * group, general text or guidance, an ambiguous tag and a number of an edition whose successor is in scope claim nothing.
 */
export function entriesOfTags(tags: readonly Reference[], path: string, snapshot: Snapshot): CatalogEntry[] {
  const { catalog } = snapshot;
  const scope = scopeOf(path, snapshot);
  const isReplaced = ({ standardKey }: CatalogEntry) => {
    const standard = catalog.standard(standardKey)!;
    const newest = replacementOf(standard, catalog);
    return newest !== null && isInScope(newest, scope, catalog) && !isInScope(standard, scope, catalog);
  };
  const clear = tags.filter((tag) => tag.isTag && tag.readings.length < 2 && !isNote(tag));
  const keys = new Set(clear.flatMap((tag) => entryKeysOf(tag, catalog)));
  return [...keys].map((key) => catalog.entry(key)!).filter((entry) => isClaimable(entry) && !isReplaced(entry));
}
