/** What tools for sites and notes leave out of the page, or show as an example: no part of what the reader is told. */

interface Note {
  /** Stands in every such part, and in few texts. */
  readonly mark: string;
  /** Begins with the mark, so that the search for it is one for a few letters. */
  readonly pattern: RegExp;
}

/** `{/* … *\/}` (MDX), `{% comment %} … {% endcomment %}` (Liquid), `%% … %%` (Obsidian). */
const comments: readonly Note[] = [
  { mark: '{/*', pattern: /\{\/\*[^{]*?\*\/\}/g },
  { mark: '{%', pattern: /\{% *comment\b[^{]*\{% *endcomment/g },
  { mark: '%%', pattern: /%%(?<!\S%%)[^%`]{1,3000}%%/g },
];

/** What backticks are in Markdown. */
const code: readonly Note[] = [
  { mark: '<code', pattern: /<code\b[^<>]*>[^<]*<\//g },
  { mark: '<kbd', pattern: /<kbd\b[^<>]*>[^<]*<\//g },
];

/** A wikilink to a place in a page, or under another name. */
const wikilink = /\[\[([^[\]|#\n]{1,200})(#[^[\]|\n]*)?(\|[\w.]+)?\]\]/g;

/** The text with such parts blanked out, as long as before. */
export function withoutNotes(text: string, inlineCode: boolean): string {
  let left = text;
  for (const { mark, pattern } of inlineCode ? comments : [...comments, ...code])
    if (left.includes(mark)) left = left.replace(pattern, blanked);
  return left.includes('[[') ? left.replace(wikilink, asAddress) : left;
}

function blanked(part: string): string {
  return part.replace(/\S/g, ' ');
}

/** `[[A.8.2#Rights]]` without the place; `[[NEN 7510 A.8.2|A.8.2]]` without the name that repeats the end of the address. */
function asAddress(whole: string, address: string, place = '', name = ''): string {
  const isRepeated = name !== '' && ` ${address}`.endsWith(` ${name.slice(1)}`);
  if (place === '' && !isRepeated) return whole;
  return `[[${address}${blanked(place)}${isRepeated ? blanked(name) : name}]]`;
}
