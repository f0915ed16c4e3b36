/**
 * Ways to write a document otherwise that leave its meaning as it was: other spellings of the standards, of ids and
 * clause words, other line ends, other marks around a reference. What is recognised should not depend on them.
 */
import { findLineStarts, offsetAt } from '../../server/src/core/text.js';
import type { Label } from './evaluate.js';
import type { Rewrite } from './examSets.js';

// Characters for private use: "[label number] text ]" around each labelled reference while the text is rewritten.
const open = '\uE000';
const close = '\uE001';
const firstNumber = 0xf0000;
const labelled = /\uE000(.)([^\uE001]*)\uE001/gu;

/** Changes a text in which references are marked; the marks must stay around what they are around. */
type Change = (marked: string) => string;

/** Changes the labelled references alone. */
function inReferences(pattern: RegExp, replacement: string): Change {
  return (text) =>
    text.replace(labelled, (_, number, written) => open + number + written.replace(pattern, replacement) + close);
}

/** Changes the body, without front matter and fenced code. */
function inBody(change: Change): Change {
  return (text) => {
    const front = /^\uFEFF?---\n[\s\S]*?\n---\n/.exec(text)?.[0] ?? '';
    const parts = text.slice(front.length).split(/(^(?:```|~~~)[\s\S]*?^(?:```|~~~)[^\n]*$)/m);
    return front + parts.map((part, index) => (index % 2 === 1 ? part : change(part))).join('');
  };
}

function replaced(pattern: RegExp, replacement: string): Change {
  return inBody((text) => text.replace(pattern, replacement));
}

/** Puts marks of Markdown around references that stand alone. */
function around(before: string, after: string): Change {
  return replaced(/(?<![[*_`(/\w])(\uE000.[^\uE001\n*`_[\]]*\uE001)(?![\]*_`)/(\w])/gu, `${before}$1${after}`);
}

const standardName = /\bISO(?:\/IEC)? (27001|27002|27701|42001)\b/g;
const standardYear = /\b(27001|27002|27701|42001):(20\d\d)\b/g;

export const changes: Readonly<Record<string, Change>> = {
  'Windows line ends': (text) => text.replaceAll('\n', '\r\n'),
  'bold references': around('**', '**'),
  'references in italics': around('_', '_'),
  'references as links': around('[', '](https://example.org/x)'),
  '“A5.1” for “A.5.1”': inReferences(/\bA\.(?=\d+\.\d)/g, 'A'),
  '“a.5.1” for “A.5.1”': inReferences(/\bA\.(?=\d+\.\d)/g, 'a.'),
  '“Annex A.5.1” for “A.5.1”': inReferences(/^A\.(?=\d)/, 'Annex A.'),
  '“Annex A 5.1” for “A.5.1”': inReferences(/^A\.(?=\d)/, 'Annex A '),
  '“Control A.5.1” for “A.5.1”': replaced(/(?<![\w.])(\uE000.A\.\d)/gu, 'Control $1'),
  '“A.5.1 through A.5.3”': inReferences(/(?<=\d) ?(?:-|–|to) ?(?=A?\.?\d)/, ' through '),
  'ranges with a dash': inReferences(/(?<=\d) ?(?:-|–|to) ?(?=A?\.?\d)/, ' – '),
  '“Cl.” for “Clause”': inReferences(/\b[Cc]lauses? /, 'Cl. '),
  'hard spaces': inReferences(/(?<=[A-Za-z§]) (?=[A\d])/, '\u00A0'),
  '“ISO27001”': replaced(standardName, 'ISO$1'),
  '“ISO-27001”': replaced(standardName, 'ISO-$1'),
  '“DIN EN ISO/IEC 27001”': replaced(standardName, 'DIN EN ISO/IEC $1'),
  '“27001-2022”': replaced(standardYear, '$1-$2'),
  '“27001 (2022)”': replaced(standardYear, '$1 ($2)'),
  'numbered headings': inBody((text) => {
    let section = 0;
    return text.replace(/^(#{2,3}) (?![\d\uE000])/gm, (_, marks) => `${marks} ${++section}. `);
  }),
  'asterisks for hyphens': replaced(/^(\s*)- /gm, '$1* '),
  'tables without outer bars': replaced(/^\|(?! *\|)(.*[^|\s\\] *)\|[ \t]*$/gm, '$1'),
};

/** The rewriting of labelled documents by a change. */
export function rewriteBy(change: Change): Rewrite {
  return (text, labels) => {
    // What has Windows line ends or characters of ours already stays out of it, and so do nested labels.
    if (/[\r\uE000\uE001]/.test(text)) return null;
    const marked = mark(text, labels);
    return marked === null ? null : unmark(change(marked), labels);
  };
}

function mark(text: string, labels: readonly Label[]): string | null {
  const lineStarts = findLineStarts(text);
  const at = (place: Label['range']['start']) => offsetAt(lineStarts, text.length, place);
  const spans = labels
    .map((label, number) => ({ label, number }))
    .filter(({ label }) => !label.negative)
    .map(({ label, number }) => ({ number, start: at(label.range.start), end: at(label.range.end) }))
    .sort((a, b) => a.start - b.start);
  let marked = '';
  let done = 0;
  for (const { number, start, end } of spans) {
    if (start < done) return null;
    marked +=
      text.slice(done, start) + open + String.fromCodePoint(firstNumber + number) + text.slice(start, end) + close;
    done = end;
  }
  return marked + text.slice(done);
}

function unmark(marked: string, labels: readonly Label[]): { text: string; labels: Label[] } {
  const moved = [...labels];
  let text = '';
  let line = 0;
  let lineStart = 0;
  let current = -1;
  let start = { line: 0, character: 0 };
  const here = () => ({ line, character: text.length - lineStart });
  for (let i = 0; i < marked.length; i++) {
    const unit = marked[i]!;
    if (unit === open) {
      current = marked.codePointAt(i + 1)! - firstNumber;
      start = here();
      i += 2;
    } else if (unit === close) {
      moved[current] = { ...moved[current]!, range: { start, end: here() } };
    } else {
      text += unit;
      if (unit === '\n') {
        line++;
        lineStart = text.length;
      }
    }
  }
  return { text, labels: moved };
}
