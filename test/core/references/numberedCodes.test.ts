/** The number of a standard in the code of a certificate, a document or a contract names no standard. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

describe('the code of a certificate or document', () => {
  const about = '# Rules (ISO/IEC 27001:2022)\n\n';

  it('has a number of a standard between letters and another number', () => {
    for (const code of ['HX-27001-5.38', 'HX/27001/8.15', 'PROT-27001-A.5.99', 'ISMS-27001-6.7', 'DOK-27001-5.2'])
      assert.equal(readIds(`${about}See ${code} for that, and A.5.7.\n`), '27001 A.5.7', code);
  });

  it('is none where it is written with ISO, or begins with the number', () => {
    assert.equal(readIds(`${about}ISO-27001-A.5.15, 27001-A.5.16.\n`), '27001 A.5.15, 27001 A.5.16');
  });
});

describe('the number of a ticket or resource', () => {
  const about = '# AI policy (ISO/IEC 42001:2023)\n\n';

  it('is none of a standard', () => {
    for (const line of ['ticket HLP-27001', 'HLP-27001 and HLP-27009', 'tickets 27001 to 27009', 'vault eu-west-27001'])
      assert.equal(readIds(`${about}Goals (clause 6.2) are in ${line}.\n`), '42001 6.2', line);
  });

  it('is none behind the name of a publisher or system', () => {
    for (const name of ['EN-27001', 'NEN-EN-ISO-IEC-27001', 'ISMS-27001', 'DIN-27001', 'SOA-27001:2022', 'pre-27001'])
      assert.equal(readIds(`${about}${name}: access is given, A.5.18.\n`), '27001 A.5.18', name);
  });
});

describe('"no"', () => {
  it('is no word for a serial number before a control', () => {
    const both = '# AI and security (ISO/IEC 27001:2022 and ISO/IEC 42001:2023)\n\n';
    assert.equal(readIds(`${both}There is no 42001 A.8.3 here.\n`), '42001 A.8.3');
    assert.equal(readIds(`# AI (ISO/IEC 42001:2023)\n\nSee invoice no 27001, clause 6.2.\n`), '42001 6.2');
  });
});

describe('the number of a contract', () => {
  it('has a year in which the standard has no edition', () => {
    const about = '# Regler\n\nEfter ISO/IEC 42001:2023, A.2.2.\n\n';
    const expected = '42001 A.2.2, 42001 A.8.3';
    for (const number of ['27001/2025', '27001-2026'])
      assert.equal(readIds(`${about}Aftale ${number}. Melding: A.8.3.\n`), expected, number);
    assert.equal(readIds(`${about}Ikke 27001/2022, A.8.3.\n`), '42001 A.2.2, 27001 A.8.3');
  });
});

describe('the number of a test or finding that is made of a control', () => {
  const about = '# Tests (ISO/IEC 27001:2022)\n\n';

  it('is none of the control', () => {
    for (const own of ['A.8.15-T1', 'A.8.15-02', 'A.8.50-01', 'A.5.12-1', 'A.8.15/01'])
      assert.equal(
        readIds(`${about}| Test | Expected |\n|---|---|\n| ${own} | logs |\n\nSee A.5.7.\n`),
        '27001 A.5.7',
        own,
      );
  });

  it('does not look like a range or an adjective', () => {
    for (const text of ['A.8.15-A.8.17', 'A.8.15-17', 'A.5.01-05', 'A.8.28-compliant', 'A.5.15/16'])
      assert.notEqual(readIds(`${about}See ${text}.\n`), '', text);
  });
});
