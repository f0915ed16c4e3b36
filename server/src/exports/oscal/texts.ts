/** Texts of the record as OSCAL takes them: strings, Markdown, ids and addresses. Each says what it does with odd ones. */
import { uuidOf } from './uuid.js';

/** One line without spaces at its ends, as OSCAL wants most texts; `–` for an empty one, which it does not take. */
export function line(text: string): string {
  return text.replace(/\s+/g, ' ').trim() || '–';
}

/** What Markdown reads as markup wherever it stands, with what OSCAL adds: `~sub~`, `^sup^` and `{{ insert }}`. */
const markupAnywhere = /[\\`*[<~^{|]|&(?=#?\w+;)|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

/** What is markup at the beginning of a line: headings, quotations, lists, underlines of headings, rules. */
const markupAtStart = /^(?:[#>]|[-+](?=\s|$)|=+$|-+$)/;

/** A title: one line of Markdown that shows the text as it is written. */
export function markupLine(text: string): string {
  return escaped(line(text));
}

/** A paragraph or several: Markdown that shows the text as it is written, line by line. May be empty. */
export function markup(text: string): string {
  return text
    .split('\n')
    .map((part) => escaped(part.trim()))
    .join('\n')
    .trim();
}

function escaped(text: string): string {
  return text
    .replace(markupAnywhere, '\\$&')
    .replace(markupAtStart, '\\$&')
    .replace(/^(\d{1,9})([.)](?=\s|$))/, '$1\\$2');
}

/** A name as OSCAL takes it for ids: letters, digits, dots, hyphens and underscores, a letter first. */
export function token(text: string): string {
  const plain = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return /^[\p{L}_]/u.test(plain) ? plain : `_${plain}`;
}

/**
 * A token for each text, no two alike: where a text would get one that is taken, a part of its own is put behind it, which
 * follows from the text alone.
 * @param taken tokens that are used for something else
 */
export function distinctTokens(texts: Iterable<string>, taken: readonly string[] = []): Map<string, string> {
  const used = new Set(taken);
  const tokens = new Map<string, string>();
  for (const text of new Set(texts)) {
    const wanted = token(text);
    const own = used.has(wanted) ? `${wanted}-${uuidOf('token', text).slice(0, 8)}` : wanted;
    used.add(own);
    tokens.set(text, own);
  }
  return tokens;
}

/** What RFC 3986 allows in an address, without the brackets, which it allows in few places only. */
const notOfAddress = /%(?![0-9A-Fa-f]{2})|[^A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]/gu;

/**
 * A web address or a path as RFC 3986 wants it: what it does not allow is percent-encoded. Null where it is no address even
 * then.
 */
export function uriReference(address: string): string | null {
  const [before = '', ...fragment] = address.replace(notOfAddress, encodeURIComponent).split('#');
  const encoded = fragment.length === 0 ? before : `${before}#${fragment.join('%23')}`;
  return URL.canParse(encoded, 'https://example.org/') ? encoded : null;
}
