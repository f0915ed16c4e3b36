/** What is shown beside and over the text: lenses, titles after ids, colours, folding, selection. */
import {
  type CodeLens,
  type CodeLensParams,
  type FoldingRange,
  type FoldingRangeParams,
  type InlayHint,
  type InlayHintParams,
  type Location,
  type SelectionRange,
  type SelectionRangeParams,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensParams,
} from 'vscode-languageserver';
import { describeLens, type LensSubject, codeLenses as lensesOf } from '../../core/features/codeLenses.js';
import { foldingRanges as rangesOf } from '../../core/features/foldingRanges.js';
import { inlayHints as hintsOf } from '../../core/features/inlayHints.js';
import { selectionRanges as selectionsOf } from '../../core/features/selectionRanges.js';
import { semanticTokens as tokensOf } from '../../core/features/semanticTokens.js';
import { referenceStates, tokenKinds } from '../../core/features/support/tokenKinds.js';
import type { Span } from '../../core/text.js';
import { positionAt } from '../../core/text.js';
import { showPlacesCommand } from '../../protocol.js';
import { toLocation, toRange } from '../convert.js';
import { offsetIn, type Session } from '../session.js';

/** Our token types and modifiers; package.json describes them and says which colours they have by default. */
export const tokenLegend = { tokenTypes: [...tokenKinds], tokenModifiers: [...referenceStates] };

interface LensData {
  readonly uri: string;
  readonly subject: LensSubject;
}

export function codeLenses(session: Session, { textDocument }: CodeLensParams): CodeLens[] {
  const subject = session.subject(textDocument.uri);
  if (!subject?.snapshot.settings.codeLens) return [];
  return lensesOf(subject.snapshot, subject.path).map((lens) => {
    const data: LensData = { uri: textDocument.uri, subject: lens.subject };
    return { range: toRange(subject.lineStarts, lens.span), data };
  });
}

/** The words come when a lens scrolls into view. Only our own client can show a list of places. */
export function resolveCodeLens(session: Session, lens: CodeLens): CodeLens {
  const data = lens.data as LensData;
  const subject = session.subject(data.uri);
  const words = subject && describeLens(subject.snapshot, subject.path, data.subject);
  if (!subject || !words) return { ...lens, command: { title: '', command: '' } };
  const canShow = session.client.clausemarkMessages && words.places.length > 0;
  const locations: Location[] = canShow
    ? words.places.map(({ path, span }) => toLocation(path, span, subject.snapshot, subject.folder))
    : [];
  const command = canShow ? showPlacesCommand : '';
  return { ...lens, command: { title: words.title, command, arguments: [data.uri, lens.range.start, locations] } };
}

export function inlayHints(session: Session, { textDocument, range }: InlayHintParams): InlayHint[] {
  const subject = session.subject(textDocument.uri);
  if (!subject?.snapshot.settings.titleHints) return [];
  const within: Span = { start: offsetIn(subject, range.start), end: offsetIn(subject, range.end) };
  return hintsOf(subject.snapshot, subject.path, within).map(({ offset, title, detail }) => ({
    position: positionAt(subject.lineStarts, offset),
    label: title,
    tooltip: `${detail}: ${title}`,
    paddingLeft: true,
  }));
}

export function semanticTokens(session: Session, { textDocument }: SemanticTokensParams): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  const subject = session.subject(textDocument.uri);
  if (!subject) return builder.build();
  const { snapshot, path, lineStarts } = subject;
  for (const { span, kind, state } of tokensOf(snapshot, path)) {
    const { start, end } = toRange(lineStarts, span);
    // A token cannot run over the end of a line; the few references that do keep the colour of their first line.
    const length =
      start.line === end.line ? end.character - start.character : lineEnd(lineStarts, start.line) - span.start;
    const modifiers = state === null ? 0 : 1 << referenceStates.indexOf(state);
    builder.push(start.line, start.character, length, tokenKinds.indexOf(kind), modifiers);
  }
  return builder.build();
}

function lineEnd(lineStarts: Uint32Array, line: number): number {
  return lineStarts[line + 1]! - 1;
}

export function foldingRanges(session: Session, { textDocument }: FoldingRangeParams): FoldingRange[] {
  const subject = session.subject(textDocument.uri);
  return subject ? rangesOf(subject.snapshot, subject.path) : [];
}

export function selectionRanges(session: Session, { textDocument, positions }: SelectionRangeParams): SelectionRange[] {
  const subject = session.subject(textDocument.uri);
  if (!subject) return [];
  return positions.map((position) => {
    const spans = selectionsOf(subject.snapshot, subject.path, offsetIn(subject, position));
    let outer: SelectionRange | undefined;
    for (const span of spans.reverse()) outer = { range: toRange(subject.lineStarts, span), parent: outer };
    // The protocol wants an answer for each position, in their order.
    return outer ?? { range: { start: position, end: position } };
  });
}
