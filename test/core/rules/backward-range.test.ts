import assert from 'node:assert/strict';
import { checkRule, fixTitles } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const code = 'backward-range';
const options = { catalog: catalogOfProject(), settings: { standards: ['27001:2022'] } };

describe(code, () => {
  it('finds a range whose second end is the smaller number', () => {
    checkRule(
      code,
      `
      The controls A.5.14-A.5.12 apply.
                   ^^^^^^^^^^^^^ warning: This range runs backwards, so only its two ends A.5.14 and A.5.12 count…

      The controls A.8.28 to A.8.25 apply.
                   ^^^^^^^^^^^^^^^^ warning: This range runs backwards…
    `,
      options,
    );
  });

  it('turns the two round', () => {
    assert.deepEqual(fixTitles(code, 'The controls A.5.14–A.5.12 apply.\n', options), ['Replace with A.5.12–A.5.14']);
  });

  it('is silent for ranges that run forwards, for lists with dashes and for other groups', () => {
    checkRule(
      code,
      `
      The controls A.5.12-A.5.14 and A.8.2 to A.8.4 apply. A.8.5 - A.5.15 - A.5.3 - A.5.1 as well.

      A.5.18, A.5.16. A.8.9 - A.5.8. From A.12.6.1 to A.8.8.
    `,
      options,
    );
  });
});
