/** Old numbers beside the new ones, right behind the name of the new edition: nothing is wrong with them. */

import { checkRule } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const catalog = catalogOfProject();
const policy = '# Access control policy\n\n';

const moves = [
  'Brought up to ISO 27001:2022 (A.9.2.5 → A.5.18, A.9.2.3 → A.8.2).',
  'Brought up to ISO 27001:2022 (A.9.2.5 to A.5.18).',
  'Brought up to ISO 27001:2022 (A.9.2.5 => A.5.18).',
  'Brought up to ISO 27001:2022: A.9.2.5 -> A.5.18.',
  'Brought up to ISO/IEC 27001:2022 (A.9.2.5 is now A.5.18; A.12.6.1 became A.8.8).',
  'Brought up to ISO/IEC 27001:2022 (A.9.2.5, A.9.2.6 → A.5.18).',
  'Brought up to ISO/IEC 27001:2022 (A.12.6.1 Management of technical vulnerabilities → A.8.8).',
  'Brought up to ISO/IEC 27001:2022 (A.12.6.1 → 8.8).',
  'Umgestellt auf ISO 27001:2022 (A.9.2.5 wurde zu A.5.18).',
  'Passage à ISO 27001:2022 (A.9.2.5 devient A.5.18).',
  'Brought up to ISO 27701:2025 (A.7.2.1 → A.1.2.2).',
  '## Changelog\n\n- ISO 27001:2022 (A.9.2.5 → A.5.18)',
  '| Version | Date | Changes |\n|---|---|---|\n| 2.0 | 2024-05-10 | To ISO 27001:2022 (A.9.2.5 → A.5.18, A.9.2.3 → A.8.2) |',
];

describe('old numbers beside the new ones', () => {
  for (const text of moves)
    it(text, () => {
      for (const code of ['unknown-reference', 'superseded-edition']) checkRule(code, policy + text, { catalog });
    });

  it('are wrong where nothing leads from one to the other', () => {
    checkRule(
      'unknown-reference',
      `
        # Access control policy

        ISO 27001:2022 (A.9.2.5, A.5.18) asks for it.
                        ^^^^^^^ error: 27001:2022 has no A.9.2.5.…
      `,
      { catalog },
    );
  });

  it('are wrong where no edition has them', () => {
    checkRule(
      'unknown-reference',
      `
        # Access control policy

        Brought up to ISO 27001:2022 (A.9.9.9 → A.5.18).
                                      ^^^^^^^ error: 27001:2022 has no A.9.9.9.…
      `,
      { catalog },
    );
  });
});
