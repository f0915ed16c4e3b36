/** Comments that silence a finding: offered only where the file stays whole and the finding is silent afterwards. */

import type { FrontMatterScalar, PolicyDocument } from '../document.js';
import { findFields } from '../fields.js';
import { t } from '../l10n.js';
import { type DocumentText, readDocumentText } from '../markdown/documentText.js';
import { lineSpanAt } from '../rules/support/source.js';
import type { Finding } from '../rules/types.js';
import { unusedSuppression } from '../rules/unused-suppression.js';
import type { Snapshot } from '../snapshot.js';
import { allDecisions } from '../soa/allDecisions.js';
import type { ManagementSystem } from '../soa/types.js';
import { findSuppressions } from '../suppressions.js';
import { findLineStarts, type Span } from '../text.js';
import type { QuickFix } from './quickFixes.js';
import { readAgain, saysTheSame } from './support/readAgain.js';

/** A comment to be put into a text. */
interface Insertion {
  readonly at: number;
  readonly newText: string;
}

/**
 * Fixes that silence a finding of a document with a comment: for its line, and for the file. None for a comment that silences
 * nothing: another one would be the next.
 * @param text of the document
 */
export function silenceFixes(finding: Finding, document: PolicyDocument, text: string, snapshot: Snapshot): QuickFix[] {
  const { path } = document;
  if (finding.code === unusedSuppression.code) return [];
  const offer = (title: string, insertions: readonly Insertion[]): QuickFix[] => {
    const one = insertions.find((insertion) => keepsTheText(insertion, finding, document, text, snapshot));
    if (!one) return [];
    return [{ title, edits: [{ path, span: { start: one.at, end: one.at }, newText: one.newText }], finding }];
  };
  return [
    ...offer(t('Silence {0} on this line', finding.code), forLine(finding, document, text)),
    ...offer(t('Silence {0} in this file', finding.code), [forFile(finding, document, text)]),
  ];
}

/** Below the front matter, of TOML too; else at the top, behind the byte order mark. */
function forFile({ code }: Finding, { lineEnding }: PolicyDocument, text: string): Insertion {
  const toml = /^\ufeff?\+\+\+[ \t]*\r?\n(?:(?!\+\+\+[ \t]*$).*\n)*\+\+\+[ \t]*(?:\r?\n|$)/m.exec(
    text.slice(0, longestToml),
  );
  const at = toml?.index === 0 ? toml[0].length : readDocumentText(text).bodyStart;
  const isNewLine = at <= startOfText(text) || /[\r\n]/.test(text[at - 1]!);
  return {
    at,
    newText: `${isNewLine ? '' : lineEnding}<!-- clausemark-disable-file ${code} -->${lineEnding}`,
  };
}

/** In characters: so far front matter in TOML is looked for, which we do not read. */
const longestToml = 20_000;

/** Where a comment may stand that silences the line of a finding, in the order in which they are tried. */
function forLine({ code, span }: Finding, document: PolicyDocument, text: string): Insertion[] {
  const { frontMatter, lineEnding } = document;
  const line = lineSpanAt(document, span.start);
  const start = Math.max(line.start, startOfText(text));
  const written = text.slice(start, line.end).replace(/[\r\n]+$/, '');
  const end = start + written.replace(/(?:[ \t]+|\\)$/, '').length;
  const [next, same] = [`clausemark-disable-next-line ${code}`, `clausemark-disable-line ${code}`];
  if (frontMatter && start < frontMatter.span.end) {
    const { container, contentSpan } = frontMatter;
    if (container === 'json' || start < contentSpan.start || span.start >= contentSpan.end) return [];
    const indent = /^[ \t]*/.exec(written)![0];
    return [
      { at: start, newText: `${indent}# ${next}${lineEnding}` },
      { at: end, newText: ` # ${same}` },
    ];
  }
  // Behind the marks of quotes; between two items of a list the comment is the last line of the first.
  const [prefix, marker] = [...(/^((?:[ \t]*>)*[ \t]*)((?:[-*+]|\d{1,9}[.)])[ \t]+)?/.exec(written) ?? [])].slice(1);
  const above = (indent: string): Insertion => ({ at: start, newText: `${indent}<!-- ${next} -->${lineEnding}` });
  const behind = (at: number): Insertion => ({ at, newText: ` <!-- ${same} -->` });
  const cell = readDocumentText(text).blocks.find((block) => block.table >= 0 && isWithin(span, block.span));
  // The lines of a grid (`+---+`) are as long as each other.
  const isDrawn = /^[ \t]*[|+]/.test(written);
  return [
    above(prefix!),
    ...(marker ? [above(prefix + ' '.repeat(marker.length))] : []),
    ...(cell ? [behind(cell.span.end)] : isDrawn ? [] : [behind(end)]),
  ];
}

/**
 * Whether blocks, front matter and fields are what they were without the comment, and the finding is silent. A comment within a
 * paragraph stands between words, so what they refer to is read again as well.
 */
function keepsTheText(
  insertion: Insertion,
  { code, span }: Finding,
  document: PolicyDocument,
  text: string,
  snapshot: Snapshot,
): boolean {
  const { at, newText } = insertion;
  const after = text.slice(0, at) + newText + text.slice(at);
  const before = piecesOf(readDocumentText(text), text, null, snapshot);
  const read = readDocumentText(after);
  const pieces = piecesOf(read, after, insertion, snapshot);
  if (before.length !== pieces.length || before.some((piece, index) => piece !== pieces[index])) return false;
  const place = span.start < at ? span.start : span.start + newText.length;
  const isSilent = findSuppressions(after, read.comments, findLineStarts(after), read.frontMatter).some(
    ({ codes, scope, span: comment }) =>
      codes.includes(code) && within(comment, at, newText.length) && scope.start <= place && place <= scope.end,
  );
  const isInline = !/[\r\n]$/.test(newText) && at > (read.frontMatter?.span.end ?? 0);
  return isSilent && (!isInline || saysTheSame(readAgain(snapshot, document.path, after), document));
}

function within({ start, end }: Span, at: number, length: number): boolean {
  return start >= at && end <= at + length;
}

/** All that a text consists of, as texts that do not tell where they stand and leave out what was put in. */
function piecesOf(
  { frontMatter, blocks, comments, problems }: DocumentText,
  text: string,
  added: Insertion | null,
  { settings }: Snapshot,
): string[] {
  const without = ({ start, end }: Span): string => {
    if (!added || start > added.at + added.newText.length || end < added.at) return text.slice(start, end);
    const from = Math.max(start, added.at);
    const to = Math.min(end, added.at + added.newText.length);
    return (text.slice(start, from) + text.slice(Math.max(from, to), end)).replace(/[ \t]+$/, '');
  };
  const pieces = problems.map(({ code, detail }) => `${code} ${detail}`);
  for (const { name, value } of findFields(text, frontMatter, blocks, settings)) pieces.push(`${name} ${value}`);
  for (const scalar of frontMatter?.scalars ?? []) pieces.push(`${scalar.path.join('/')} ${written(scalar, text)}`);
  for (const { span, kind, depth, list, item, listDepth, quoted, table, row, column } of blocks) {
    const content = without(span);
    if (content === '' && kind === 'html') continue;
    pieces.push(`${[kind, depth, list, item, listDepth, quoted, table, row, column].join(' ')} ${content}`);
  }
  for (const span of comments) {
    const content = without(span);
    if (content !== '') pieces.push(content);
  }
  return pieces;
}

function written({ span }: FrontMatterScalar, text: string): string {
  return text.slice(span.start, span.end);
}

/** The same for a finding of a soa.yaml: for the control it stands in (else for its line), and for the file. */
export function silenceSystemFixes(finding: Finding, system: ManagementSystem, text: string): QuickFix[] {
  const { path } = system;
  if (finding.code === unusedSuppression.code) return [];
  const lineEnding = text.includes('\r\n') ? '\r\n' : '\n';
  const decision = allDecisions(system).find((one) => isWithin(finding.span, one.span));
  const line = lineSpanAt(system, (decision?.keySpan ?? finding.span).start);
  const indent = /^ */.exec(text.slice(line.start, line.end))![0];
  const insert = (at: number, words: string) => [
    { path, span: { start: at, end: at }, newText: `${words} ${finding.code}${lineEnding}` },
  ];
  return [
    {
      title: decision
        ? t('Silence {0} for {1}', finding.code, decision.written)
        : t('Silence {0} on this line', finding.code),
      edits: insert(line.start, `${indent}# clausemark-disable-next-line`),
      finding,
    },
    {
      title: t('Silence {0} in this file', finding.code),
      edits: insert(startOfText(text), '# clausemark-disable-file'),
      finding,
    },
  ];
}

/** Behind the byte order mark, if there is one. */
function startOfText(text: string): number {
  return text.charCodeAt(0) === 0xfeff ? 1 : 0;
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
