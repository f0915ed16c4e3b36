/** A text that is edited several times, and still knows what of it is the original: several edits become one set. */
import type { Span } from '../../text.js';
import { inOrder, type Replacement } from '../applyEdits.js';

/** A part of the original, or something new. */
type Piece = { readonly original: Span } | { readonly added: string };

export class PieceText {
  private pieces: readonly Piece[];

  constructor(private readonly original: string) {
    this.pieces = original === '' ? [] : [{ original: { start: 0, end: original.length } }];
  }

  /** The text as it is now. */
  get text(): string {
    return this.pieces.map((piece) => this.textOf(piece)).join('');
  }

  /** Replaces parts of the text as it is now; the replacements must not overlap. */
  apply(edits: readonly Replacement[]): void {
    const result: Piece[] = [];
    let index = 0;
    let at = 0;
    let rest: Piece | null = this.pieces[0] ?? null;
    /** Takes the text up to an offset, and keeps it or not. */
    const advance = (to: number, keep: boolean) => {
      while (rest && at < to) {
        const length = this.textOf(rest).length;
        const taken = Math.min(length, to - at);
        if (keep) result.push(cut(rest, 0, taken));
        rest = taken < length ? cut(rest, taken, length) : (this.pieces[++index] ?? null);
        at += taken;
      }
    };
    for (const { span, newText } of inOrder(edits)) {
      advance(span.start, true);
      if (newText !== '') result.push({ added: newText });
      advance(span.end, false);
    }
    advance(Number.MAX_SAFE_INTEGER, true);
    this.pieces = result;
  }

  /** What has to be replaced in the original to get the text as it is now. */
  edits(): Replacement[] {
    const edits: Replacement[] = [];
    let at = 0;
    let added = '';
    const close = (start: number) => {
      const edit = narrow(this.original, { span: { start: at, end: start }, newText: added });
      if (edit) edits.push(edit);
      added = '';
    };
    for (const piece of this.pieces) {
      if ('added' in piece) added += piece.added;
      else {
        if (piece.original.start > at || added !== '') close(piece.original.start);
        at = piece.original.end;
      }
    }
    if (at < this.original.length || added !== '') close(this.original.length);
    return edits;
  }

  /** A copy that can be edited without this one noticing. */
  clone(): PieceText {
    const copy = new PieceText(this.original);
    copy.pieces = this.pieces;
    return copy;
  }

  private textOf(piece: Piece): string {
    return 'added' in piece ? piece.added : this.original.slice(piece.original.start, piece.original.end);
  }
}

function cut(piece: Piece, from: number, to: number): Piece {
  if ('added' in piece) return { added: piece.added.slice(from, to) };
  const { start } = piece.original;
  return { original: { start: start + from, end: start + to } };
}

/** Without what is the same at both ends; null where nothing is left. Line breaks and letters are not cut in two. */
function narrow(text: string, { span, newText }: Replacement): Replacement | null {
  let { start, end } = span;
  let from = 0;
  let to = newText.length;
  while (start < end && from < to && text[start] === newText[from]) {
    start++;
    from++;
  }
  while (end > start && to > from && text[end - 1] === newText[to - 1]) {
    end--;
    to--;
  }
  while (from > 0 && isHalf(text, start)) {
    start--;
    from--;
  }
  while (to < newText.length && isHalf(text, end)) {
    end++;
    to++;
  }
  return start === end && from === to ? null : { span: { start, end }, newText: newText.slice(from, to) };
}

/** Whether an offset lies inside of `\r\n` or of a letter that takes two units. */
function isHalf(text: string, offset: number): boolean {
  const before = text.charCodeAt(offset - 1);
  const after = text.charCodeAt(offset);
  return (
    (before === 0x0d && after === 0x0a) || (before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff)
  );
}
