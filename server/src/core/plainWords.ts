/**
 * Lower case, without accents, marks and brackets: what words that people write in headers, cells and dates are
 * compared by. Only the beginning of a long text, 300 UTF-16 units.
 */
export function plainWords(text: string): string {
  return text
    .slice(0, 300)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/[^\p{L}\p{N}%]+/gu, ' ')
    .trim();
}
