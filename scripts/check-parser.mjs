/**
 * `node scripts/check-parser.mjs [--count 100000] [--seed 1]`: holds the fast Markdown reader against remark, and the
 * simple YAML reader against the `yaml` package, on every real document at hand and on so many generated and mutated
 * ones. Prints each difference with its seed, made as small as it gets, and exits with 1 if there was any.
 */
import { parseArgs } from 'node:util';
import './support/typescript.mjs';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '20000' }, seed: { type: 'string', default: '1' } },
});
const { search } = await import('../test/core/markdown/support/search.ts');
const differences = search({
  count: Number(values.count),
  seed: Number(values.seed),
  log: (line) => console.log(line),
});
process.exitCode = differences === 0 ? 0 : 1;
