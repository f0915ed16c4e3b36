import assert from 'node:assert/strict';
import { idsRead } from '../../support/idsRead.js';

const title = '# Integrated manual (ISO/IEC 27001:2022, ISO/IEC 27701:2025, ISO/IEC 42001:2023)\n\n';
const head = '| Clause | Subject | ISMS | PIMS | AIMS |\n|---|---|---|---|---|\n';

describe('marks below the names of standards', () => {
  it('say of which a clause is', () => {
    const rows = '| 4.1 | Context | yes | yes | yes |\n| 6.1.2 | Risk | x | – | x |\n| 8.4 | Effects | no | | ✓ |\n';
    assert.deepEqual(idsRead(title + head + rows), [
      ...['27001 4.1', '27701 4.1', '42001 4.1'],
      ...['27001 6.1.2', '42001 6.1.2'],
      '42001 8.4',
    ]);
  });

  it('stand below names of any kind, and in other languages', () => {
    const german =
      '| Klausel | 27001:2022 | DIN EN ISO/IEC 42001 |\n|---|---|---|\n| 9.2 | ja | nein |\n| 9.3 | ja | ja |\n';
    assert.deepEqual(idsRead(title + german), ['27001 9.2', '27001 9.3', '42001 9.3']);
    const quality = '| Clause | ISO 9001 | ISMS |\n|---|---|---|\n| 9.2 | ● | – |\n| 9.3 | ● | ● |\n';
    assert.deepEqual(idsRead(title + quality), ['27001 9.3']);
  });

  it('say of which a control is, where one is marked; of two its title tells', () => {
    const rows =
      '| A.8.3 | – | – | x |\n| A.5.2 (AI system impact assessment process) | x | | x |\n| A.8.4 | x | – | – |\n';
    const controls = `| Control | ISMS | PIMS | AIMS |\n|---|---|---|---|\n${rows}`;
    assert.deepEqual(idsRead(title + controls), ['42001 A.8.3', '42001 A.5.2', '27001 A.8.4']);
  });

  it('may be few words for what fulfils a clause, which is then one of each', () => {
    const rows = '| 5.2 | Rules | Security rules | Privacy rules | – |\n| 9.2 | Audit | Programme | – | Programme |\n';
    assert.deepEqual(idsRead(title + head + rows), ['27001 5.2', '27701 5.2', '27001 9.2', '42001 9.2']);
    const negated = '| 9.2 | Audit | not yet | Programme | Programme |\n';
    assert.deepEqual(idsRead(title + head + negated), ['? 9.2']);
  });

  it('are nothing but marks', () => {
    const papers = '| 4.1 | Context | M-1 | – | M-2 |\n| 9.2 | Audit | M-3 | – | – |\n';
    assert.deepEqual(idsRead(title + head + papers), ['? 4.1', '? 9.2']);
    assert.deepEqual(idsRead(`${title}| Clause | ISMS |\n|---|---|\n| 4.1 | yes |\n`), ['? 4.1']);
  });
});
