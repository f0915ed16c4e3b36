/** The front matter keys under which documents name others (`related`, `supersedes`, `parent`), and the ids below them. */
import type { FrontMatterScalar, PolicyDocument } from './document.js';
import { normaliseKey } from './settings.js';
import type { Span } from './text.js';

const ending = '(?:_(?:documents?|docs?|policy|policies))?';
const documentKeys = new RegExp(
  `^(?:(?:related|see_also|supersedes|superseded_by|replaces|replaced_by|parent|children|implements|implemented_by|depends_on|applies_with)${ending}|(?:parent|child|linked|associated|referenced)_(?:documents?|docs?|policy|policies|procedures?)|documents?_referenced|documents)$`,
);
/** What was there before may be gone for good. */
const formerKeys = new RegExp(`^(?:supersedes|replaces)${ending}$`);
/** Keys of one entry of a list: `related: [{ id: POL-AC-01 }]`. */
const keysOfEntry = /^(?:id|document|doc|document_id|doc_id|ref)$/;

/** The key that names documents, normalised; null where the value below these keys (outermost first) is none of that kind. */
function documentKeyOf(keys: readonly string[]): string | null {
  const [above, key] = keys.slice(-2).length === 2 ? keys.slice(-2) : [undefined, keys[0]];
  if (key === undefined) return null;
  const own = normaliseKey(key);
  if (documentKeys.test(own)) return own;
  const outer = above === undefined ? '' : normaliseKey(above);
  return keysOfEntry.test(own) && documentKeys.test(outer) ? outer : null;
}

/** Whether the value below these keys, outermost first, names documents. */
export function namesDocuments(keys: readonly string[]): boolean {
  return documentKeyOf(keys) !== null;
}

/** One document that another names. */
export interface RelatedId {
  /** The first word, as written: an id, if it is one at all. */
  readonly id: string;
  readonly span: Span;
  /** With the words behind it, which are its title: `POL-AC-01 Access Control Policy`. */
  readonly entry: Span;
  readonly title: string;
  readonly scalar: FrontMatterScalar;
  /** Whether other documents stand in the same value. */
  readonly hasNeighbours: boolean;
  /** Whether it is named as what was there before, and may be gone. */
  readonly isFormer: boolean;
}

/** The documents that the front matter names, in its order. A value may hold several, with commas or semicolons between. */
export function relatedIds({ frontMatter }: PolicyDocument): RelatedId[] {
  return (frontMatter?.scalars ?? []).flatMap((scalar) => {
    const key = documentKeyOf(scalar.path.filter((part): part is string => typeof part === 'string'));
    return key === null ? [] : idsIn(scalar, formerKeys.test(key));
  });
}

const written = /^([\p{L}\p{N}][\p{L}\p{N}._/-]{1,99})(?::?\s+(.*))?$/u;

function idsIn(scalar: FrontMatterScalar, isFormer: boolean): RelatedId[] {
  const entries = [...scalar.text.matchAll(/[^,;]+/g)];
  return entries.flatMap(({ 0: part, index }) => {
    const match = written.exec(part.trim());
    if (!match) return [];
    const start = scalar.contentSpan.start + index + part.search(/\S/);
    const title = (match[2] ?? '').replace(/^[\s:–—(“"'-]+|[\s)”"']+$/gu, '');
    return {
      id: match[1]!,
      span: { start, end: start + match[1]!.length },
      entry: { start, end: start + part.trim().length },
      title,
      scalar,
      hasNeighbours: entries.length > 1,
      isFormer,
    };
  });
}
