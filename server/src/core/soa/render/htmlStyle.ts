/** The style sheet of the exported page: calm on the screen, landscape with repeated heads on paper. */
import { cssString } from './htmlParts.js';

export const htmlStyle = `:root { color-scheme: light; font: 14px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif; }
body { margin: 2rem auto; max-width: 110rem; padding: 0 2rem; color: #1f2328; background: #fff; }
h1 { font-size: 1.7rem; font-weight: 600; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; font-weight: 600; margin: 2.5rem 0 .5rem; }
dl { display: flex; flex-wrap: wrap; gap: .6rem 2.5rem; margin: 0 0 2rem; }
dl .wide { flex: 0 0 100%; }
dl .wide dd { max-width: 110ch; }
dt { color: #59636e; font-size: .85em; }
dd { margin: 0; white-space: pre-line; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: left; color: #59636e; padding: 0 0 .5rem; }
th, td { box-sizing: border-box; border: 1px solid #d1d9e0; padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
thead th { background: #f6f8fa; font-weight: 600; }
.summary { width: auto; }
.summary th, .summary td { overflow-wrap: normal; white-space: nowrap; }
.summary td { text-align: right; }
.summary .standard th, .summary .standard td { font-weight: 600; background: #f6f8fa; }
.summary .group th { font-weight: 400; padding-left: 1.5rem; }
.controls { font-size: .92em; table-layout: fixed; }
.controls thead th:nth-child(1) { width: 6em; }
.controls thead th:nth-child(2) { width: 12%; }
.controls thead th { overflow-wrap: normal; }
.controls thead th:nth-child(3) { width: 8.2em; }
.controls thead th:nth-child(4) { width: 20%; }
.controls thead th:nth-child(5) { width: 11%; }
.controls thead th:nth-child(6) { width: 8em; }
.controls thead th:nth-child(7) { width: 8%; }
.controls thead th:nth-child(8) { width: 15%; }
.controls .group th { background: #f6f8fa; font-weight: 600; }
.controls tr.no > *, .controls tr.outside > * { color: #59636e; }
.controls ul { margin: 0; padding: 0; list-style: none; }
.gaps li { font-size: .92em; color: #7d4e00; }
.gaps li::before { content: "\\25B3  "; }
.controls ul.gaps { margin-top: .25rem; }
a { color: #0550ae; }
.whole { white-space: nowrap; overflow-wrap: normal; }
.lines, .small { white-space: pre-line; }
dl .concern dd { color: #7d4e00; }
.small { margin-top: .25rem; font-size: .92em; color: #59636e; }
.classification { float: right; margin: 0; padding: .2rem .6rem; border: 1px solid #59636e; font-weight: 600; }
.clauses { font-size: .92em; table-layout: fixed; }
.clauses thead th:first-child { width: 5em; }
.clauses .depth-1 > * { background: #f6f8fa; font-weight: 600; }
.clauses .depth-1 > td { font-weight: 400; }
.clauses .missing { color: #7d4e00; }
.clauses .absent { color: #59636e; }
.clauses ul { margin: 0; padding: 0; list-style: none; }
.history th:nth-child(-n+2) { white-space: nowrap; }
.legend .parts { columns: 3 22rem; column-gap: 2.5rem; }
.legend .part { margin-bottom: 1rem; }
.legend dt, .legend dd { break-inside: avoid; }
.legend h3 { font-size: 1em; font-weight: 600; margin: 0 0 .3rem; break-after: avoid; }
.legend dl { display: grid; grid-template-columns: minmax(6em, max-content) 1fr; gap: .15rem .8rem; margin: 0; }
.legend dt { color: inherit; font-weight: 600; font-size: 1em; max-width: 11em; }
td, th, dd, td div, li { unicode-bidi: plaintext; }
@media print {
  :root { font-size: 7.5pt; line-height: 1.35; }
  th, td { padding: .2rem .35rem; }
  body { margin: 0; padding: 0; max-width: none; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  .controls .group, h2, caption { break-after: avoid; }
  header, section + section { break-after: auto; }
  .controls, .clauses { break-before: auto; }
  .legend .parts { columns: 3; }
  .classification { display: none; }
  a { color: inherit; text-decoration: none; }
  thead th, .group th, .depth-1 > * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;

/** What the edge of every printed page says. */
export interface PageTexts {
  readonly title: string;
  readonly classification: string;
  readonly version: string;
}

/** Running header and footer. The texts come from the record, so they are written as strings that cannot end. */
export function pageStyle({ title, classification, version }: PageTexts): string {
  return `@page {
  size: A4 landscape; margin: 16mm 12mm 15mm; font: 7.5pt system-ui, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  @top-left { content: ${cssString(title)}; }
  @top-right { content: ${cssString(classification)}; font-weight: 600; }
  @bottom-left { content: ${cssString(version)}; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); }
}
`;
}
