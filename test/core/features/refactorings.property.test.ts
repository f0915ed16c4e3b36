/** Over the example documents: whatever is offered anywhere says the same afterwards, whatever the line ends are. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { editsForMoves } from '../../../server/src/core/features/fileMoves.js';
import { type Refactoring, refactorings } from '../../../server/src/core/features/refactorings.js';
import { rename } from '../../../server/src/core/features/rename.js';
import { findLinks } from '../../../server/src/core/markdown/links.js';
import type { Snapshot } from '../../../server/src/core/snapshot.js';
import { changedFiles } from '../../support/checkRefactoring.js';
import { realCatalog } from '../../support/miniCatalog.js';
import { type Files, makeSnapshot } from '../../support/workspace.js';

const folder = new URL('../../../examples/lindenhof/', import.meta.url);

function exampleFiles(): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => name.replaceAll('\\', '/'));
  return Object.fromEntries(
    names.filter((name) => /\.\w+$/.test(name)).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]),
  );
}

/** Everything that all documents name, without where and how. */
function sayings(snapshot: Snapshot): string {
  const all = [...snapshot.documents.values()].flatMap(({ references }) =>
    references.flatMap(({ standard, edition, ids, isTag }) => ids.map((id) => `${standard}:${edition}:${id}:${isTag}`)),
  );
  return all.sort().join('\n');
}

/** Every relative link of the documents as `from → to`, where its target exists. */
function links(files: Files): string[] {
  return Object.entries(files).flatMap(([path, text]) => {
    if (!path.endsWith('.md')) return [];
    return findLinks(text).flatMap(({ destination }) => {
      const address = text.slice(destination.start, destination.end);
      if (/^[a-z]+:|^#/.test(address)) return [];
      const target = new URL(address, `https://x.test/${path}`).pathname.slice(1);
      return [`${path} → ${target} ${target in files}`];
    });
  });
}

describe('refactoring the example', function () {
  this.timeout(60_000);
  const catalog = realCatalog();
  const files = exampleFiles();
  before(function () {
    if (!catalog) this.skip();
  });
  const snapshotOf = (all: Files) => makeSnapshot(all, { catalog: catalog! });

  /** Each refactoring at every place of the documents that has another one than the place before. */
  function* everyRefactoring(
    all: Files,
    snapshot: Snapshot,
    step: number,
    only?: string,
  ): Generator<[string, Refactoring]> {
    let count = 0;
    for (const document of snapshot.documents.values()) {
      if (only !== undefined && document.path !== only) continue;
      const places = [...document.references, ...document.headings].map(({ span }) => span.start + 1);
      for (const at of places) {
        if (count++ % step !== 0) continue;
        for (const one of refactorings(snapshot, document.path, { start: at, end: at })) yield [document.path, one];
      }
    }
    assert.ok(Object.keys(all).length > 0);
  }

  it('changes nothing of what the documents say, but for tags that it adds', () => {
    const snapshot = snapshotOf(files);
    // The standards of soa.yaml, without the time that reading it takes.
    const settings = { standards: ['27001:2022', '27701:2025', '42001:2023'] };
    const seen = new Map<string, number>();
    for (const [path, { title, kind, edits, newFile }] of everyRefactoring(files, snapshot, 23)) {
      const key = title.replace(/[“”\d].*/, '');
      const times = seen.get(key) ?? 0;
      seen.set(key, times + 1);
      // Of each kind a few are enough.
      if (times > 4) continue;
      const changed = { ...changedFiles(files, edits), ...(newFile ? { [newFile.path]: newFile.text } : {}) };
      const part = (all: Files) => sayings(makeSnapshot(all, { catalog: catalog!, settings }));
      const after = part(Object.fromEntries(Object.entries(changed).filter(([name]) => name.endsWith('.md'))));
      const before = part(
        Object.fromEntries(
          Object.keys(changed)
            .filter((name) => name.endsWith('.md'))
            .map((name) => [name, files[name] ?? '']),
        ),
      );
      if (title.startsWith('Tag')) assert.ok(after.length > before.length, `${path}: ${title}`);
      else assert.equal(after, before, `${path}: ${title} (${kind})`);
    }
    assert.ok(seen.size >= 5, [...seen.keys()].join('; '));
  });

  it('makes the same of CR LF', () => {
    const path = 'policies/access-control-policy.md';
    const eol = (text: string) => text.replace(/\n/g, '\r\n');
    const windows = { ...files, [path]: eol(files[path]!) };
    const [unix, other] = [files, windows].map((all) => {
      const results: { title: string; texts: string[] }[] = [];
      for (const [, { title, edits, newFile }] of everyRefactoring(all, snapshotOf(all), 3, path)) {
        results.push({ title, texts: [changedFiles(all, edits)[path] ?? '', newFile?.text ?? ''] });
      }
      return results;
    });
    assert.ok(unix!.length > 10);
    for (const { title, texts } of other!) for (const text of texts) assert.doesNotMatch(text, /[^\r]\n/, title);
    const plain = other!.map(({ title, texts }) => ({
      title,
      texts: texts.map((text) => text.replace(/\r\n/g, '\n')),
    }));
    assert.deepEqual(plain, unix);
  });

  it('renaming a document and moving files keeps every link and every path', () => {
    const snapshot = snapshotOf(files);
    const renamed = rename(
      snapshot,
      'policies/access-control-policy.md',
      files['policies/access-control-policy.md']!.indexOf('POL-AC-01') + 2,
      'POL-X-99',
    );
    assert.ok(renamed && 'edits' in renamed && renamed.edits.length > 1);
    const all = { ...files, ...changedFiles(files, renamed.edits) };
    assert.ok(!Object.values(all).some((text) => text.includes('POL-AC-01')));
    assert.equal(sayings(snapshotOf(all)), sayings(snapshot));

    const before = links(files);
    assert.ok(before.length > 20);
    const moves = [
      { from: 'policies', to: 'governance/policies' },
      { from: 'evidence', to: 'proof' },
      { from: 'procedures/backup-procedure.md', to: 'backup.md' },
    ];
    const place = (path: string) => {
      const move = moves.find(({ from }) => path === from || path.startsWith(`${from}/`));
      return move ? move.to + path.slice(move.from.length) : path;
    };
    const changed = { ...files, ...changedFiles(files, editsForMoves(snapshot, moves, true)) };
    const moved = Object.fromEntries(Object.entries(changed).map(([path, text]) => [place(path), text]));
    const expected = before.map((link) => {
      const [from, to, exists] = link.split(/ → | (?=true|false)/);
      return `${place(from!)} → ${exists === 'true' ? place(to!) : to} ${exists}`;
    });
    assert.deepEqual(links(moved).sort(), expected.sort());
    const system = snapshotOf(moved).systems[0]!;
    const missing = system.decisions
      .flatMap(({ evidence }) => evidence.map(({ value }) => value))
      .filter((value) => /^(?:evidence|proof|procedures|policies)\//.test(value) && !(value in moved));
    const missingBefore = snapshot.systems[0]!.decisions.flatMap(({ evidence }) =>
      evidence.map(({ value }) => value),
    ).filter((value) => /^(?:evidence|procedures|policies)\//.test(value) && !(value in files));
    assert.deepEqual(missing.length, missingBefore.length, missing.join(', '));
  });
});
