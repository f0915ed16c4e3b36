/** A sentence before a list or table that names another standard only as one still to come, or out of scope. */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

const title = '# Rules of the house (ISO/IEC 27001:2022)\n\n';
const table = '\n\n| Control | Owner |\n|---|---|\n| A.5.2 | B. Vogt |\n| A.7.4 | B. Vogt |\n';
const list = '\n\n- A.5.2: B. Vogt\n- A.7.4: B. Vogt\n';
const ours = ['A.5.2', 'A.7.4'];
const theirs = ['42001:2023 A.5.2', '42001:2023 A.7.4'];

describe('a standard that is planned or out of scope', () => {
  it('is not that of the list or table below', () => {
    for (const sentence of [
      'ISO/IEC 42001:2023 is planned for next year.',
      'ISO/IEC 42001:2023 is out of scope.',
      'We have not yet begun with ISO/IEC 42001:2023.',
      'Later we will look at ISO/IEC 42001.',
      'ISO/IEC 42001:2023 ist für nächstes Jahr vorgesehen.',
      'La norme ISO/IEC 42001:2023 est prévue plus tard.',
      'ISO/IEC 42001:2023 está fuera del alcance.',
      'ISO/IEC 42001:2023 is nog niet ingevoerd.',
    ])
      for (const below of [table, list]) assert.deepEqual(readingsOf(`${title}${sentence}${below}`), ours, sentence);
    assert.deepEqual(readingsOf(`${title}## Owners\n\nISO/IEC 42001:2023 is planned.${table}`), ours, 'in a section');
  });

  it('is, where the sentence introduces what is listed', () => {
    for (const sentence of [
      'The following controls of ISO/IEC 42001:2023 are planned for next year.',
      'Planned for next year, ISO/IEC 42001:2023:',
      'Owners as of ISO/IEC 42001:2023.',
      'ISO/IEC 42001:2023 is planned; the table names the owners.',
    ])
      assert.deepEqual(readingsOf(`${title}${sentence}${table}`), theirs, sentence);
    const next = 'ISO/IEC 27701 is planned. Our AI follows ISO/IEC 42001:2023.';
    assert.deepEqual(readingsOf(`${title}${next}${table}`), theirs);
  });

  it('is, in a document about nothing else', () => {
    const about = '# Plan for ISO/IEC 42001:2023\n\nISO/IEC 42001:2023 is planned for next year.';
    assert.deepEqual(readingsOf(`${about}${table}`), theirs);
  });

  it('is not, where the sentence is about ids of its own', () => {
    for (const sentence of ['*Annex A of ISO/IEC 42001:2023: reuse A.6.1.2.*', 'ISO/IEC 42001: see A.4.3 and A.4.4.'])
      assert.deepEqual(readingsOf(`${title}${sentence}${table}`).slice(-2), ours, sentence);
    const introduced = readingsOf(`${title}ISO/IEC 42001:2023: these stay as they are.${table}`);
    assert.deepEqual(introduced, theirs);
  });
});
