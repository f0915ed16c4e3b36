/**
 * The picture of reuse: bands from documents to standards, as wide as the number of requirements. Hidden from screen
 * readers, which have the table.
 */
import type { ReuseMatrix } from '../../../../server/src/core/soa/reuseTypes.js';
import { t } from '../../shared/texts.js';

const namespace = 'http://www.w3.org/2000/svg';
const width = 690;
const left = 275;
const right = 480;
const nodeWidth = 8;
const gap = 6;
const smallest = 15;
/** More bands than that nobody can follow; the others are drawn together. */
const shownDocuments = 16;

interface Source {
  readonly name: string;
  /** Requirements per standard. */
  readonly counts: readonly number[];
}

export function reuseFlow(matrix: ReuseMatrix): SVGSVGElement {
  const sources = sourcesOf(matrix);
  const totals = matrix.standards.map((_standard, index) => sum(sources.map(({ counts }) => counts[index]!)));
  const all = Math.max(1, sum(totals));
  // As high as the names need, so that they do not stand in each other's way.
  const scale = Math.max(1, (sources.length * (smallest + gap)) / all);
  const heights = sources.map(({ counts }) => Math.max(sum(counts) * scale, smallest));
  const height = sum(heights) + gap * (sources.length - 1) + 4;
  const svg = make('svg', {
    class: 'flow-picture',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    'aria-hidden': 'true',
    focusable: 'false',
  });
  const rightGap = (height - sum(totals) * scale) / (matrix.standards.length + 1);
  const tops = totals.map((_total, index) => rightGap * (index + 1) + sum(totals.slice(0, index)) * scale);
  const used = totals.map(() => 0);
  let y = 2;
  sources.forEach(({ name, counts }, at) => {
    let from = y + (heights[at]! - sum(counts) * scale) / 2;
    counts.forEach((count, index) => {
      if (count === 0) return;
      const size = count * scale;
      svg.append(band(from, tops[index]! + used[index]!, size, index));
      from += size;
      used[index] = used[index]! + size;
    });
    const own = sum(counts) * scale;
    svg.append(
      make('rect', {
        class: 'flow-node',
        x: left - nodeWidth,
        y: y + (heights[at]! - own) / 2,
        width: nodeWidth,
        height: own,
      }),
    );
    svg.append(text(left - nodeWidth - 6, y + heights[at]! / 2, 'end', shorten(name)));
    y += heights[at]! + gap;
  });
  matrix.standards.forEach(({ name }, index) => {
    const size = totals[index]! * scale;
    svg.append(
      make('rect', { class: `flow-node flow-${index % 4}`, x: right, y: tops[index]!, width: nodeWidth, height: size }),
    );
    svg.append(
      text(right + nodeWidth + 6, tops[index]! + size / 2, 'start', t('{0}: {1} claims', name, totals[index]!)),
    );
  });
  return svg;
}

function sourcesOf({ documents, standards }: ReuseMatrix): Source[] {
  const sources = documents.map(({ id, title, cells }) => ({
    name: id === null ? title : `${id} ${title}`,
    counts: cells.map((cell) => (cell ? cell.controls.length + cell.clauses.length : 0)),
  }));
  if (sources.length <= shownDocuments) return sources;
  const rest = sources.slice(shownDocuments);
  const counts = standards.map((_standard, index) => sum(rest.map((source) => source.counts[index]!)));
  return [...sources.slice(0, shownDocuments), { name: t('{0} more documents', rest.length), counts }];
}

function band(from: number, to: number, size: number, index: number): SVGElement {
  const middle = (left + right) / 2;
  const upper = `M${left} ${from}C${middle} ${from} ${middle} ${to} ${right} ${to}`;
  const lower = `L${right} ${to + size}C${middle} ${to + size} ${middle} ${from + size} ${left} ${from + size}Z`;
  return make('path', { class: `flow-band flow-${index % 4}`, d: upper + lower });
}

function text(x: number, y: number, anchor: string, content: string): SVGElement {
  const node = make('text', { class: 'flow-text', x, y, 'text-anchor': anchor, 'dominant-baseline': 'middle' });
  node.textContent = content;
  return node;
}

function make<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const node = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) {
    node.setAttribute(key, typeof value === 'number' ? String(Math.round(value * 10) / 10) : value);
  }
  return node;
}

function shorten(name: string): string {
  return name.length > 36 ? `${name.slice(0, 35)}…` : name;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
