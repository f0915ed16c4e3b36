import assert from 'node:assert/strict';
import { checkFix, checkRule, fixTitles } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const code = 'clause-letter';
const catalog = catalogOfProject();

function inScope(...standards: string[]) {
  return { catalog, settings: { standards } };
}

const isms = inScope('27001:2022');
const aims = inScope('42001:2023');
const integrated = inScope('27001:2022', '42001:2023');

describe(code, () => {
  it('finds the Statement of Applicability beside the letter of another standard', () => {
    checkRule(
      code,
      `
      The Statement of Applicability (6.1.3 d) is approved by the board.
                                      ^^^^^^^^ warning: In 42001:2023 “Statement of Applicability” is 6.1.3 f. 6.1.3 d is about something else: “additional controls beyond Annex A”. 6.1.3 d is its place in 27001:2022. Cite the letter of the standard that is meant.
    `,
      aims,
    );
    checkRule(
      code,
      `
      The SoA follows ISO/IEC 27001 clause 6.1.3 f).
                                    ^^^^^^^^^^^^^^^ warning: In 27001:2022 “Statement of Applicability” is 6.1.3 d.…
    `,
      isms,
    );
  });

  const places = [
    'Clause 6.1.3 d) of ISO/IEC 42001 requires a Statement of Applicability.\n',
    'ISO/IEC 42001 6.1.3(d): Statement of Applicability\n',
    '| Clause | Document |\n|---|---|\n| ISO 42001 6.1.3 d) | Statement of Applicability |\n',
    'The **Statement of Applicability**, as required by ISO/IEC 42001:2023, clause 6.1.3 d), is kept.\n',
    'Die Erklärung zur Anwendbarkeit nach ISO/IEC 42001 Klausel 6.1.3 d) wird geführt.\n',
    'La déclaration d’applicabilité (ISO/IEC 42001, 6.1.3 d)) est tenue à jour.\n',
    'Les mesures figurent dans la déclaration d’applicabilité exigée par la clause 6.1.3 d) d’ISO/IEC 42001.\n',
    'La declaración de aplicabilidad que exige el apartado 6.1.3 d) de ISO/IEC 42001 se revisa.\n',
    'The SoA is produced under clause 6.1.3 d) of ISO/IEC 42001.\n',
    'Our Statement of Applicability is kept in accordance with ISO/IEC 42001 clause 6.1.3 d).\n',
    'Die Erklärung zur Anwendbarkeit wird gemäß ISO/IEC 42001 Klausel 6.1.3 d) geführt.\n',
    'La déclaration d’applicabilité est établie selon ISO/IEC 42001, 6.1.3 d).\n',
    'The Statement of Applicability v3.0 (ISO/IEC 42001 6.1.3 d) is signed.\n',
    'Die SoA Version 4.1 nach ISO/IEC 42001 6.1.3 d) gilt.\n',
    '**SoA** – the statement required by ISO/IEC 42001 6.1.3 d).\n',
    'The applicability statement is asked for by clause 6.1.3 d) of ISO/IEC 42001.\n',
  ];
  for (const text of places) {
    it(`finds it in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(fixTitles(code, text, aims), ['Replace with 6.1.3 f (Statement of Applicability)']);
    });
  }

  it('says nothing of a list of clauses behind the name', () => {
    assert.deepEqual(fixTitles(code, 'Read ISO/IEC 42001 and the SoA, 4.3, 6.1.3 d).\n', aims), []);
  });

  it('knows "the statement" in a document that is one by its title, and nowhere else', () => {
    const sentence = 'The statement required by ISO/IEC 42001 6.1.3 d) is below.\n';
    const inStatement = `# Statement of Applicability, AI\n\n${sentence}`;
    assert.deepEqual(fixTitles(code, inStatement, aims), ['Replace with 6.1.3 f (Statement of Applicability)']);
    assert.deepEqual(fixTitles(code, `# Risk treatment\n\n${sentence}`, aims), []);
  });

  it('takes the right letter in the style of the text', () => {
    checkFix(code, 'Replace', 'SoA (ISO 42001 6.1.3(d)).\n', 'SoA (ISO 42001 6.1.3(f)).\n', aims);
    checkFix(code, 'Replace', 'SoA (item d) of clause 6.1.3).\n', 'SoA (item f) of clause 6.1.3).\n', aims);
    checkFix(code, 'Replace', 'SoA: clause 6.1.3 d)\n', 'SoA: clause 6.1.3 f)\n', aims);
  });

  it('only informs where the letter rests on one source', () => {
    checkRule(
      code,
      `
      The Statement of Applicability follows ISO/IEC 27701:2025 6.1.3 d).
                                                                ^^^^^^^^ information: In 27701:2025 “Statement of Applicability” is 6.1.3 e.…
    `,
      inScope('27701:2025'),
    );
  });

  it('finds the title of one item behind another', () => {
    checkRule(
      code,
      `
      See ISO/IEC 27001 clause 6.1.3 d (risk treatment plan).
                        ^^^^^^^^^^^^^^ warning: In 27001:2022 “risk treatment plan” is 6.1.3 e.…
    `,
      isms,
    );
  });

  it('says of one letter for two standards which of them it is not, and offers no fix that would change both', () => {
    const text = 'See ISO 27001/42001 clause 6.1.3 d) (SoA).\n';
    assert.deepEqual(fixTitles(code, text, integrated), []);
    checkRule(
      code,
      `
      See ISO 27001/42001 clause 6.1.3 d) (SoA).
                          ^^^^^^^^^^^^^^^ warning: In 42001:2023 “Statement of Applicability” is 6.1.3 f.…
    `,
      integrated,
    );
  });

  it('is silent where the letter is right, where the two are unrelated, and where it cannot know', () => {
    const silent = (text: string, options = aims) => checkRule(code, text, options);
    silent('The Statement of Applicability (6.1.3 f) and the plan (6.1.3 g).\n');
    silent('The Statement of Applicability (6.1.3 d).\n', isms);
    silent('The SoA (ISO/IEC 27001 6.1.3 d, ISO/IEC 42001 6.1.3 f).\n', integrated);
    silent('Additional controls (6.1.3 d) are listed in the Statement of Applicability.\n');
    silent('Record what 6.1.3 d) asks for in the Statement of Applicability.\n');
    silent('The Statement of Applicability holds additional controls (6.1.3 d).\n');
    silent('Statement of Applicability and treatment: 6.1.3 c) and d).\n', isms);
    silent('Clause 6.1.3 (Statement of Applicability).\n', isms);
    silent('See 6.1.3 d).\n\nThe Statement of Applicability is approved.\n');
    silent('The Statement of Applicability (6.1.3 d) is kept.\n', integrated);
    silent('The Statement of Applicability is kept. Clause 6.1.3 d) asks for more.\n');
    silent('The SoA is drawn up by the CISO, the controls of 6.1.3 d) by IT.\n');
    silent('ISO/IEC 27701:2019 5.4.1.3 (Statement of Applicability).\n', inScope('27701:2019'));
  });
});
