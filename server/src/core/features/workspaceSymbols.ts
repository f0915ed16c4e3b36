/** Symbols of the whole workspace: controls with the place that covers them, documents, headings. */

import type { CatalogEntry } from '../catalog/types.js';
import { t } from '../l10n.js';
import { filledField } from '../rules/support/fields.js';
import { decisionOn } from '../rules/support/scope.js';
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

/** The decision where there is one, else the first claim, else the first citation. */
function placeOf(entry: CatalogEntry, snapshot: Snapshot): (Place & { container: string }) | null {
  const { claims, mentions } = snapshot.coverage.of(entry.key);
  const documents = new Set(claims.map((claim) => claim.path));
  for (const listed of listedBeside(entry, snapshot)) documents.add(nameOfFile(listed));
  const [document] = documents;
  const covered =
    document === undefined
      ? t('not covered')
      : documents.size === 1
        ? t('covered by {0}', document)
        : t('covered by {0} documents', documents.size);
  for (const system of snapshot.systems) {
    const decision = decisionOn(entry.key, system);
    if (decision) return { path: system.path, span: decision.keySpan, container: covered };
  }
  const first = claims[0] ?? mentions[0];
  return first ? { path: first.path, span: first.span, container: covered } : null;
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
