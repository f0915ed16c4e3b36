/** Whether the words around a number say that it is of an older edition: then the writer knows what is cited. */
import type { Standard } from '../../catalog/types.js';
import type { PolicyDocument, Reference } from '../../document.js';
import type { Snapshot } from '../../snapshot.js';
import { editionOf, governingYear } from './governingYear.js';
import { passageOf } from './passage.js';
import { isInFrontMatter } from './standing.js';

const editionWord =
  '(?:editions?|versions?|text|numbers?|numbering|ausgaben?|fassung(?:en)?|éditions?|edición|ediciones|edições|edição|editie|edities|edizion[ei]|uitgave|versie|versión|versão|version[ei])';
const ofWord = '(?:of|from|von|aus|der|de|del|da|di|uit|van|dell[ao]|vom)';

/**
 * Whether the paragraph of a reference names the older edition: `(ISO/IEC 27001:2013, A.12.6.1)`, "A.12.6.1. That was the
 * number in the 2013 edition".
 */
export function namesEdition(
  old: Standard,
  reference: Reference,
  document: PolicyDocument,
  snapshot: Snapshot,
): boolean {
  const text = snapshot.textOf(document.path);
  if (text === null) return false;
  if (governingYear(reference, old, document, text)) return true;
  const block = passageOf(reference, document, text)?.block;
  if (!block) return false;
  const numbers = [old.standard, ...(old.companions ?? []).map(({ number }) => number)];
  return numbers.some((number) => namesYear(block, number, editionOf(old, number)));
}

/** Whether a document names the edition anywhere: then nobody but its writer knows which numbers are meant to stay. */
export function isNamedAnywhere(old: Standard, document: PolicyDocument): boolean {
  const isNamed = document.named?.some(({ standard, edition }) => standard === old.standard && edition === old.edition);
  return isNamed === true || isInFrontMatter(old, document);
}

function namesYear(block: string, number: string, year: string | null): boolean {
  if (year === null) return false;
  const edition = `(?:and |und |et |y |e |en )?(?:\\d{4} )?`;
  return new RegExp(
    [
      `(?<!\\d)${number}\\s?[:(–-]\\s?${year}(?!\\d)`,
      `(?<!\\d)${year}(?:er)?[- ]${edition}${editionWord}(?!\\p{L})`,
      `(?<!\\p{L})${editionWord} (?:${ofWord} |\\()?${edition}${year}(?![\\d-])`,
      `(?<!\\p{L})(?:from|aus|uit) ${year}(?![\\d-])`,
      `\\(${year}\\)`,
    ].join('|'),
    'u',
  ).test(block);
}
