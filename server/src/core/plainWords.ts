/**
 * Lower case, without accents, marks and brackets: what words that people write in headers, cells and dates are
 * compared by. Only the beginning of a long text, 300 UTF-16 units.
 */
export function plainWords(text: string): string {
  const beginning = text.slice(0, 300);
  // Nearly every text: no accents, and no letters but these.
  if (asciiOnly.test(beginning))
    return beginning
      .toLowerCase()
      .replace(/[^a-z0-9%]+/g, ' ')
      .trim();
  return beginning
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}

const asciiOnly = /^[\x00-\x7f]*$/;
