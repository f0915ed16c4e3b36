/** The measurements as tables for people, and into docs/performance.md between two marks. */

import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { duration, megabytes, ratio } from './numbers.mjs';

const begin = '<!-- begin: written by npm run bench -->';
const end = '<!-- end -->';

function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

export function asMarkdown(results) {
  const { options, corpus, floor, peers } = results;
  const where = `${cpus().length} processors (${cpus()[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}, ${process.platform}`;
  const parts = [
    `${corpus.count.toLocaleString('en')} documents, ${Math.round(corpus.bytes / 1e6)} MB, 25 references each; ${where}. ` +
      `Medians of ${options.rounds} ${options.rounds === 1 ? 'run' : 'runs'} and of ${options.edits} edits. ` +
      `Reading all files and nothing else: ${duration(floor)}.`,
    startTable(results),
    editTable(results),
    requestTable(results.ours.requests),
    paneTable(results.pane),
    hostileTable(results.hostile),
  ];
  if (peers.missing.length > 0) parts.push(`Peers that were not measured: ${peers.missing.join('; ')}.`);
  return parts.join('\n\n');
}

function startTable({ first, starts, floor, commandLine, peers }) {
  const { cold, warm } = starts;
  const { markdown, rumdl } = peers;
  const rows = [
    [
      'All documents read, resolved, checked with all rules and published',
      duration(cold.wall),
      duration(cold.cpu),
      ratio(cold.wall, floor),
      megabytes(cold.rss),
    ],
    [
      'The same from the stored index',
      duration(warm.wall),
      duration(warm.cpu),
      ratio(warm.wall, floor),
      megabytes(warm.rss),
    ],
  ];
  if (markdown)
    rows.push([
      'VS Code’s Markdown server: first workspace symbols (headings)',
      duration(markdown.symbols),
      duration(markdown.cpu),
      ratio(markdown.symbols, floor),
      megabytes(markdown.rss),
    ]);
  if (rumdl)
    rows.push([
      'rumdl: check of the folder, without its cache',
      duration(rumdl.check),
      '–',
      ratio(rumdl.check, floor),
      '–',
    ]);
  const lines = [
    `Longest wait of a request while indexing: ${duration(cold.longestWait)}.`,
    `Start to the answer to \`initialize\`: ${duration(first.first.initialized)} for the first time, ${duration(first.later.initialized)} later (with what was compiled of the program)` +
      (first.markdown ? `; VS Code’s Markdown server ${duration(first.markdown)}` : '') +
      (rumdl ? `, rumdl ${duration(rumdl.started)}.` : '.'),
    `Start to the first diagnostics of an open document: ${duration(first.first.diagnosed)} for the first time, ${duration(first.later.diagnosed)} later` +
      (first.markdown
        ? `, ${ratio(first.first.diagnosed, first.markdown)} and ${ratio(first.later.diagnosed, first.markdown)} that server’s answer to \`initialize\`.`
        : '.'),
    `Command line, \`clausemark check\` on 100 documents: ${duration(commandLine)}.`,
  ];
  const head = ['From `initialized`', 'wall', 'processor', 'times reading', 'memory'];
  const compared = markdown
    ? `\n\nCold, VS Code’s Markdown server takes ${ratio(markdown.symbols, cold.wall)} our time.`
    : '';
  return `${table(head, rows)}${compared}\n\n${lines.join(' ')}`;
}

function editTable({ options, ours, peers }) {
  const row = (name, [small, long]) => [
    name,
    duration(small.p50),
    duration(small.p95),
    duration(small.cpu),
    duration(long.p50),
    duration(long.p95),
    duration(long.cpu),
  ];
  const rows = [
    row('Clausemark, just started', [ours.small, ours.long]),
    row(`Clausemark, after ${options.unmeasured} edits`, [ours.laterSmall, ours.laterLong]),
  ];
  if (peers.rumdl) rows.push(row('rumdl', peers.rumdl.edits));
  if (peers.markdown) {
    rows.push(row('VS Code’s Markdown server (diagnostics asked for), just started', peers.markdown.edits));
    rows.push(row(`VS Code’s Markdown server, after ${options.unmeasured} edits`, peers.markdown.laterEdits));
  }
  const head = ['Edit → diagnostics', '13 KB, median', '95 %', 'processor', '60 KB, median', '95 %', 'processor'];
  return `${table(head, rows)}\n\nHover right after an edit, 95 %: ${duration(ours.small.hover95)}, after ${options.unmeasured} edits ${duration(ours.laterSmall.hover95)}.`;
}

const names = {
  hover: 'Hover',
  completion: 'Completion of a tag',
  definition: 'Definition',
  references: 'All references of a control',
  soa: 'Statement of Applicability, in full',
  soaAfterEdit: 'Statement of Applicability, after an edit',
  coverage: 'Coverage view',
};

function requestTable(requests) {
  const rows = Object.entries(names).map(([key, name]) => {
    const { first, p50, p95 } = requests[key];
    return [name, duration(first), duration(p50), duration(p95)];
  });
  return table(['Request', 'first', 'median', '95 %'], rows);
}

/** Also for `npm run bench -- --pane`, which measures nothing else. */
export function paneTable(pane) {
  if (pane.missing) return `The pane was not measured: ${pane.missing}`;
  const { rows, bytes, opening, follows, largeRows, largeOpening, scrolling } = pane;
  const lines = Object.entries(follows).map(([name, each]) => [
    name,
    duration(each.answer),
    duration(each.frame),
    duration(each.frame95),
    size(each.bytes),
  ]);
  const head = ['Keystroke → statement in the pane', 'answer of the server', 'drawn', '95 %', 'sent'];
  const { frames, p50, p95, longest, late } = scrolling;
  return (
    `${table(head, lines)}\n\nThe pane with the ${rows} controls of the example, each with a justification written by hand, in ` +
    `Chromium: ${size(bytes)} once, drawn after ${duration(opening)}. With ${largeRows} rows it is drawn after ` +
    `${duration(largeOpening)}; scrolled from top to end in ${frames} frames, ${duration(p50)} from frame to frame (95 % ` +
    `${duration(p95)}, the longest ${duration(longest)}, ${late} over 50 ms).`
  );
}

function size(bytes) {
  return bytes < 1000 ? `${bytes} bytes` : `${(bytes / 1000).toFixed(bytes < 10_000 ? 1 : 0)} KB`;
}

function hostileTable(hostile) {
  const worst = [...hostile].sort((a, b) => b.time - a.time).slice(0, 6);
  const rows = worst.map(({ name, bytes, time, cpu }) => [
    name,
    `${(bytes / 1e6).toFixed(1)} MB`,
    duration(time),
    duration(cpu),
  ]);
  return table(['Worst of the hostile texts', 'size', 'text → findings', 'processor'], rows);
}

/** Puts the tables between the marks of the page. */
export function writeDocs(path, tables, read) {
  const page = read(path, 'utf8');
  const from = page.indexOf(begin);
  const to = page.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`${path} has no place for the tables.`);
  writeFileSync(path, `${page.slice(0, from + begin.length)}\n\n${tables}\n\n${page.slice(to)}`);
}
