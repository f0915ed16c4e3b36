/** Pieces of HTML that several parts of the page are made of. */

/** Text for HTML, also inside quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** A table of plain texts; the first cell of a row is its head. */
export function htmlTable(name: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const head = heads.map((text) => `<th scope="col">${escapeHtml(text)}</th>`).join('');
  const body = rows.map(([first = '', ...others]) => {
    const cells = others.map((text) => `<td>${escapeHtml(text)}</td>`).join('');
    return `<tr><th scope="row">${escapeHtml(first)}</th>${cells}</tr>\n`;
  });
  return `<table class="${name}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${body.join('')}</tbody>\n</table>\n`;
}

/**
 * A text as a string of CSS: every character that is no letter, digit or space is written as its number, so that nothing
 * can end the string, the rule or the style element.
 */
export function cssString(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9 ]/gu, (character) => {
    const code = character.codePointAt(0)!;
    return `\\${(code >= 0xd800 && code <= 0xdfff ? 0xfffd : code).toString(16)} `;
  });
  return `"${escaped}"`;
}
