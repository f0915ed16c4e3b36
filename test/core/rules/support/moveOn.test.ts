import assert from 'node:assert/strict';
import { checkFix, fixTitles } from '../../../support/checkRules.js';
import { catalogOfProject } from '../../../support/realCatalog.js';

const code = 'superseded-edition';
const options = { catalog: catalogOfProject() };
const soa = 'standards:\n  27001: { edition: 2022 }\n  27701: { edition: 2025, roles: [controller] }\n';
const filesOf = (text: string) => ({ 'soa.yaml': soa, 'policy.md': text });

function moves(text: string, title: string, result: string): void {
  checkFix(code, title, filesOf(text), { 'policy.md': result }, options);
}

const titles = (text: string) => fixTitles(code, filesOf(text), options);

describe('moving a number on', () => {
  it('takes the year with it, wherever that stands', () => {
    moves(
      '# Patches\n\nPatches are tested (ISO/IEC 27001:2013 A.12.6.1).\n',
      'Replace with A.8.8',
      '# Patches\n\nPatches are tested (ISO/IEC 27001:2022 A.8.8).\n',
    );
    moves(
      '# Patches\n\nPatches are tested (A.12.6.1 of ISO/IEC 27001:2013).\n',
      'Replace with A.8.8',
      '# Patches\n\nPatches are tested (A.8.8 of ISO/IEC 27001:2022).\n',
    );
  });

  it('gives ISO/IEC 27002 its own year, in a table, too', () => {
    moves(
      '# Patches\n\nISO/IEC 27001:2022\n\nPatches are tested (ISO/IEC 27002:2013, 12.6.1).\n',
      'Replace with A.8.8',
      '# Patches\n\nISO/IEC 27001:2022\n\nPatches are tested (ISO/IEC 27002:2022, 8.8).\n',
    );
    moves(
      '# Patches\n\n| Source |\n|---|\n| ISO/IEC 27002:2013, 12.6.1 |\n',
      'Replace with A.8.8',
      '# Patches\n\n| Source |\n|---|\n| ISO/IEC 27002:2022, 8.8 |\n',
    );
  });

  it('takes all numbers of one year together, or none', () => {
    moves(
      '# Offer\n\nThe vendor meets A.12.3.1 and A.12.6.1 of ISO/IEC 27001:2013.\n\nISO/IEC 27001:2022\n',
      'Replace with A.8.8',
      '# Offer\n\nThe vendor meets A.8.13 and A.8.8 of ISO/IEC 27001:2022.\n\nISO/IEC 27001:2022\n',
    );
    // What A.18.2.3 became is a choice of two, so that the year cannot follow A.12.3.1 alone.
    const offer = '# Offer\n\nA.12.3.1 and A.18.2.3 of ISO/IEC 27001:2013.\n\nISO/IEC 27001:2022\n';
    assert.equal(titles(offer).filter((title) => title.includes('A.8.13')).length, 0);
    moves(offer, 'Replace with A.5.36', '# Offer\n\nA.8.13 and A.5.36 of ISO/IEC 27001:2022.\n\nISO/IEC 27001:2022\n');
  });

  it('is preferred for a plain citation', () => {
    assert.deepEqual(titles('# Access (ISO/IEC 27001:2022)\n\nAccess is granted per A.9.2.3.\n'), [
      '* Replace with A.8.2 (Privileged access rights)',
    ]);
  });

  it('is never preferred where the words beside it speak of another control, which is then offered first', () => {
    assert.deepEqual(
      titles('# Privacy (ISO/IEC 27701:2025)\n\n| Control | Title |\n|---|---|\n| A.7.3.3 | Accuracy of PII |\n'),
      ['Replace with A.1.4.4 (Accuracy and quality)', 'Replace with A.1.3.4 (Providing information to PII principals)'],
    );
    const byDefault = fixTitles(
      'unknown-reference',
      filesOf('# Privacy\n\nPrivacy by default follows ISO/IEC 27701:2025 A.7.2.8.\n'),
      options,
    );
    assert.ok(byDefault.length > 0 && byDefault.every((title) => !title.startsWith('*')), byDefault.join());
  });

  it('says nothing of a letter that is the same in both editions', () => {
    assert.deepEqual(titles('# Statement (ISO/IEC 27001:2022)\n\nIt is required by 6.1.3 d) of ISO/IEC 27001.\n'), []);
  });
});
