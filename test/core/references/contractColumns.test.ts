import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

describe('a column of contracts', () => {
  it('has their file numbers', () => {
    const table = (head: string) =>
      `# Suppliers (ISO/IEC 42001:2023)\n\n| Name | ${head} |\n|---|---|\n| Acme | A.10.3 |\n`;
    for (const head of ['Contract no.', 'Agreement ID', 'Vertragsnr.', 'Vertrag Nr.', 'Contrat n°', 'Contrato núm.'])
      assert.deepEqual(idsRead(table(head)), [], head);
    for (const head of ['Control no.', 'Contract control', 'Contract ref.', 'Contract', 'Control in contract no.'])
      assert.deepEqual(idsRead(table(head)), ['42001 A.10.3'], head);
  });
});
