/** What can be folded: front matter and sections of a policy; of a soa.yaml its decisions, lists and groups of controls. */

import type { Snapshot } from '../snapshot.js';
import { lineAt } from '../text.js';
import { systemAtPath } from './support/at.js';

/** Zero-based lines; the first stays visible. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
}

export function foldingRanges(snapshot: Snapshot, path: string): FoldingRange[] {
  const system = systemAtPath(path, snapshot);
  const text = snapshot.textOf(path);
  if (system) return text === null ? [] : systemRanges(text);
  const document = snapshot.documents.get(path);
  if (!document) return [];
  const spans = document.headings.map(({ span, sectionEnd }) => ({ start: span.start, end: sectionEnd }));
  if (document.frontMatter) spans.unshift(document.frontMatter.span);
  return spans.flatMap(({ start, end }) => {
    const startLine = lineAt(document.lineStarts, start);
    let endLine = lineAt(document.lineStarts, Math.max(start, end - 1));
    if (text !== null) while (endLine > startLine && isBlank(endLine, document.lineStarts, text)) endLine--;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}

function isBlank(line: number, lineStarts: Uint32Array, text: string): boolean {
  return text.slice(lineStarts[line]!, lineStarts[line + 1] ?? text.length).trim() === '';
}

interface Open {
  readonly startLine: number;
  readonly indent: number;
  readonly isComment: boolean;
}

/**
 * By indentation, as an editor folds YAML by itself, and beside that from a comment line to the next one of the same
 * indentation: that is how people head the groups of their controls (`# A.5 Organizational controls`).
 */
function systemRanges(text: string): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const open: Open[] = [];
  let last = -1;
  const close = (indent: number, isComment: boolean) => {
    while (open.length > 0) {
      const top = open[open.length - 1]!;
      if (top.indent < indent || (top.indent === indent && top.isComment && !isComment)) break;
      open.pop();
      if (last > top.startLine) ranges.push({ startLine: top.startLine, endLine: last });
    }
  };
  text.split('\n').forEach((line, startLine) => {
    const indent = line.search(/\S/);
    if (indent < 0 || line[indent] === '\r') return;
    const isComment = line[indent] === '#';
    close(indent, isComment);
    open.push({ startLine, indent, isComment });
    last = startLine;
  });
  close(-1, true);
  return ranges.sort((a, b) => a.startLine - b.startLine);
}
