/**
 * Checks of features: text with a cursor mark `$0` in, plain values out. Only these functions call the features, so that
 * a change of their parameters touches one place.
 */
import assert from 'node:assert/strict';
import { codeLenses, describeLens } from '../../server/src/core/features/codeLenses.js';
import { completion } from '../../server/src/core/features/completion.js';
import type { Completion } from '../../server/src/core/features/completionTypes.js';
import { definition } from '../../server/src/core/features/definition.js';
import { documentHighlight } from '../../server/src/core/features/documentHighlight.js';
import { documentLinks } from '../../server/src/core/features/documentLinks.js';
import { type DocumentSymbol, documentSymbols } from '../../server/src/core/features/documentSymbols.js';
import { foldingRanges } from '../../server/src/core/features/foldingRanges.js';
import { hover } from '../../server/src/core/features/hover.js';
import { implementationsOf } from '../../server/src/core/features/implementation.js';
import { inlayHints } from '../../server/src/core/features/inlayHints.js';
import { qualify } from '../../server/src/core/features/qualify.js';
import { referencesOf } from '../../server/src/core/features/references.js';
import { selectionRanges } from '../../server/src/core/features/selectionRanges.js';
import { semanticTokens } from '../../server/src/core/features/semanticTokens.js';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols.js';
import type { Span } from '../../server/src/core/text.js';
import { applyEdits } from './applyEdits.js';
import { dedent, type Files, makeSnapshot, takeCursorOf, type WorkspaceOptions } from './workspace.js';

/** One document, or several files; exactly one of them has the cursor mark. */
export type Marked = string | Files;

function open(marked: Marked, options: WorkspaceOptions) {
  const given = typeof marked === 'string' ? { 'policy.md': marked } : marked;
  const dedented = Object.fromEntries(Object.entries(given).map(([path, text]) => [path, dedent(text)]));
  const { files, path, offset } = takeCursorOf(dedented);
  return { snapshot: makeSnapshot(files, options), files, path, offset };
}

function openAll(marked: Marked, options: WorkspaceOptions) {
  const given = typeof marked === 'string' ? { 'policy.md': marked } : marked;
  const files = Object.fromEntries(Object.entries(given).map(([path, text]) => [path, dedent(text)]));
  return { snapshot: makeSnapshot(files, options), files };
}

function slice(files: Files, path: string, span: Span): string {
  return files[path]!.slice(span.start, span.end);
}

/** The Markdown of the hover at the mark, with links as `[words](<path:characters>)`; null where there is none. */
export function hoverAt(marked: Marked, options: WorkspaceOptions = {}): string | null {
  const { snapshot, files, path, offset } = open(marked, options);
  const found = hover(snapshot, path, offset, (target, span) => `${target}:${slice(files, target, span)}`);
  if (found) assert.ok(found.span.start <= offset && found.span.end >= offset, 'the hover is about the cursor');
  return found?.markdown ?? null;
}

/** Completions at the mark. */
export function completionsAt(marked: Marked, options: WorkspaceOptions = {}): Completion[] {
  const { snapshot, path, offset } = open(marked, options);
  const found = completion(snapshot, path, offset);
  for (const one of found) assert.ok(one.span.start <= offset && one.span.end >= offset, 'the edit holds the cursor');
  return found;
}

/** Labels of the completions that an editor would show for what is typed before the mark. */
export function shownLabels(marked: Marked, options: WorkspaceOptions = {}): string[] {
  const { snapshot, files, path, offset } = open(marked, options);
  return completion(snapshot, path, offset)
    .filter((one) => isSubsequence(files[path]!.slice(one.span.start, offset), one.filterText))
    .map((one) => one.label);
}

/** Editors keep an item where the typed characters occur in its filter text in this order. */
function isSubsequence(typed: string, text: string): boolean {
  let at = 0;
  for (const character of text.toLowerCase()) if (character === typed.toLowerCase()[at]) at++;
  return at >= typed.length;
}

/** Checks that accepting the completion of that label turns the text into the other. */
export function checkCompletion(label: string, before: Marked, after: string, options: WorkspaceOptions = {}): void {
  const { snapshot, files, path, offset } = open(before, options);
  const found = completion(snapshot, path, offset);
  const one = found.find((item) => item.label === label);
  assert.ok(
    one,
    `No completion ${label}; there are: ${
      found
        .slice(0, 20)
        .map((item) => item.label)
        .join(', ') || 'none'
    }`,
  );
  assert.equal(applyEdits(files[path]!, [one]), dedent(after));
}

/** What the text becomes by each way to name the standard of the reference at the mark, with the title of the way. */
export function qualifiedAt(marked: Marked, options: WorkspaceOptions = {}): Record<string, string> {
  const { snapshot, files, path, offset } = open(marked, options);
  const ways = qualify(snapshot, path, offset);
  return Object.fromEntries(ways.map(({ title, edits }) => [title, applyEdits(files[path]!, edits)]));
}

/** `path: characters` of each place that the definition at the mark leads to. */
export function definitionsAt(marked: Marked, options: WorkspaceOptions = {}): string[] {
  const { snapshot, files, path, offset } = open(marked, options);
  return definition(snapshot, path, offset).map((place) => `${place.path}: ${slice(files, place.path, place.span)}`);
}

/** `path: characters` of each place that claims what stands at the mark. */
export function implementationsAt(marked: Marked, options: WorkspaceOptions = {}): string[] {
  const { snapshot, files, path, offset } = open(marked, options);
  return implementationsOf(snapshot, path, offset).map(
    (place) => `${place.path}: ${slice(files, place.path, place.span)}`,
  );
}

/** `path:line characters` of each reference to what stands at the mark. */
export function referencesAt(marked: Marked, options: WorkspaceOptions = {}, withDecisions = true): string[] {
  const { snapshot, files, path, offset } = open(marked, options);
  return referencesOf(snapshot, path, offset, withDecisions).map((place) => {
    const line = files[place.path]!.slice(0, place.span.start).split('\n').length;
    return `${place.path}:${line} ${slice(files, place.path, place.span)}`;
  });
}

/** `kind line characters` of each highlight of what stands at the mark. */
export function highlightsAt(marked: Marked, options: WorkspaceOptions = {}): string[] {
  const { snapshot, files, path, offset } = open(marked, options);
  return documentHighlight(snapshot, path, offset).map(({ kind, span }) => {
    const line = files[path]!.slice(0, span.start).split('\n').length;
    return `${kind} ${line} ${slice(files, path, span)}`;
  });
}

/** The outline as indented lines `name — detail`. */
export function outlineOf(marked: Marked, path = 'policy.md', options: WorkspaceOptions = {}): string[] {
  const { snapshot } = openAll(marked, options);
  const lines: string[] = [];
  const add = (symbols: readonly DocumentSymbol[], depth: number, within: Span) => {
    for (const symbol of symbols) {
      assert.ok(
        symbol.span.start >= within.start && symbol.span.end <= within.end,
        `${symbol.name} lies in its parent`,
      );
      assert.ok(symbol.selection.start >= symbol.span.start && symbol.selection.end <= symbol.span.end, symbol.name);
      lines.push(`${'  '.repeat(depth)}${symbol.name}${symbol.detail ? ` — ${symbol.detail}` : ''}`);
      add(symbol.children, depth + 1, symbol.span);
    }
  };
  add(documentSymbols(snapshot, path), 0, { start: 0, end: Number.MAX_SAFE_INTEGER });
  return lines;
}

/** `kind name — container → path` of each symbol that the query finds. */
export function symbolsFor(query: string, marked: Marked, options: WorkspaceOptions = {}): string[] {
  const { snapshot } = openAll(marked, options);
  return workspaceSymbols(snapshot, query).map((one) => `${one.kind} ${one.name} — ${one.container} → ${one.path}`);
}

/** `characters → path` of each link of a file. */
export function linksOf(files: Files, path: string, options: WorkspaceOptions = {}): string[] {
  const opened = openAll(files, options);
  return documentLinks(opened.snapshot, path).map(({ span, path: to, target }) => {
    const place = target ? `: ${slice(opened.files, to, target)}` : '';
    return `${slice(opened.files, path, span)} → ${to}${place}`;
  });
}

/** The lenses of a file as `line: words`, lines counted from one; with the number of places where there are any. */
export function lensesIn(files: Files, path: string, options: WorkspaceOptions = {}): string[] {
  const { snapshot, files: texts } = openAll(files, options);
  return codeLenses(snapshot, path).map(({ span, subject }) => {
    const line = texts[path]!.slice(0, span.start).split('\n').length;
    const words = describeLens(snapshot, path, subject);
    const places = words && words.places.length > 0 ? ` [${words.places.length}]` : '';
    return `${line}: ${words?.title}${places}`;
  });
}

/** The text with each hint where it is shown: `A.8.8‹Management of technical vulnerabilities›`. */
export function withHints(text: string, options: WorkspaceOptions = {}): string {
  const { snapshot, files } = openAll(text, options);
  const source = files['policy.md']!;
  const hints = inlayHints(snapshot, 'policy.md', { start: 0, end: source.length });
  return hints.reduceRight(
    (shown, { offset, title }) => `${shown.slice(0, offset)}‹${title}›${shown.slice(offset)}`,
    source,
  );
}

/** The tokens of `policy.md` as `text kind state`. */
export function tokensIn(files: Marked, options: WorkspaceOptions = {}): string[] {
  const { snapshot, files: texts } = openAll(files, options);
  return semanticTokens(snapshot, 'policy.md').map(({ span, kind, state }) => {
    return [slice(texts, 'policy.md', span), kind, state].filter((word) => word !== null).join(' ');
  });
}

/** Folding ranges as `first-last`, lines counted from one. */
export function foldsIn(text: string, path = 'policy.md', options: WorkspaceOptions = {}): string[] {
  const { snapshot } = openAll({ [path]: text }, options);
  return foldingRanges(snapshot, path).map(({ startLine, endLine }) => `${startLine + 1}-${endLine + 1}`);
}

/** What is selected step by step from the mark outwards. */
export function selectionsAt(marked: Marked, options: WorkspaceOptions = {}): string[] {
  const { snapshot, files, path, offset } = open(marked, options);
  return selectionRanges(snapshot, path, offset).map((span) => slice(files, path, span));
}
