/** What an editor holds after it changed a text, told without the library that the server uses for it. */

interface Place {
  readonly line: number;
  readonly character: number;
}

export interface TextChange {
  readonly range?: { readonly start: Place; readonly end: Place };
  readonly text: string;
}

/** The text after a change, letter by letter as the protocol says it: lines end with LF, CR LF or CR, and places with the line. */
export function changed(before: string, change: TextChange): string {
  if (!change.range) return change.text;
  const lines = before.split(/(?<=\n|\r(?!\n))/);
  if (/[\r\n]$/.test(before) || before === '') lines.push('');
  const offset = ({ line, character }: Place) => {
    if (line >= lines.length) return before.length;
    const start = lines.slice(0, line).join('').length;
    return start + Math.min(character, lines[line]!.replace(/[\r\n]+$/, '').length);
  };
  const [start, end] = [offset(change.range.start), offset(change.range.end)].sort((a, b) => a - b);
  return before.slice(0, start) + change.text + before.slice(end);
}
