/** What a snippet inserts when all its placeholders are left as they are. */

const date = { CURRENT_YEAR: '2026', CURRENT_MONTH: '11', CURRENT_DATE: '21' };

/** Understands `$1`, `${1:text}`, `${1|one,two|}` and the date's variables, one inside another. Throws on anything else. */
export function expandSnippet(body: string | readonly string[]): string {
  const source = typeof body === 'string' ? body : body.join('\n');
  const known = new Map<string, string>(Object.entries(date));
  const { text, next } = expand(source, 0, known, false);
  if (next !== source.length) throw new Error(`Unbalanced brace at ${next} of: ${source}`);
  return text;
}

function expand(
  source: string,
  from: number,
  known: Map<string, string>,
  inside: boolean,
): { text: string; next: number } {
  let text = '';
  let at = from;
  while (at < source.length) {
    const rest = source.slice(at);
    if (inside && rest.startsWith('}')) return { text, next: at + 1 };
    const choice = /^\$\{\d+\|([^|]*)\|\}/.exec(rest);
    const start = /^\$\{(\d+):/.exec(rest);
    const plain = /^\$(\d+|[A-Z_]+)/.exec(rest);
    if (choice) {
      text += choice[1]!.split(',')[0];
      at += choice[0].length;
    } else if (start) {
      const inner = expand(source, at + start[0].length, known, true);
      known.set(start[1]!, inner.text);
      text += inner.text;
      at = inner.next;
    } else if (plain) {
      if (/^[A-Z]/.test(plain[1]!) && !known.has(plain[1]!)) throw new Error(`Unknown variable ${plain[0]}`);
      text += known.get(plain[1]!) ?? '';
      at += plain[0].length;
    } else {
      if (rest.startsWith('${')) throw new Error(`Not understood: ${rest.slice(0, 20)}`);
      text += rest[0];
      at++;
    }
  }
  if (inside) throw new Error(`A placeholder is not closed: ${source}`);
  return { text, next: at };
}
