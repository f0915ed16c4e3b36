/** Cells that hold several things: documents and evidence. */
import { saysNothing } from './cellWords.js';
import type { SheetCell } from './sheet.js';
import type { ImportedEvidence } from './types.js';

/**
 * The documents that a cell names: what it links to, else its lines and what semicolons divide.
 * @param onlyMissing only those that are marked as not found or out of sight: no tag will tell them again
 */
export function documentsIn(cell: SheetCell, onlyMissing: boolean): string[] {
  const parts = partsOf(cell).filter(({ marks }) => !onlyMissing || /not found|outside/.test(marks));
  return [...new Set(parts.map(({ text, target }) => target ?? text))];
}

/**
 * The evidence that a cell names; `(2026-01-31, valid until 2027-01-31)` behind a name are its dates.
 * @param isOurs in an export of ours words stand behind the name of a file: `review.pdf: signed`
 */
export function evidenceIn(cell: SheetCell, isOurs: boolean): ImportedEvidence[] {
  const seen = new Set<string>();
  const evidence: ImportedEvidence[] = [];
  for (const { text, target } of partsOf(cell)) {
    const dated = /^(.*\S)\s*\((?:(\d{4}-\d{2}-\d{2})(?:, )?)?(?:valid until (\d{4}-\d{2}-\d{2}))?\)$/s.exec(text);
    const [date, validUntil] = [dated?.[2] ?? null, dated?.[3] ?? null];
    const undated = date || validUntil ? dated![1]! : text;
    const noted = isOurs
      ? /^(\S(?:[^:]|:(?! ))*\.[a-z0-9]{1,8}(?:#\S*)?|[a-z]+:\/\/\S+): (\S.*)$/is.exec(undated)
      : null;
    const name = target ?? noted?.[1] ?? undated;
    if (seen.has(name)) continue;
    seen.add(name);
    evidence.push({ text: name, date, validUntil, ...(noted ? { note: noted[2]! } : {}) });
  }
  return evidence;
}

interface Part {
  readonly text: string;
  readonly target: string | null;
  /** What our exports say behind a name, in square brackets: `not found`, `out of date`, `outside of the workspace`. */
  readonly marks: string;
}

function partsOf(cell: SheetCell): Part[] {
  const links = (cell.links ?? []).filter(({ target }) => isPlace(target));
  const pieces = cell.text.split(/\s*(?:[;\n]|,(?=\s*(?:[A-Z]{2,}[-_ ]?[\w-]*\d|https?:|\S+\/\S+\.\w+)))\s*/);
  return pieces.flatMap((piece): Part[] => {
    const marks =
      /\s*\[((?:not found|out of date)(?:, (?:not found|out of date))*|outside of the workspace)\]$/.exec(piece)?.[1] ??
      '';
    const text = piece
      .slice(0, marks === '' ? undefined : -(marks.length + 2))
      .replace(/^[\s•*–-]+(?=\S)/, '')
      .trim();
    if (saysNothing(text)) return [];
    const link = links.find((one) => one.text !== '' && text.startsWith(one.text));
    return [{ text, target: link ? link.target : null, marks }];
  });
}

/** A relative path or a web address; not a mark inside the same document. */
function isPlace(target: string): boolean {
  return target !== '' && !target.startsWith('#') && !/^(?:mailto|javascript|data):/i.test(target);
}
