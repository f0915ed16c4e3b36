/** SECURITY.md names a test for each threat: the tests are there, and run; and what must be in the model is in it. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'SECURITY.md'), 'utf8');

interface Row {
  readonly threat: string;
  readonly prevention: string;
  readonly tests: readonly string[];
}

const cells = page
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (?:Threat|-)/.test(line))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
const rows: Row[] = cells
  .filter(([threat]) => !/^\*\*.*\*\*$/.test(threat!))
  .map(([threat, prevention, shown]) => ({
    threat: threat!,
    prevention: prevention!,
    tests: [...shown!.matchAll(/\]\(([^)]+)\)/g)].map((match) => match[1]!),
  }));

describe('The threat model', () => {
  it('has a test for each of its lines', () => {
    assert.ok(rows.length > 25);
    for (const { threat, prevention, tests } of rows) {
      assert.ok(prevention.length > 10, threat);
      assert.ok(tests.length > 0, threat);
    }
  });

  it('names only tests that exist, hold tests, and leave none out', () => {
    for (const { threat, tests } of rows) {
      for (const path of tests) {
        assert.match(path, /^test\/.+\.test\.ts$/, threat);
        assert.ok(existsSync(join(root, path)), path);
        const text = readFileSync(join(root, path), 'utf8');
        assert.match(text, /^\s*it\(/m, path);
        assert.match(text, /\bassert\b|\bcheck\w+\(/, path);
        assert.doesNotMatch(text, /\b(?:it|describe)\.(?:skip|only)\(/, path);
      }
    }
  });

  it('leaves out no test that was written for it', () => {
    const named = new Set(rows.flatMap(({ tests }) => tests));
    const own = dirname(fileURLToPath(import.meta.url));
    const others = readdirSync(own)
      .filter((name) => name.endsWith('.test.ts') && name !== 'threatModel.test.ts')
      .map((name) => `test/security/${name}`);
    assert.ok(others.length >= 5);
    assert.deepEqual(
      others.filter((path) => !named.has(path)),
      [],
    );
  });

  it('speaks of everything that can be attacked', () => {
    const all = rows.map(({ threat, prevention }) => `${threat} ${prevention}`).join('\n');
    for (const subject of [
      '---js',
      'YAML',
      'another machine',
      'program started',
      'fixed arguments',
      'Restricted Mode',
      'Evidence, links',
      'in a pane',
      'policy of the pages',
      'hover',
      'preview',
      'spreadsheet formula',
      'Escape sequences',
      'install scripts',
      'licences',
      'Huge, binary',
      'server that dies',
    ])
      assert.ok(all.includes(subject), subject);
  });
});
