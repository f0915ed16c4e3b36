/**
 * Runs mocha inside an extension host, from code and not from its command line. It is mocha's browser build, which is
 * one file and runs in both extension hosts, Node's and the web worker's. Prints as it goes, and at the end one line
 * for machines: `CLAUSEMARK-TOTALS {…}`.
 */
import 'mocha/mocha.js';

/** The build above has no exports; it leaves its class here. */
const MochaClass = (globalThis as unknown as { Mocha: typeof Mocha }).Mocha;

/** An end-to-end test may wait for VS Code on a busy machine; the limit only catches what hangs. */
const longestTest = 180_000;

/**
 * `defineSuites` is called when `describe` and `it` are there; `only` is a pattern for the names of the tests. Rejects
 * when a test failed or none ran: VS Code turns that into its exit code.
 */
export async function runSuites(defineSuites: () => void, only = ''): Promise<void> {
  const mocha = new MochaClass({
    ui: 'bdd',
    timeout: longestTest,
    slow: 5_000,
    reporter: ConsoleReporter as unknown as Mocha.ReporterConstructor,
    color: false,
  });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  defineSuites();
  if (only) mocha.grep(new RegExp(only));
  const failures = await new Promise<number>((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} end-to-end ${failures === 1 ? 'test' : 'tests'} failed`);
}

/** One line a test; VS Code passes what is logged here to the terminal, a line a call. */
class ConsoleReporter {
  constructor(runner: Mocha.Runner) {
    runner.on('suite', (suite) => {
      if (suite.title) console.log(`${indent(suite)}${suite.title}`);
    });
    runner.on('pass', (test) => console.log(`${indent(test.parent)}  ok    ${test.title} (${test.duration} ms)`));
    runner.on('pending', (test) => console.log(`${indent(test.parent)}  skip  ${test.title}`));
    runner.on('fail', (test, error) => {
      console.log(`${indent(test.parent)}  FAIL  ${test.title}\n${ownStack(error)}`);
    });
    runner.once('end', () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      console.log(`CLAUSEMARK-TOTALS ${JSON.stringify({ passed: passes, failed: failures, skipped: pending })}`);
    });
  }
}

/** The stack of an error down to the test, without mocha's own part. */
function ownStack(error: Error): string {
  const lines = String(error.stack ?? error.message ?? error).split('\n');
  const mocha = lines.findIndex((line) => /^\s+at (callFn|Test\.run|Hook\.run|Runner\.)/.test(line));
  return lines.slice(0, mocha < 0 ? undefined : mocha).join('\n');
}

function indent(suite: Mocha.Suite | undefined): string {
  let depth = -1;
  for (let each = suite; each?.parent; each = each.parent) depth += 1;
  return '  '.repeat(Math.max(depth, 0));
}
