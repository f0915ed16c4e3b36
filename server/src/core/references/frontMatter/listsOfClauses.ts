/** Are the bare numbers below a key that only names a standard its clauses (`iso42001: "9.3"`, `iso27001: ["9.3", "7.2"]`)? */
import type { Catalog } from '../../catalog/types.js';
import type { FrontMatter } from '../../document.js';
import type { NamedStandard } from '../text/standardNames.js';

/**
 * Whether all numbers below a key are clauses in force of the standard that it names, and one of several is no control there; of a
 * standard of which a quarter of the controls have the number of a clause (9.3 and A.9.3 of ISO/IEC 42001), a control is written with its
 * letter. What a lone number of no control is tells its edition.
 * @param first index of the first scalar below the key
 */
export function isListOfClauses(
  { scalars }: FrontMatter,
  first: number,
  { standard, edition }: NamedStandard,
  catalog: Catalog,
): boolean {
  const current = catalog.edition(standard);
  if (current?.status !== 'current' || (edition ?? current.edition) !== current.edition) return false;
  const isClause = (id: string): boolean => catalog.find(current.key, id)?.kind === 'clause';
  const numbers: string[] = [];
  for (let at = first; scalars[at]?.keySpan.start === scalars[first]!.keySpan.start; at++)
    numbers.push(...(scalars[at]!.text.match(/\d+(?:\.\d+)*/g) ?? []));
  if (!numbers.every(isClause)) return false;
  if (numbers.length > 1 && numbers.some((number) => !catalog.find(current.key, `A.${number}`))) return true;
  const controls = catalog.controls(current.key);
  return controls.filter(({ id }) => isClause(id.slice(2))).length * 4 >= controls.length;
}
