/**
 * How ids are compared. People write `6.1.3d`, `6.1.3 d)`, `6.1.3(d)`; `21(2)(a)`, `21.2.a`; `Annex IV`, `annex-iv`. The
 * tail of an entry key is one form for all of them: `6.1.3.d`, `21.2.a`, `annex-iv`. Case and everything else stay as
 * they are. These forms are those of the mapping files (docs/catalog.md).
 */

/** The tail of an entry key for an id as people write it. Never fails: what it does not know it returns as it is. */
export function keyTail(id: string): string {
  if (isPlain(id)) return id;
  const text = id.trim().replace(/^(?:articles?|art\.?)\s+/i, '');
  const named = /^(annex|chapter)[\s-]+([^\s(.]+)(.*)$/i.exec(text);
  if (named) return `${named[1]!.toLowerCase()}-${named[2]!.toLowerCase()}${dotted(named[3]!)}`;
  return dotted(text).replace(
    /^(.*\d)\s+([a-z]{1,2})$/i,
    (_, before: string, letter: string) => `${before}.${letter.toLowerCase()}`,
  );
}

/** Digits and single dots, with at most one capital letter in front: nothing below would change it. */
function isPlain(id: string): boolean {
  let before = 46;
  for (let at = 0; at < id.length; at++) {
    const code = id.charCodeAt(at);
    const isLetter = at === 0 && code >= 65 && code <= 90;
    if (!isLetter && (code < 48 || code > 57) && (code !== 46 || before === 46)) return false;
    before = code;
  }
  return true;
}

/** Brackets become dots: `21(2)(a)` → `21.2.a`, `6.1.3 (d)` → `6.1.3.d`, `6.1.3 d)` → `6.1.3 d`. */
function dotted(text: string): string {
  return text
    .replace(/\s*\(\s*/g, '.')
    .replace(/\s*\)\s*(?=[^\s.)])/g, '.')
    .replace(/\s*\)/g, '')
    .replace(/\.{2,}/g, '.');
}

/** The key of an entry: `iso27001-2022` and `6.1.3 d)` → `iso27001-2022:6.1.3.d`. */
export function entryKeyOf(standardKey: string, id: string): string {
  return `${standardKey}:${keyTail(id)}`;
}

/** The other reading of a letter that follows a number directly: `6.1.3d` → `6.1.3.d`; undefined where there is none. */
export function tailWithSplitLetter(tail: string): string | undefined {
  const match = /^(.*\d)([a-z])$/i.exec(tail);
  return match ? `${match[1]}.${match[2]!.toLowerCase()}` : undefined;
}

/** The two halves of an entry key; the tail is empty where there is no colon. */
export function splitKey(entryKey: string): { readonly standardKey: string; readonly tail: string } {
  const at = entryKey.indexOf(':');
  return at < 0
    ? { standardKey: entryKey, tail: '' }
    : { standardKey: entryKey.slice(0, at), tail: entryKey.slice(at + 1) };
}
