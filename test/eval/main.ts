/** `npm run eval -- FOLDER [--misses]`: how well references are recognised on labelled documents. Labels: test/labels. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCatalog } from '../../server/src/core/catalog/catalog.js';
import { decodeCatalog } from '../../server/src/core/catalog/decode.js';
import {
  combineVotes,
  type ParseContext,
  parseDocument,
  resolveDocument,
  scopeVotes,
} from '../../server/src/core/parse.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { add, type Comparison, type Counts, compare, type Label, type Level, levels, scores } from './evaluate.js';

const zero = (): Record<Level, Counts> => ({
  id: { hits: 0, missed: 0, false: 0 },
  standard: { hits: 0, missed: 0, false: 0 },
  edition: { hits: 0, missed: 0, false: 0 },
});

function loadLabels(folder: string): Map<string, Label[]> {
  const byFile = new Map<string, Label[]>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.jsonl'))) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      if (line.trim() === '') continue;
      const label = JSON.parse(line) as Label & { workspace?: unknown };
      // Documents that need a workspace are the business of test/core/references/synthetic.test.ts.
      if (label.workspace !== undefined) continue;
      byFile.set(label.file, [...(byFile.get(label.file) ?? []), label]);
    }
  }
  return byFile;
}

function main(): void {
  const showMisses = process.argv.includes('--misses');
  const root = process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? '../shared/corpora';
  const labelFolder =
    process.argv.find((argument) => argument.startsWith('--labels='))?.slice(9) ?? 'test/labels/corpora';
  if (!existsSync(root)) {
    console.error(`There is no folder ${root}. Give the folder that holds the labelled documents.`);
    process.exit(2);
  }
  const catalog = createCatalog(decodeCatalog(JSON.parse(readFileSync('dist/catalog.json', 'utf8'))));
  const context: ParseContext = { catalog, settings: defaultSettings };
  const labels = loadLabels(labelFolder);
  const bySource = new Map<string, Record<Level, Counts>>();
  const byWhere = new Map<string, Counts>();
  const total = zero();
  let negatives = 0;
  let falseAlarms = 0;
  const sources = new Map<string, string[]>();
  for (const file of labels.keys()) {
    const source = file.split('/')[0]!;
    sources.set(source, [...(sources.get(source) ?? []), file]);
  }
  for (const [source, files] of [...sources].sort()) {
    const drafts = files.map((file) => parseDocument(file, readFileSync(join(root, file), 'utf8'), context));
    const scope = combineVotes(drafts.map((draft) => scopeVotes(draft, context)));
    const sum = zero();
    for (const draft of drafts) {
      const document = resolveDocument(draft, scope, context);
      const wanted = labels.get(draft.path)!;
      const result = compare(document, wanted);
      add(sum, result.counts);
      countWhere(byWhere, wanted, result);
      if (wanted.some((label) => label.negative)) {
        negatives++;
        falseAlarms += result.counts.id.false;
      }
      if (showMisses) printMisses(draft.path, draft.lineStarts, result);
    }
    bySource.set(source, sum);
    add(total, sum);
  }
  for (const [source, sum] of [...bySource, ['all', total] as const]) printRow(source, sum);
  console.log('\nrecall of the id by place:');
  for (const [where, counts] of byWhere)
    console.log(`  ${where.padEnd(14)} ${counts.hits} of ${counts.hits + counts.missed}`);
  console.log(`\nfalse alarms in ${negatives} documents without references: ${falseAlarms}`);
}

function countWhere(byWhere: Map<string, Counts>, wanted: readonly Label[], result: Comparison): void {
  const missed = new Set(
    result.misses
      .filter((miss) => miss.level === 'id' && miss.kind === 'missed')
      .map((miss) => `${miss.line}:${miss.text}`),
  );
  for (const label of wanted) {
    if (label.negative || label.kind === 'external') continue;
    const counts = byWhere.get(label.where) ?? { hits: 0, missed: 0, false: 0 };
    if (missed.has(`${label.range.start.line}:${label.text}`)) counts.missed++;
    else counts.hits++;
    byWhere.set(label.where, counts);
  }
}

function printMisses(path: string, lineStarts: Uint32Array, result: Comparison): void {
  for (const miss of result.misses) {
    const offset = -1 - miss.line;
    let line = miss.line;
    if (line < 0) {
      line = 0;
      while (line + 1 < lineStarts.length && lineStarts[line + 1]! <= offset) line++;
    }
    console.log(
      `${miss.level.padEnd(8)} ${miss.kind.padEnd(6)} ${path}:${line + 1} ${JSON.stringify(miss.text)} ${miss.detail}`,
    );
  }
}

function printRow(source: string, sum: Record<Level, Counts>): void {
  const cells = levels.map((level) => {
    const { precision, recall, f1 } = scores(sum[level]);
    return `${level} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}`;
  });
  console.log(`${source.slice(0, 40).padEnd(42)}${cells.join('   ')}`);
}

main();
