/** Markdown for hovers, in which everything that comes from documents or catalogs stays text. */

/**
 * Text that Markdown shows as it is: no emphasis, links, images, HTML, code, automatic links or icons can come of it.
 * Line breaks become blanks.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\s\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .replace(/&/g, '&amp;')
    .replace(/[\\`*_{}[\]<>|~$@]/g, '\\$&')
    .replace(/:\/\//g, '\\://')
    .replace(/(www)\./gi, '$1\\.')
    .replace(/^([#+=-])/, '\\$1')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}

/** A link whose words are text; without a target just the words. */
export function markdownLink(words: string, target: string | null): string {
  const text = escapeMarkdown(words);
  if (!target) return text;
  return `[${text}](<${target.replace(/[<>\\\r\n]/g, (character) => encodeURIComponent(character))}>)`;
}

/** Text shortened to a number of characters, at the end of a word where there is one. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const lastBlank = cut.lastIndexOf(' ');
  return `${(lastBlank > most / 2 ? cut.slice(0, lastBlank) : cut).trimEnd()}…`;
}
