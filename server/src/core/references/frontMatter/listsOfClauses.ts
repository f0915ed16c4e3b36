/** Are the bare numbers below a key that only names a standard its clauses (`iso42001: "9.3"`, `iso27001: ["9.3", "7.2"]`)? */
import type { Catalog, Standard } from '../../catalog/types.js';
import type { FrontMatter } from '../../document.js';
import { oncePer } from '../../oncePer.js';
import type { NamedStandard } from '../text/standardNames.js';
import { managementSystems } from '../titles/subjects.js';

/** Answers for one front matter, per key remembered. */
export class ListsOfClauses {
  private readonly known = new Map<number, boolean>();

  constructor(
    private readonly frontMatter: FrontMatter,
    private readonly catalog: Catalog,
  ) {}

  /**
   * Whether all numbers below a key are clauses in force of the standard that it names, and one of several is no control there; of a
   * standard of which many numbers are both, a control is written with its letter. What a lone number of no control is tells its edition.
   * @param key where it begins
   */
  has({ standard, edition }: NamedStandard, key: number): boolean {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const { catalog } = this;
    const current = catalog.edition(standard);
    const numbers = this.frontMatter.scalars
      .filter(({ keySpan }) => keySpan.start === key)
      .flatMap(({ text }) => text.match(/\d+(?:\.\d+)*/g) ?? []);
    const is =
      current?.status === 'current' &&
      (edition ?? current.edition) === current.edition &&
      numbers.every((number) => catalog.find(current.key, number)?.kind === 'clause') &&
      (standardsOfBoth(catalog).has(standard) ||
        (numbers.length > 1 && numbers.some((number) => !catalog.find(current.key, `A.${number}`))));
    this.known.set(key, is);
    return is;
  }
}

/** The standards of whose controls in force a quarter and more have the number of a clause (9.3 and A.9.3 of ISO/IEC 42001). */
const standardsOfBoth = oncePer((catalog: Catalog): ReadonlySet<string> => {
  const isBoth = ({ key }: Standard): boolean => {
    const controls = catalog.controls(key);
    return controls.filter(({ id }) => catalog.find(key, id.slice(2))?.kind === 'clause').length * 4 >= controls.length;
  };
  return new Set(
    managementSystems(catalog)
      .filter(isBoth)
      .map(({ standard }) => standard),
  );
});
