/** Tags that name their standard and an id that none of its editions can have: they are read as nothing, and count as nothing. */
import type { Standard } from '../../catalog/types.js';
import type { PolicyDocument } from '../../document.js';
import { readDocumentText } from '../../markdown/documentText.js';
import { normaliseKey } from '../../settings.js';
import type { Snapshot } from '../../snapshot.js';
import type { Span } from '../../text.js';
import { scopeOf } from './scope.js';
import { firstFrom } from './source.js';

export interface UnreadTag {
  readonly span: Span;
  readonly id: string;
  readonly standard: Standard;
}

/** `27001:A.99.1`, `27001:2022:C.5.15`, alone or among others. */
const tag = /(?<![\p{L}\p{N}:.-])(\d{5}):(?:(\d{4}):)?([A-Z](?:\.\d{1,4}){1,4})(?![\p{L}\p{N}:-]|\.\d)/gu;

/**
 * Those below the keys for controls and clauses in the front matter, and in section comments. Annexes C to Z of a standard that has
 * some are left alone.
 */
export function unreadTags(document: PolicyDocument, text: string, snapshot: Snapshot): UnreadTag[] {
  const { settings, catalog } = snapshot;
  const isKey = (key: string | number | undefined) =>
    typeof key === 'string' &&
    [settings.controlKeys, settings.clauseKeys].some((some) => some.includes(normaliseKey(key)));
  const places: Span[] = (document.frontMatter?.scalars ?? [])
    .filter(({ path }) => path.some(isKey))
    .map(({ contentSpan }) => contentSpan);
  for (const span of readDocumentText(text).comments) {
    const key = /^<!--\s{0,9}([\w-]{1,40})\s{0,9}:/.exec(text.slice(span.start, span.start + 70))?.[1];
    if (isKey(key)) places.push(span);
  }
  const scope = scopeOf(document.path, snapshot);
  return places.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(tag)].flatMap(({ 0: all, 1: number, 2: year, 3: id, index }) => {
      const span = { start: start + index + all.length - id!.length, end: start + index + all.length };
      const edition = year ?? scope.find(({ standard }) => standard === number)?.edition ?? null;
      const standard = catalog.edition(number!, edition);
      const isRead = document.references[firstFrom(document.references, span.start)]?.span.start === span.start;
      const isOtherAnnex = !/^[AB]/.test(id!) && number !== '27001';
      return !standard || isRead || isOtherAnnex ? [] : [{ span, id: id!, standard }];
    }),
  );
}
