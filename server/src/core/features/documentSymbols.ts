/** The outline of a document or soa.yaml. */

import type { PolicyDocument, Reference } from '../document.js';
import { t } from '../l10n.js';
import { joinSome } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import type { ManagementSystem } from '../soa/types.js';
import type { Span } from '../text.js';
import { systemAtPath } from './support/at.js';
import { decisionInWords } from './support/entryWords.js';

export interface DocumentSymbol {
  readonly name: string;
  /** For a section the controls that it tags; for a decision what was decided. */
  readonly detail: string;
  readonly kind: 'section' | 'front-matter' | 'standard' | 'decision';
  readonly span: Span;
  /** The part that names it; within `span`. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** Headings as a tree, each with the tags of its section; of a soa.yaml the decisions by standard. */
export function documentSymbols(snapshot: Snapshot, path: string): DocumentSymbol[] {
  const system = systemAtPath(path, snapshot);
  if (system) return systemSymbols(system, snapshot);
  const document = snapshot.documents.get(path);
  return document ? headingSymbols(document) : [];
}

interface OpenSymbol extends DocumentSymbol {
  readonly children: OpenSymbol[];
  readonly depth: number;
}

function headingSymbols(document: PolicyDocument): DocumentSymbol[] {
  const roots: OpenSymbol[] = [];
  const open: OpenSymbol[] = [];
  const frontMatterTags = document.references.filter((one) => one.isTag && one.where === 'front-matter');
  if (document.frontMatter) {
    const { span } = document.frontMatter;
    const selection = { start: span.start, end: Math.min(span.end, span.start + 3) };
    const detail = tagsInWords(frontMatterTags);
    roots.push({ name: t('Document control'), detail, kind: 'front-matter', span, selection, children: [], depth: 0 });
  }
  const tagsOf = tagsBySection(document);
  document.headings.forEach((heading, index) => {
    const symbol: OpenSymbol = {
      name: heading.text.trim() === '' ? t('(no heading)') : heading.text,
      detail: tagsInWords(tagsOf.get(index) ?? []),
      kind: 'section',
      span: { start: heading.span.start, end: Math.max(heading.sectionEnd, heading.span.end) },
      selection: heading.span,
      children: [],
      depth: heading.depth,
    };
    while (open.length > 0 && open[open.length - 1]!.depth >= heading.depth) open.pop();
    (open[open.length - 1]?.children ?? roots).push(symbol);
    open.push(symbol);
  });
  return roots;
}

function tagsBySection(document: PolicyDocument): Map<number, Reference[]> {
  const tags = new Map<number, Reference[]>();
  for (const reference of document.references) {
    if (!reference.isTag || reference.where === 'front-matter') continue;
    const group = tags.get(reference.section);
    if (group) group.push(reference);
    else tags.set(reference.section, [reference]);
  }
  return tags;
}

function tagsInWords(tags: readonly Reference[]): string {
  return joinSome(
    tags.map((tag) => tag.text.trim()),
    4,
  );
}

function systemSymbols(system: ManagementSystem, snapshot: Snapshot): DocumentSymbol[] {
  const groups = new Map<string, DocumentSymbol[]>();
  for (const decision of system.decisions) {
    const entry = decision.entryKey ? snapshot.catalog.entry(decision.entryKey) : undefined;
    const standard = entry && snapshot.catalog.standard(entry.standardKey);
    const name = entry ? `${decision.written} ${entry.title}` : decision.written;
    const symbol: DocumentSymbol = {
      name,
      detail: decisionInWords(decision),
      kind: 'decision',
      span: decision.span,
      selection: decision.keySpan,
      children: [],
    };
    const group = standard?.name ?? t('Not in the catalog');
    addTo(groups, group, symbol);
  }
  const ownControls = t('Additional controls');
  for (const control of system.additional ?? []) {
    const symbol: DocumentSymbol = {
      name: `${control.written} ${control.title?.value ?? ''}`.trim(),
      detail: decisionInWords(control),
      kind: 'decision',
      span: control.span,
      selection: control.keySpan,
      children: [],
    };
    addTo(groups, ownControls, symbol);
  }
  return [...groups].map(([name, children]) => {
    const first = children.reduce((found, child) => (child.span.start < found.span.start ? child : found));
    const end = children.reduce((last, child) => Math.max(last, child.span.end), 0);
    const span = { start: first.span.start, end };
    return { name, detail: `${children.length}`, kind: 'standard', span, selection: first.selection, children };
  });
}

function addTo(groups: Map<string, DocumentSymbol[]>, group: string, symbol: DocumentSymbol): void {
  const symbols = groups.get(group);
  if (symbols) symbols.push(symbol);
  else groups.set(group, [symbol]);
}
