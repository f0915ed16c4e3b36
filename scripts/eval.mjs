// `npm run eval -- ../shared/corpora [--misses]`: bundles test/eval/main.ts and runs it with the arguments given.
import { existsSync } from 'node:fs';
import { build } from 'esbuild';
import { writeCatalog } from './build-catalog.mjs';

if (!existsSync('dist/catalog.json')) await writeCatalog(process.cwd());
await build({
  entryPoints: ['test/eval/main.ts'],
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  outfile: 'dist/eval/main.mjs',
  logLevel: 'warning',
});
await import(new URL('../dist/eval/main.mjs', import.meta.url));
