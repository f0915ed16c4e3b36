import { checkFix, checkRule } from '../../support/checkRules.js';

const code = 'unquoted-number';

describe(code, () => {
  it('finds numbers that YAML shortens, and says what they become', () => {
    checkRule(
      code,
      `
      ---
      standard: ISO/IEC 99001:2020
      controls: [5.10, 5.2, "5.10"]
                 ^^^^ warning: Without quotes, YAML reads 5.10 (Fire drill) as the number 5.1, which is “Rules of the house”. We read it as written; other tools do not. Put it in quotes.
      ---
      # Fire
    `,
    );
  });

  it('puts quotes round it', () => {
    checkFix(
      code,
      'Put quotes round 5.10',
      '---\nstandard: ISO/IEC 99001:2020\ncontrols:\n  - 5.2\n  - 5.10 # drill\n---\n# Fire\n',
      '---\nstandard: ISO/IEC 99001:2020\ncontrols:\n  - 5.2\n  - "5.10" # drill\n---\n# Fire\n',
    );
  });

  it('leaves numbers with a letter and numbers in the text alone', () => {
    checkRule(code, '---\nid: P-1\ncontrols: [99001:A.5.10]\n---\n# Fire\n\nISO/IEC 99001:2020 control 5.10 holds.\n');
  });

  it('leaves keys of other frameworks and of former numbers alone', () => {
    const foreign = 'pci_controls: [5.10]\ncis-controls: [5.10]\nnist_800_53: [5.10]\nhipaa:\n  controls: [5.10]\n';
    checkRule(code, `---\nstandard: ISO/IEC 99001:2020\ncontrols: ["5.2"]\n${foreign}---\n# Fire\n`);
    checkRule(code, '---\nstandard: ISO/IEC 99001:2020\nold_controls: [5.10]\nsupersedes: [5.10]\n---\n# Fire\n');
  });
});
