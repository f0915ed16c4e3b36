/** Tables that pandoc draws with `+---+` and `|`. */
import assert from 'node:assert/strict';
import { readIds } from '../../support/readIds.js';

const grid = (...rows: readonly string[]): string => {
  const line = (mark: string): string => `+${mark.repeat(24)}+${mark.repeat(24)}+`;
  const drawn = rows.map(
    (row) =>
      `|${row
        .split(';')
        .map((cell) => ` ${cell}`.padEnd(24))
        .join('|')}|`,
  );
  return [line('-'), drawn[0], line('='), ...drawn.slice(1).flatMap((row) => [row, line('-')])].join('\n');
};

describe('a table drawn as a grid', () => {
  it('has columns, each of its standard', () => {
    const text = `# Mapping\n\n${grid('ISO 27001:2022;ISO 42001:2023', 'A.5.2;A.3.2', 'A.8.4;A.8.4')}\n\nDone.\n`;
    const read = '27001 A.5.2, 42001 A.3.2, 27001 A.8.4, 42001 A.8.4';
    assert.equal(readIds(text), read);
    assert.equal(readIds(text.replaceAll('\n', '\r\n')), read, 'with Windows line ends');
    assert.equal(readIds(text.replaceAll(/^(?=[+|])/gm, '  ')), read, 'indented');
    assert.equal(readIds(`- List\n\n${text.slice(11).replaceAll(/^(?=[+|])/gm, '  ')}`), read, 'in a list');
    assert.equal(readIds(text.replaceAll(/^(?=[+|])/gm, '> ')), read, 'in a quote');
  });

  it('has cells of several lines, with a hard break between them', () => {
    const text = `# Mapping\n\n${grid('ISO 27001:2022;Topic', 'A.5.2\\;Roles\\', 'A.5.3\\;', 'A.5.4;and duties')}\n`;
    assert.equal(readIds(text), '27001 A.5.2, 27001 A.5.3, 27001 A.5.4');
  });

  it('has bare numbers below a head for controls', () => {
    const text = `# Statement (ISO/IEC 27001:2022)\n\n${grid('Control;Title', '7.11;Supporting utilities', '5.7;Threat intelligence')}\n`;
    assert.equal(readIds(text), '27001 A.7.11, 27001 A.5.7');
  });

  it('leaves columns of another framework alone', () => {
    const text = `# Mapping (ISO/IEC 27001:2022)\n\n${grid('PCI DSS 4.0;ISO 27001:2022', '7.2.1;A.5.18', '8.3.1;A.5.17')}\n`;
    assert.equal(readIds(text), '27001 A.5.18, 27001 A.5.17');
  });

  it('is none where a line is something else', () => {
    assert.equal(readIds('# ISO/IEC 27001:2022\n\n+ A.5.2\n+---+\n| A.5.3 |\n'), '27001 A.5.2, 27001 A.5.3');
  });
});
