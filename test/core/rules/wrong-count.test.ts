import { checkRule } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const code = 'wrong-count';
const options = { catalog: catalogOfProject() };

describe(code, () => {
  it('finds the numbers of another edition', () => {
    checkRule(
      code,
      `
      ISO/IEC 27001:2022 has 114 controls in 14 domains.
                             ^^^^^^^^^^^^ information: 114 controls is what 27001:2013 has. 27001:2022 has 93 controls, 4 groups and no objectives. Correct the number.
                                             ^^^^^^^^^^ information: 14 domains is what 27001:2013 has.…

      All 35 control objectives of ISO/IEC 27001:2022 are met; ISO/IEC 27001:2013 had 93 controls.
          ^^^^^^^^^^^^^^^^^^^^^ information: 35 control objectives is what 27001:2013 has.…
                                                                                      ^^^^^^^^^^^ information: 93 controls is what 27001:2022 has.…
    `,
      options,
    );
  });

  it('finds numbers of two editions in one statement', () => {
    checkRule(
      code,
      `
      Annex A has 114 controls across four themes.
                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ information: 114 controls is 27001:2013, four themes is 27001:2022.…
    `,
      options,
    );
  });

  it('finds numbers that no edition has, where the whole annex is spoken of', () => {
    checkRule(
      code,
      `
      The source is Annex A of ISO/IEC 42001, which contains 12 control domains.
                                                             ^^^^^^^^^^^^^^^^^^ information: Annex A of 42001:2023 does not have 12 control domains. 42001:2023 has 38 controls, 9 groups and 10 objectives. Correct the number.

      ISO/IEC 42001 defines 32 controls.
                            ^^^^^^^^^^^ information: Annex A of 42001:2023 does not have 32 controls.…
    `,
      options,
    );
  });

  it('is silent where the numbers are right, are of a part, of an organisation, or of a transition', () => {
    const silent = (text: string) => checkRule(code, text, options);
    silent('ISO/IEC 27001:2022 has 93 controls in 4 themes. ISO/IEC 27001:2013 had 114 controls in 14 domains.\n');
    silent('ISO/IEC 42001 has 38 controls in nine areas; ISO/IEC 42001 lists ten control objectives.\n');
    silent('From 114 controls in 14 domains to 93 controls in four themes.\n');
    silent('The 114 controls of ISO/IEC 27001:2013 became 93 controls in ISO/IEC 27001:2022.\n');
    silent('Annex A of ISO/IEC 27001:2022 has 37 organizational controls, 8 people controls and 11 new controls.\n');
    silent('Annex A of ISO/IEC 42001 contains 9 controls on the life cycle.\n');
    silent('We implemented 60 controls of ISO/IEC 27001:2022; our ISO/IEC 42001 SoA lists 32 controls.\n');
    silent('ISO/IEC 27701:2025 has 31 controls for controllers, and CIS has 18 controls.\n');
    silent('```\nISO/IEC 27001:2022 has 114 controls\n```\n');
    silent('We have 114 controls.\n');
  });

  it('finds a wrong number of themes behind the right number of controls', () => {
    checkRule(
      code,
      `
      Annex A of ISO/IEC 27001:2022 lists 93 controls in five themes.
                                                         ^^^^^^^^^^^ information: Annex A of 27001:2022 does not have five themes.…
    `,
      options,
    );
  });

  it('reads through emphasis', () => {
    checkRule(
      code,
      `
      ISO/IEC 42001:2023 contains **39 controls** in **9 areas**.
                                    ^^^^^^^^^^^ information: Annex A of 42001:2023 does not have 39 controls.…
    `,
      options,
    );
  });

  it('is silent on then and now, on controls of one’s own and on objectives that somebody set', () => {
    const silent = (text: string) => checkRule(code, text, options);
    silent('With ISO/IEC 27001:2022 the list went from 114 controls to 93 and from 14 domains to four.\n');
    silent('ISO/IEC 27001:2022 came, and 114 controls became fewer.\n');
    silent('Our library has 114 controls, mapped to ISO/IEC 27001:2022.\n');
    silent('The statement for ISO/IEC 27001:2022 lists 96 controls: all 93 and three more.\n');
    silent('Of 35 objectives that we set for ISO/IEC 27001:2022 all but one were met.\n');
  });
});
