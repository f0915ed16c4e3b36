/** Symbols of the whole workspace: controls with the place that covers them, documents, headings. */

import type { CatalogEntry } from '../catalog/types.js';
import { t } from '../l10n.js';
import { filledField } from '../rules/support/fields.js';
import { decisionOn, documentsWithin } from '../rules/support/scope.js';
import { shortNameOf } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import { nameOfFile } from '../soa/listedDocuments.js';
import { listedBeside } from './support/covering.js';
import { nameOf, type Place, startOf } from './support/documents.js';

export interface WorkspaceSymbol extends Place {
  readonly name: string;
  /** Where it belongs: the document of a heading, how a control is covered. */
  readonly container: string;
  readonly kind: 'control' | 'document' | 'heading';
}

const mostSymbols = 400;

/**
 * Symbols of which the name contains every word of the query, whatever the case: controls first, then documents, then
 * headings, at most 400. An empty query gives controls and documents.
 */
export function workspaceSymbols(snapshot: Snapshot, query: string): WorkspaceSymbol[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (name: string) => {
    const lower = name.toLowerCase();
    return words.every((word) => lower.includes(word));
  };
  const symbols: WorkspaceSymbol[] = [];
  addControls(symbols, snapshot, matches);
  for (const document of snapshot.documents.values()) {
    if (symbols.length >= mostSymbols) return symbols;
    const name = nameOf(document);
    if (!matches(`${name} ${document.path}`)) continue;
    const container = [filledField(document, 'status')?.value, document.path].filter((part) => part).join(' · ');
    symbols.push({ name, container, kind: 'document', path: document.path, span: startOf(document) });
  }
  if (words.length > 0) addHeadings(symbols, snapshot, matches);
  return symbols;
}

function addControls(symbols: WorkspaceSymbol[], snapshot: Snapshot, matches: (name: string) => boolean): void {
  for (const standard of snapshot.catalog.standards) {
    for (const entry of snapshot.catalog.controls(standard.key)) {
      if (symbols.length >= mostSymbols) return;
      const name = `${shortNameOf(entry, snapshot.catalog)} ${entry.id} ${entry.title}`;
      // Tags are written with a colon, and people copy them from there.
      if (!matches(`${name} ${standard.standard}:${entry.id} ${standard.standard}:${standard.edition}:${entry.id}`))
        continue;
      const place = placeOf(entry, snapshot);
      if (place) symbols.push({ name, kind: 'control', ...place });
    }
  }
}

/** The first decision where there is one, with what its system counts, else the first claim, else the first citation. */
function placeOf(entry: CatalogEntry, snapshot: Snapshot): (Place & { container: string }) | null {
  const system = snapshot.systems.find((one) => decisionOn(entry.key, one)) ?? null;
  const decision = system && decisionOn(entry.key, system);
  const { claims, mentions } = snapshot.coverage.of(entry.key);
  const first = claims[0] ?? mentions[0];
  if (!decision && !first) return null;
  const claiming = documentsWithin(entry.key, system, snapshot).filter(({ claimCount }) => claimCount > 0);
  const documents = claiming.map(({ path }) => path);
  documents.push(...listedBeside(entry, system, snapshot).map(nameOfFile));
  const [document] = documents;
  const container =
    document === undefined
      ? t('not covered')
      : documents.length === 1
        ? t('covered by {0}', document)
        : t('covered by {0} documents', documents.length);
  return decision
    ? { path: system!.path, span: decision.keySpan, container }
    : { path: first!.path, span: first!.span, container };
}

function addHeadings(symbols: WorkspaceSymbol[], snapshot: Snapshot, matches: (name: string) => boolean): void {
  for (const document of snapshot.documents.values()) {
    for (const heading of document.headings) {
      if (symbols.length >= mostSymbols) return;
      if (matches(heading.text)) {
        symbols.push({
          name: heading.text,
          container: nameOf(document),
          kind: 'heading',
          path: document.path,
          span: heading.span,
        });
      }
    }
  }
}
