/** The table of test/e2e/README.md: what it names exists, and runs in the host it is named for. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { runsInBrowser } from '../e2e/build.mjs';

const folder = new URL('../e2e/', import.meta.url);
const table = readFileSync(new URL('README.md', folder), 'utf8').split('## What shows what')[1]!;

interface Named {
  readonly file: string;
  readonly name: string;
}

function namedIn(cell: string): Named[] {
  return [...cell.matchAll(/`([\w/-]+)`: ([^;]+)/g)].map(([, file, name]) => ({ file: file!, name: name!.trim() }));
}

const rows = table
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| What |'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, what, node, web]) => ({
    what: what!,
    node: namedIn(node!),
    web: namedIn(web === 'the same' ? node! : web!),
  }));

describe('The table of end-to-end tests', () => {
  it('has tests in both hosts for everything', () => {
    assert.ok(rows.length >= 19);
    for (const { what, node, web } of rows) assert.ok(node.length > 0 && web.length > 0, what);
  });

  for (const { what, node, web } of rows) {
    it(`names tests that exist: ${what}`, () => {
      for (const { file, name } of [...node, ...web]) {
        const path = new URL(`${file}.test.ts`, folder);
        assert.ok(existsSync(path), file);
        const names = [...readFileSync(path, 'utf8').matchAll(/(?:\bit\(|name:)\s*(['"`])(.*?)\1/g)].map(
          (match) => match[2]!,
        );
        assert.ok(
          names.some((one) => one.includes(name)),
          `${file}: ${name}`,
        );
      }
      for (const { file } of web) assert.ok(runsInBrowser(`test/e2e/${file}.test.ts`), `${file} does not run there`);
    });
  }
});
