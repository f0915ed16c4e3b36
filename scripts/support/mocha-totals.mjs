/**
 * A mocha reporter: the usual one named by the environment variable CLAUSEMARK_REPORTER (dot where none is named), and
 * at the end one machine-readable line with the totals in the file CLAUSEMARK_TOTALS, from which `npm test` adds up.
 */
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

const Base = Mocha.reporters[process.env.CLAUSEMARK_REPORTER === 'spec' ? 'Spec' : 'Dot'];

export default class TotalsReporter extends Base {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures, pending } = runner.stats;
      if (process.env.CLAUSEMARK_TOTALS) {
        writeFileSync(
          process.env.CLAUSEMARK_TOTALS,
          JSON.stringify({ passed: passes, failed: failures, skipped: pending }),
        );
      }
    });
  }
}
