/** How ids of documents are made: what two of them have in common, and where one is the other with a slip of the pen. */
import { distance } from 'fastest-levenshtein';

/** Letters, digits and what stands between them. */
const pieces = /\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu;
/** Longer words in the middle of an id say what it is about, and are part of the scheme. */
const longestArea = 5;

/**
 * What all ids of a kind share: `POL-AC-01` and `pol-is-14` have the same scheme, `POL-AC-1` and `PRO-AC-01` others. Null for
 * an id without a number, of which nobody can tell the next one.
 */
export function schemeOf(id: string): string | null {
  const parts = id.toLowerCase().match(pieces) ?? [];
  if (!/^\p{L}/u.test(parts[0] ?? '') || !parts.some((part) => /^\p{N}/u.test(part))) return null;
  return parts
    .map((part, index) => {
      if (/^\p{N}/u.test(part)) return '9'.repeat(part.length);
      return index > 0 && /^\p{L}/u.test(part) && part.length <= longestArea ? 'a' : part;
    })
    .join('');
}

/** The letters and numbers of an id, whatever stands between them: the same for `POL-AC-01`, `pol_ac_1` and `POLAC01`. */
export function lettersAndNumbers(id: string): string {
  const parts = (id.toLowerCase().match(pieces) ?? []).filter((part) => /^[\p{L}\p{N}]/u.test(part));
  return parts
    .map((part, index) => {
      if (!/^\p{N}/u.test(part)) return part;
      const number = part.replace(/^0+(?=\p{N})/u, '');
      return /^\p{N}/u.test(parts[index - 1] ?? '') ? `.${number}` : number;
    })
    .join('');
}

/** Words shorter than this have too many neighbours that mean something else. */
const shortestWord = 5;

/** Whether one id is the other but for a slip in one of its words: two letters exchanged, or one wrong in a long word. */
export function isSlipOf(written: string, id: string): boolean {
  const [ours, theirs] = [written, id].map((one) => one.toLowerCase().match(pieces) ?? []);
  if (ours!.length !== theirs!.length || ours!.length < 3) return false;
  const different = ours!.flatMap((part, index) => (part === theirs![index] ? [] : [[part, theirs![index]!] as const]));
  const [first] = different;
  return different.length === 1 && first !== undefined && isSlipOfWord(...first);
}

function isSlipOfWord(word: string, other: string): boolean {
  if (!/^\p{L}+$/u.test(word) || !/^\p{L}+$/u.test(other)) return false;
  if (Math.min(word.length, other.length) >= shortestWord && distance(word, other) === 1) return true;
  if (word.length !== other.length || word.length < 3) return false;
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2) === other;
}
