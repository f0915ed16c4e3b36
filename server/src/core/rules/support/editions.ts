/** What became of an id from one edition of a standard to the next, in words. */

import type { Catalog, CatalogEntry, Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import { t } from '../../l10n.js';
import type { Snapshot } from '../../snapshot.js';
import { lineAt } from '../../text.js';
import { type LookedUpId, lookUp } from './lookup.js';
import { isInScope, isScopeDeclared, scopeOf } from './scope.js';
import { isInFrontMatter } from './standing.js';
import { joinSome, joinWords, quoted, withTitle } from './wording.js';

/** The edition in force that replaced a withdrawn one; null for an edition that is still in force. */
export function replacementOf(standard: Standard, catalog: Catalog): Standard | null {
  if (standard.status !== 'withdrawn') return null;
  const current = catalog.edition(standard.standard);
  return current && current.key !== standard.key && current.status === 'current' ? current : null;
}

/** What the withdrawn entry is called today, in the newest edition; empty where nothing took its place. */
export function successorsOf(entry: CatalogEntry, newest: Standard, catalog: Catalog): CatalogEntry[] {
  let entries: readonly CatalogEntry[] = [entry];
  for (let steps = 0; steps < 8 && entries.some((one) => one.standardKey !== newest.key); steps++) {
    const next = entries.flatMap((one) => (one.standardKey === newest.key ? [one] : catalog.successors(one.key)));
    if (next.length === 0) return sameEntryIn(newest, entry, catalog);
    entries = next;
  }
  return [...new Set(entries)];
}

/** The entry of the same number and title: what the editions share is not always mapped. */
function sameEntryIn(newest: Standard, entry: CatalogEntry, catalog: Catalog): CatalogEntry[] {
  const same = catalog.find(newest.key, entry.id);
  return same?.kind === entry.kind && sameTitle(same, entry) ? [same] : [];
}

/** `In the 2013 edition it was “Management of technical vulnerabilities”; since 2022 that is A.8.8.` */
export function historySentence(
  entry: CatalogEntry,
  successors: readonly CatalogEntry[],
  newest: Standard,
  catalog: Catalog,
): string {
  const old = catalog.standard(entry.standardKey)!;
  const was = quoted(entry.title);
  const [first] = successors;
  if (!first) {
    const heirs = groupsOfHeirs(entry, newest, catalog);
    if (heirs.length === 0) {
      const isSingle = entry.kind === 'control' || entry.withdrawn;
      return isSingle
        ? t(
            'In the {0} edition it was {1}; the {2} edition has nothing in its place.',
            old.edition,
            was,
            newest.edition,
          )
        : t('In the {0} edition it was {1}; the {2} edition is ordered differently.', old.edition, was, newest.edition);
    }
    return t(
      'In the {0} edition it was {1}; since {2} its contents are in {3}.',
      old.edition,
      was,
      newest.edition,
      joinSome(heirs.map(withTitle), 3),
    );
  }
  const single = sameTitle(entry, first) ? first.id : withTitle(first);
  const now = successors.length > 1 ? joinWords(successors.map(withTitle)) : single;
  return t('In the {0} edition it was {1}; since {2} that is {3}.', old.edition, was, newest.edition, now);
}

/** The groups of the newest edition to which the controls or clauses below a group of an older one went. */
export function groupsOfHeirs(group: CatalogEntry, newest: Standard, catalog: Catalog): CatalogEntry[] {
  const heirs = new Map<string, CatalogEntry>();
  for (const child of entriesBelow(group, catalog)) {
    for (const successor of successorsOf(child, newest, catalog)) {
      const parent = successor.parent ? catalog.find(newest.key, successor.parent) : undefined;
      if (parent) heirs.set(parent.key, parent);
    }
  }
  return [...heirs.values()];
}

/** Everything below an entry, however deep; without the entry. */
export function entriesBelow(entry: CatalogEntry, catalog: Catalog, depth = 0): CatalogEntry[] {
  if (depth > 6) return [];
  return catalog
    .children(entry.standardKey, entry.id)
    .flatMap((child) => [child, ...entriesBelow(child, catalog, depth + 1)]);
}

/** Whether two entries have the same title, whatever its case. */
export function sameTitle(one: CatalogEntry, other: CatalogEntry): boolean {
  return one.title.toLowerCase() === other.title.toLowerCase();
}

/**
 * Whether the text itself says the edition that lacks the id: only then is an edition kept that does not have it, while
 * otherwise the reference is resolved to the edition that has it.
 */
export function isEditionStated(looked: LookedUpId, reference: Reference): boolean {
  return looked.state === 'other-edition' && reference.edition !== null;
}

/** Whether the document is to be read against this edition: by its management system, or because it cites it itself. */
export function isEditionInScope(standard: Standard, document: PolicyDocument, snapshot: Snapshot): boolean {
  const { catalog } = snapshot;
  const isForAll = isInScope(standard, scopeOf(document.path, snapshot), catalog);
  if (isForAll && isScopeDeclared(document.path, snapshot)) return true;
  // What most documents are about is nothing that this one has to hold to, where it says that it is about another edition.
  return !namesOlderOnly(standard, document, catalog) && (isForAll || citesOfItself(standard, document, catalog));
}

/** "ISO/IEC 27701:2019 · certificate …": the document says which edition it is about, and it is not this one. */
function namesOlderOnly(standard: Standard, document: PolicyDocument, catalog: Catalog): boolean {
  const editions = (document.named ?? []).filter((one) => one.standard === standard.standard);
  return (
    editions.some((one) => catalog.edition(one.standard, one.edition)?.status === 'withdrawn') &&
    !editions.some((one) => one.edition === standard.edition) &&
    !isInFrontMatter(standard, document)
  );
}

/** Whether it cites the edition otherwise than beside the older number, as tables of renumbering do. */
function citesOfItself(standard: Standard, document: PolicyDocument, catalog: Catalog): boolean {
  const { references, lineStarts } = document;
  const linesOfOlder = new Set<number>();
  for (const { isCrosswalk, span } of references) if (isCrosswalk) linesOfOlder.add(lineAt(lineStarts, span.start));
  return references.some(
    (reference) =>
      reference.standard === standard.standard &&
      reference.edition === standard.edition &&
      !linesOfOlder.has(lineAt(lineStarts, reference.span.start)) &&
      lookUp(reference, catalog).some((looked) => looked.state === 'known'),
  );
}

/** Whether the management system says that edition; what this document cites, or a scope without a year, does not count. */
export function worksBy(newest: Standard, document: PolicyDocument, snapshot: Snapshot): boolean {
  return scopeOf(document.path, snapshot).some(
    (scoped) => scoped.standard === newest.standard && scoped.edition === newest.edition,
  );
}
