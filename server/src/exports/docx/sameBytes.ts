/** What our library for Word fills in by chance or by the clock is put in order, so that equal input gives equal bytes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** Names of links as the library makes them: `rId` and chance. Ours are numbered from here. */
const randomId = /\brId[a-z0-9_-]{15,}(?=")/g;

/** @param day the date that the file says it was made and changed on, `2026-11-21` */
export function sameBytes(docx: Uint8Array, day: string): Uint8Array {
  const names = new Map<string, string>();
  const rename = (id: string) => {
    const known = names.get(id) ?? `rIdLink${names.size + 1}`;
    names.set(id, known);
    return known;
  };
  const files = unzipSync(docx);
  const entries = Object.entries(files).map(([path, bytes]): [string, Uint8Array] => {
    if (!/\.(xml|rels)$/.test(path)) return [path, bytes];
    const text = strFromU8(bytes);
    if (path === 'docProps/core.xml') return [path, strToU8(datedText(text, day))];
    return [path, strToU8(text.replace(randomId, rename))];
  });
  // A zip file holds local time; this is the beginning of its calendar everywhere.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}

function datedText(text: string, day: string): string {
  return text.replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`);
}
