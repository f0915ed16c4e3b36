/** The texts that a search begins with: the examples, what earlier searches found, and how many runs are wanted. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folderOf = (path: string) => fileURLToPath(new URL(`../../../${path}`, import.meta.url));
const found = folderOf('test/fixtures/fuzz');

/** How many random texts are tried; `npm run fuzz` asks for more. */
export const runs = Number(process.env['CLAUSEMARK_FUZZ'] ?? 300);

function read(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'));
}

export const policies = () => [...read(folderOf('examples'), '.md'), ...read(found, '.md')];
export const statements = () => [...read(folderOf('examples'), 'soa.yaml'), ...read(found, '.yaml')];

/** Runs the check; a text that fails is kept for good, so that the next run begins with it. */
export function keeping(ending: '.md' | '.yaml', text: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    if (process.env['CLAUSEMARK_FUZZ']) {
      mkdirSync(found, { recursive: true });
      writeFileSync(join(found, `last-failure${ending}`), text);
    }
    throw error;
  }
}
