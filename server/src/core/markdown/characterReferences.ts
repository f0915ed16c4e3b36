/** The character references (`&nbsp;`, `&#8211;`) that matter between the parts of a reference to a standard. */

const named: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ndash: '–',
  mdash: '—',
  hyphen: '‐',
  minus: '−',
  sect: '§',
  middot: '·',
  bull: '•',
};

/**
 * The character that a reference stands for, padded with spaces to the length of its source; unknown ones stay as written.
 * White space of any kind becomes a plain space.
 */
export function decodeReference(source: string): string {
  const body = source.slice(1, -1);
  const character = body.startsWith('#') ? numeric(body.slice(1)) : named[body];
  if (character === undefined) return source;
  return (/\s/.test(character) ? ' ' : character).padEnd(source.length);
}

function numeric(digits: string): string | undefined {
  const isHexadecimal = /^x[0-9a-f]{1,6}$/i.test(digits);
  if (!isHexadecimal && !/^[0-9]{1,7}$/.test(digits)) return undefined;
  const code = isHexadecimal ? Number.parseInt(digits.slice(1), 16) : Number.parseInt(digits, 10);
  if (code < 32 || code > 0xffff || (code >= 0xd800 && code < 0xe000)) return undefined;
  return String.fromCharCode(code);
}
