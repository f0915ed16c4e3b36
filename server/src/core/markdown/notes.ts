/** What tools for sites and notes leave out of the page, or show as an example: no part of what the reader is told. */

/**
 * `{/* … *\/}` (MDX), `{% comment %} … {% endcomment %}` (Liquid), `%% … %%` (Obsidian), `<code>`,
 * and of wikilinks the alias that repeats the end of the address, `[[ISO 27001 A.8.2|A.8.2]]`, and the place in it, `[[A.8.2#Rights]]`.
 */
const note =
  /\{\/\*[^{]*?\*\/\}|\{% *comment\b[^{]*\{% *endcomment|(?<!\S)%%[^%`]{1,3000}%%|<(code|kbd)\b[^<>]*>[^<]*<\/|\|([\w.]+)\]\](?<= \2\|\2\]\])|(?<=\[\[[\w. :/-]{1,60})#[^[\]|\n]*/g;

/** The text with such parts blanked out, as long as before. */
export function withoutNotes(text: string, inlineCode: boolean): string {
  if (!/\{[/%]|%%|<[ck]|\[\[/.test(text)) return text;
  return text.replace(note, (part, code) => (code && inlineCode ? part : part.replace(/\S/g, ' ')));
}
