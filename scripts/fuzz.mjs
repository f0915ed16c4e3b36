/**
 * `npm run fuzz`: a long random search for texts and message sequences that Clausemark cannot take. `npm test` does a short one.
 *
 *   npm run fuzz                     100,000 texts, every beginning of the examples, messages and histories accordingly,
 *                                    and as many texts for the Markdown reader against remark (check-parser.mjs)
 *   npm run fuzz -- --runs 5000      another number        -- -g "to policies"   what is not ours goes to mocha
 *
 * A text that fails is written to test/fixtures/fuzz/last-failure.*; give it a name there and every later run begins with it,
 * the short ones of `npm test` as well.
 */
import { projectPath, projectRoot } from './support/paths.mjs';
import { run, runMain } from './support/processes.mjs';

await runMain(async () => {
  const args = process.argv.slice(2);
  const at = args.indexOf('--runs');
  const runs = at < 0 ? 100_000 : Number(args[at + 1]);
  const forMocha = at < 0 ? args : args.toSpliced(at, 2);
  const mocha = projectPath('node_modules', 'mocha', 'bin', 'mocha.js');
  const tests = ['test/fuzz/**/*.test.ts', 'test/workspace/history.test.ts', 'test/workspace/truncations.test.ts'];
  const { code } = await run(process.execPath, [mocha, ...tests, ...forMocha], {
    cwd: projectRoot,
    show: true,
    env: { CLAUSEMARK_FUZZ: String(runs), CLAUSEMARK_RUNS: String(runs) },
  });
  if (forMocha.length > 0) return code;
  const parser = await run(process.execPath, [projectPath('scripts', 'check-parser.mjs'), '--count', String(runs)], {
    cwd: projectRoot,
    show: true,
  });
  return code || parser.code;
});
