/** Heads of columns in the dialects in which people keep statements. */
import assert from 'node:assert/strict';
import { meaningOfHeader } from '../../../../server/src/core/soa/import/headers.js';
import { registerColumns } from '../../../../server/src/core/soa/render/columns.js';

const heads: Record<string, string[]> = {
  id: [
    'Control ID',
    'control_id',
    'ControlID',
    'Control Ref.',
    'Annex A',
    'Annex A Control',
    'ISO 27001:2022 Annex A Control',
    'Clause',
    'ID',
    'Kontroll-ID',
    'Annex A Ref',
    'Control No.',
    'Identifiant',
    'Número',
  ],
  title: [
    'Control Name',
    'Control Title',
    'Title',
    'name',
    'Kontrollname',
    'Titel',
    'Intitulé',
    'Título',
    'Bezeichnung',
  ],
  applicable: [
    'Applicable',
    'Applicable?',
    'Applicable (Y/N)',
    'Applicability',
    'Included / Excluded',
    'included',
    'Applicable / Not applicable',
    'Anwendbar',
    'Applicable (Oui/Non)',
    'Aplicable',
    'Van toepassing',
    'In scope?',
    'Selected',
  ],
  excluded: ['Excluded', 'Not applicable', 'Exclusion', 'Nicht anwendbar', 'No aplica', 'Niet van toepassing'],
  justification: [
    'Justification',
    'Rationale',
    'Begründung',
    'Justificación',
    'Motivering',
    'Justification for inclusion/exclusion',
    'Justification for inclusion or exclusion',
  ],
  justificationIncluded: ['Justification for inclusion', 'Begründung für die Aufnahme', 'Justification for selection'],
  justificationExcluded: [
    'Justification for exclusion',
    'Reason for exclusion',
    'Begründung für Ausschluss',
    'Remarks (justification for exclusion)',
    'Reason for non-applicability',
  ],
  'driver:risk': ['RRA', 'Risk', 'Risk ID', 'Risks', 'Risiko'],
  'driver:legal': ['LR', 'Legal'],
  'driver:contractual': ['CO', 'Contractual obligations'],
  'driver:business': ['BR', 'BR/BP', 'Business requirements'],
  drivers: ['Drivers', 'LR/CO/BR/RRA'],
  status: [
    'Status',
    'Implementation Status',
    'Implementation status',
    'Umsetzungsstatus',
    'Implemented',
    'Implemented (Yes/No)',
    'Estado de implementación',
    'Statut',
    'Umsetzungsgrad',
    'Control status',
  ],
  implementation: [
    'Implementation Description',
    'Umsetzungsbeschreibung',
    'How implemented',
    'Implementation details',
    'Current controls',
  ],
  owner: [
    'Owner',
    'Control Owner',
    'Responsible',
    'responsible_party',
    'Verantwortlich',
    'Verantwortlicher',
    'Responsable',
    'Eigenaar',
    'Propriétaire',
  ],
  evidence: ['Evidence', 'Nachweis', 'Preuves', 'Evidencia', 'Evidence / Reference', 'Bewijs'],
  documents: [
    'Documents',
    'Linked Document',
    'Policy',
    'Related policies',
    'Policy / Procedure',
    'Richtlinie',
    'Dokumente',
    'Relevant documents',
  ],
  target: [
    'Target date',
    'Due date',
    'Planned completion date',
    'Zieldatum',
    'Échéance',
    'Streefdatum',
    'Fecha objetivo',
  ],
  review: ['Review Date', 'Next review', 'Next review date', 'Überprüfung am'],
  expires: ['Expires', 'Expiry date', 'Exclusion ends'],
  decided: ['Decision date', 'Decided on', 'Approval date'],
  decidedBy: ['Approved by', 'Decided by', 'Genehmigt von'],
  notes: ['Notes', 'Comments', 'Remarks', 'Bemerkungen', 'Observaciones', 'Opmerkingen', 'Gaps'],
  standard: ['Standard', 'Norm', 'Framework'],
  group: ['Theme', 'Category', 'Bereich', 'Domain', 'Control type', 'Group'],
  text: ['Control description', 'Control text'],
  counter: ['#', 'No.', 'Nr', 'S.No', 'Lfd. Nr.'],
};

describe('Heads of columns', () => {
  for (const [meaning, texts] of Object.entries(heads)) {
    it(`of ${meaning}`, () => {
      for (const text of texts) assert.equal(meaningOfHeader(text), meaning, text);
    });
  }

  it('that mean two things are left to what stands below', () => {
    const open = {
      Control: 'id?title',
      Reference: 'id?documents',
      Ref: 'id?documents',
      Implementation: 'status?implementation',
      Reasons: 'drivers?justification',
      'Reason for inclusion': 'drivers?justification',
    };
    for (const [head, meaning] of Object.entries(open)) assert.equal(meaningOfHeader(head), meaning, head);
  });

  it('that we do not know are not guessed', () => {
    for (const text of ['Related GDPR Art.', 'Implementation Date', 'Maturity', 'Colour', '', 'x'.repeat(300)]) {
      assert.equal(meaningOfHeader(text), null, text.slice(0, 30));
    }
  });

  it('of our own exports are all known', () => {
    for (const { title } of registerColumns) assert.notEqual(meaningOfHeader(title), null, title);
    assert.equal(meaningOfHeader('Gaps found'), 'gaps');
    assert.equal(meaningOfHeader('How implemented'), 'implementation');
    assert.equal(meaningOfHeader('Exclusion ends'), 'expires');
  });
});
