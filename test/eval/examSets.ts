/** The labelled sets of test/fixtures/exam…, each read as a whole: the documents of one folder have their scope in common. */
import { readFileSync } from 'node:fs';
import type { ScopedStandard } from '../../server/src/core/document.js';
import { combineVotes, parseDocument, resolveDocument, scopeVotes } from '../../server/src/core/parse.js';
import { defaultSettings } from '../../server/src/core/settings.js';
import { catalogOfProject } from '../support/realCatalog.js';
import { add, type Counts, compare, type Label, type Level } from './evaluate.js';

export interface Measured {
  readonly total: Record<Level, Counts>;
  /** Documents without any reference in which one was found. */
  readonly falseAlarms: readonly string[];
}

/** Another way to write a document, which means the same; null where it cannot be written that way. */
export type Rewrite = (text: string, labels: readonly Label[]) => { text: string; labels: readonly Label[] } | null;

/** What the recogniser makes of a set, held against its labels; `declared` are the standards of each folder, else its documents tell. */
export function measureSet(
  set: string,
  rewrite: Rewrite = (text, labels) => ({ text, labels }),
  declared?: readonly ScopedStandard[],
): Measured {
  const context = { catalog: catalogOfProject(), settings: defaultSettings };
  const fixtures = new URL(`../fixtures/${set}/`, import.meta.url);
  const total = { id: zero(), standard: zero(), edition: zero() };
  const falseAlarms: string[] = [];
  for (const files of readLabels(set).values()) {
    const written = [...files].flatMap(([file, labels]) => {
      const again = rewrite(readFileSync(new URL(file, fixtures), 'utf8'), labels);
      return again ? [{ labels: again.labels, draft: parseDocument(file, again.text, context) }] : [];
    });
    const scope = declared ?? combineVotes(written.map(({ draft }) => scopeVotes(draft, context)));
    for (const { draft, labels } of written) {
      const { counts } = compare(resolveDocument(draft, scope, context), labels);
      add(total, counts);
      if (labels.some((label) => label.negative) && counts.id.false > 0) falseAlarms.push(draft.path);
    }
  }
  return { total, falseAlarms };
}

/** The labels of a set by document, and the documents by organisation. */
function readLabels(set: string): Map<string, Map<string, Label[]>> {
  const byFolder = new Map<string, Map<string, Label[]>>();
  for (const line of readFileSync(new URL(`../labels/${set}/all.jsonl`, import.meta.url), 'utf8').split('\n')) {
    if (line === '') continue;
    const label = JSON.parse(line) as Label;
    const folder = label.file.split('/')[0]!;
    const byFile = byFolder.get(folder) ?? new Map<string, Label[]>();
    byFile.set(label.file, [...(byFile.get(label.file) ?? []), label]);
    byFolder.set(folder, byFile);
  }
  return byFolder;
}

function zero(): Counts {
  return { hits: 0, missed: 0, false: 0 };
}
