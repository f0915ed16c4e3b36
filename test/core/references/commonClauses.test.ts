import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { defaultSettings } from '../../../server/src/core/settings.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const context = { catalog: catalogOfProject(), settings: defaultSettings };

/** The standards that a text means by an id, in order; `?` where that stays open. */
function standardsOf(text: string, id: string): string {
  const document = resolveDocument(parseDocument('a.md', text, context), [], context);
  const found = document.references.filter(({ ids }) => ids.join() === id);
  return found.map(({ standard }) => standard ?? '?').join(' ');
}

const ofAll = '27001 27701 42001';
function sorted(standards: string): string {
  return standards.split(' ').sort().join(' ');
}

describe('clauses that are common to several standards', () => {
  const names = 'ISO/IEC 27001:2022, ISO/IEC 42001:2023';
  const third = 'ISO/IEC 27701:2025';
  const below = (sentence: string): string => `# Our manual\n\n${sentence}\n\n## Audits\n\nSee clause 9.2.\n`;

  it('are those of each, in seven languages', () => {
    const sentences = [
      `Clause numbers 4 to 10 are common to ${names} and ${third}.`,
      `Clauses 4–10 have the same numbers in ${names} and ${third}.`,
      `Die Kapitel 4 bis 10 sind ${names} und ${third} gemeinsam.`,
      `In ${names} und ${third} haben die Kapitel dieselben Nummern.`,
      `Les articles 4 à 10 sont communs à ${names} et ${third}.`,
      `Las cláusulas 4 a 10 tienen los mismos números en ${names} y ${third}.`,
      `As cláusulas 4 a 10 são comuns a ${names} e ${third}.`,
      `I capitoli da 4 a 10 hanno gli stessi numeri in ${names} e ${third}.`,
      `Hoofdstukken 4 tot 10 zijn gemeenschappelijk voor ${names} en ${third}.`,
    ];
    for (const sentence of sentences) assert.equal(sorted(standardsOf(below(sentence), '9.2')), ofAll, sentence);
  });

  it('are those of the title, where the sentence counts them', () => {
    const text = `# Manual (${names})\n\nClauses 4 to 10 are the same for both standards.\n\n## Audits\n\nSee clause 9.2.\n`;
    assert.equal(standardsOf(text, '9.2'), '27001 42001');
  });

  it('are those of each, where the document says so of numbers without a standard', () => {
    const sentences = [
      'Clause numbers without a standard refer to all three standards.',
      'Where the text says only "clause 7.5" it means that clause in all three.',
      'Clauses have the same numbers in all three.',
      'Clauses 4 to 10 carry the same numbers; where a text says only "clause 7.5", it means that clause in all three.',
      'Klauseln ohne Angabe der Norm beziehen sich auf alle drei Normen.',
      'Les articles cités sans norme renvoient à toutes les trois normes.',
      'Clausules zonder norm verwijzen naar alle drie normen.',
    ];
    const title = `# Manual (${names}, ${third})\n\n`;
    for (const sentence of sentences)
      assert.equal(sorted(standardsOf(`${title}${sentence}\n\nSee clause 9.2.\n`, '9.2')), ofAll, sentence);
    for (const sentence of ['Numbers without a unit refer to days.', 'The clause means only what all three sign.'])
      assert.equal(standardsOf(`${title}${sentence} 9.\n\nSee clause 5.2.\n`, '5.2'), '?', sentence);
  });

  it('are not told by what is said of some, or of one', () => {
    const sentences = [
      `Most clauses are common to ${names} and ${third}.`,
      `Clauses 4 to 10 are not common to ${names} and ${third}.`,
      `Clause 7.5 is common to ${names} and ${third}.`,
      `Clauses 4 to 10 are audited by the same team, which knows ${names} and ${third}.`,
    ];
    for (const sentence of sentences) assert.equal(standardsOf(below(sentence), '9.2'), '?', sentence);
  });

  it('leave to its standard what anything nearer says', () => {
    const common = `Clauses 4 to 10 are common to ${names}.`;
    assert.equal(standardsOf(`# M\n\n${common}\n\n## A\n\nThe AI policy (clause 5.2) is short.\n`, '5.2'), '42001');
    assert.equal(standardsOf(`# M\n\n${common}\n\n## A\n\nISO/IEC 42001, clause 9.2, 9.3.\n`, '9.3'), '42001');
    assert.equal(standardsOf(`# M\n\n${common}\n\n## ISO/IEC 27001\n\nSee clause 9.2.\n`, '9.2'), '27001');
  });

  it('are named as such behind them', () => {
    const title = `# Manual (${names})\n\nWe follow clause 4.4 of ISO/IEC 27001.\n\n`;
    assert.equal(
      standardsOf(`${title}Reviews (9.1) and audits (9.2) are done once for both standards.\n`, '9.1'),
      '27001 42001',
    );
    assert.equal(standardsOf(`${title}Audits (Kap. 9.2) gelten für beide Normen.\n`, '9.2'), '27001 42001');
    assert.equal(standardsOf(`${title}Audits (clause 9.2); all else is of both standards.\n`, '9.2'), '27001');
    assert.equal(standardsOf(`${title}ISO/IEC 42001, clause 9.2 goes before both standards.\n`, '9.2'), '42001');
  });
});

describe('a single cell below the name of its standard', () => {
  it('says nothing of the clauses elsewhere', () => {
    const table = '| Text | ISO/IEC 27001 | ISO/IEC 27701 |\n|---|---|---|\n| Privacy | A.5.34 | 5.2 |\n';
    assert.equal(standardsOf(`# Manual\n\n${table}\n## Audits\n\nSee clause 9.2.\n`, '9.2'), '?');
  });
});
