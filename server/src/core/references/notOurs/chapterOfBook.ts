/** Is the document one chapter of a handbook, `# 5. Data integrity` with `## 5.3 Monitoring`? Then "§ 8.3" is in another chapter. */
import type { Catalog } from '../../catalog/types.js';
import { meaningOfRows } from '../tables/titledNumbers.js';
import type { Runs } from '../text/runs.js';
import type { Token } from '../text/tokens.js';

/** So many headings are looked at. */
const mostHeadings = 100;
/** Fewer sections may have their number by chance. */
const enoughSections = 2;

/**
 * Whether the first heading has a number and all other numbers at the beginning of headings go on from it. A manual that has the
 * chapters of a standard ("# 9 Performance evaluation") cites that standard by the same words, and is none.
 */
export function isChapterOfBook(runs: Runs, headingBlocks: readonly number[], catalog: Catalog): boolean {
  const [title, ...others] = headingBlocks.slice(0, mostHeadings);
  const chapter = title === undefined ? null : numberOf(runs, title);
  if (chapter?.parts.length !== 1) return false;
  const numbers = others.flatMap((heading) => numberOf(runs, heading) ?? []);
  if (numbers.length < enoughSections || numbers.some(({ parts }) => parts[0] !== chapter.parts[0])) return false;
  const rows = [title!, ...others].flatMap((heading) => {
    const number = numberOf(runs, heading);
    return number ? { number: number.parts.join('.'), words: runs.of(heading).prose.slice(number.end) } : [];
  });
  return meaningOfRows(rows, catalog) !== 'clause';
}

/** `§ 8.3`, "section 8.3": words of other languages may as well be those of a manual that has the chapters of the standard. */
export function citesChapter(token: Token | undefined): boolean {
  return token !== undefined && chapterWords.has(token.lower);
}

const chapterWords: ReadonlySet<string> = new Set(['§', 'section', 'sections', 'sec']);

/** The number that a heading begins with, which words follow. */
function numberOf(runs: Runs, heading: number): Token | null {
  if (!runs.hasDigit(heading)) return null;
  const { tokens } = runs.of(heading);
  const words = tokens.find(({ kind }, at) => at > 0 && kind !== 'mark');
  return tokens[0]?.kind === 'number' && words?.kind === 'word' ? tokens[0] : null;
}
