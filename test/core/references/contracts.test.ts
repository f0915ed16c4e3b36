/** Clauses of contracts that a policy speaks of, and those of the standard beside them. */
import assert from 'node:assert/strict';
import { readingsOf } from '../../support/readings.js';

const policy = '# Supplier policy (ISO/IEC 27001:2022)\n\n';

const ofContracts: readonly [string, string][] = [
  [
    'in brackets behind the name',
    'Exports rest on the Standard Contractual Clauses (Clause 8.6, Clause 8.9 and Clause 13).',
  ],
  ['in the plural of an abbreviation', '- SCCs: module 3, clause 8.6 (security)'],
  ['behind words of their own', 'Our DPA form: clause 6.2 breaches, clause 8.5 return of data.'],
  ['in the sentence behind the name', 'The MSA limits damages. Clause 8.5 caps them at the yearly fee.'],
  [
    'with one that the standard has as well',
    'The DPA has clauses 1 to 14. Clause 5.1 lists orders, clause 8.5 return.',
  ],
  ['below a heading', '## Data processing agreement\n\n- Clause 8.5: return of data\n- Clause 6.2: breaches'],
  ['below an item', '- DPA\n  - Clause 8.5: return of data\n  - Clause 6.2: breaches'],
  ['behind a lead-in', 'The DPA covers:\n\n- Clause 8.5 return of data\n- Clause 6.2 breaches'],
  ['in the row of its name', '| Topic | Place |\n|---|---|\n| Data processing agreement | Clause 8.5, clause 6.2 |'],
  ['of terms of service', 'Our terms of service say in clause 8.5 when we end.'],
  [
    'behind one of their own terms, in the same sentence and the next',
    'We accept clause 9.2 of your terms; clause 5.3 and clause 9.9 only with notice. And clause 9.2 of your contract, but not clause 9.3. Clause 9.3 of your contract. Clause 5.3 is struck out.',
  ],
  ['of a schedule', 'See Schedule 2, clause 8.5.'],
  ['of general terms, abbreviated', 'Our GTC, clause 5.4 (liability), apply.'],
  ['of general terms', 'General Terms and Conditions of Sale, clauses 7.2 (liability) and 9.4 (end).'],
  ['of terms of business', 'Our terms of business (clause 8.5) apply. See our Terms and Conditions (clause 7.2).'],
  ['of a template', 'Contract template AI-CT-4.2 clause 6.2 (liability).'],
  ['of general terms in German', 'Siehe Einkaufsbedingungen, Klausel 7.2, und AVB Klausel 9.3.'],
  ['of general terms in Dutch', 'Zie de algemene voorwaarden, clausule 7.1.'],
  ['in an annex', 'Framework agreement, annex A.9.2.'],
  ['in an annex, behind an article', 'Contract with the supplier, art. 8.3 and annex A.5.'],
  ['in an annex, in German', 'Vertrag mit dem Lieferanten, § 8.3 und Anhang A.5.'],
  ['in an annex, in Italian', 'Contratto con il fornitore, art. 8.3 e allegato A.5.'],
  ['of the contracts', 'This is clause 8.6 of the SCCs.'],
  ['in German', 'Der Auftragsverarbeitungsvertrag regelt das Löschen. Klausel 8.5 nennt die Frist.'],
  ['in German, abbreviated', 'Pannen melden wir nach dem AVV (Klausel 6.2).'],
  ['in German, the standard clauses', 'Standardvertragsklauseln: Klausel 8.6 und Klausel 8.9.'],
  [
    'in French',
    'Le contrat de sous-traitance prévoit le retour (clause 8.5). Les clauses contractuelles types (clause 8.6).',
  ],
  ['in Dutch', 'De verwerkersovereenkomst bepaalt dit; clausule 8.5 regelt het wissen.'],
  ['behind the full name', 'Exports: SCC 2021/914 (EU), Module 3, clause 8.2.'],
  ['behind another of its clauses', 'Exports: SCC, Module 3, clause 8.2, clause 9.2 and clause 10.2.'],
  ['behind a sentence that is the name', '- Exports: EU SCCs. Clause 8.2 and clause 9.2 hold.'],
  ['in German, with the module', 'Export: SCC 2021/914, Modul 3, Klausel 8.2 und Klausel 9.2.'],
  ['in French, abbreviated', 'Transferts : CCT 2021/914, module 3, clause 8.2 et clause 9.2.'],
  ['in Spanish', 'Las cláusulas contractuales tipo: cláusula 8.9.'],
  ['of a Spanish tender', 'Los pliegos (cláusula 8.2 del PCAP), cláusula 9.1 del PPT. Pliego cl. 8.2.'],
  ['of Spanish terms', '- Cláusula 8.2 de las condiciones generales\n- Acuerdo de nivel de servicio, cláusula 5.1'],
  ['of a Portuguese tender', '- Caderno de encargos, cláusula 5.1\n- Cláusula 8.2 das condições gerais'],
  ['of a French tender', 'La clause 8.2 du CCAP. Voir le cahier des charges, clause 5.1.'],
  ['of an Italian tender', 'Capitolato, clausola 9.2; clausola 8.1 delle condizioni generali.'],
  [
    'that is the subject of the sentence',
    'Our hosting agreement lists the subcontractors in clause 7.4 and clause 7.5.',
  ],
  ['that says so in its own clause', 'The DPA covers the audits in its clause 9.2.'],
  ['that follows on the clause', 'In clause 9.2, our agreement names the auditors.'],
  [
    'in German, as the subject',
    'Der Rahmenvertrag regelt das Ende in Klausel 7.5. In Klausel 9.2 nennt der AVV die Prüfer.',
  ],
  ['in French, as the subject', "L'accord de sous-traitance fixe le délai de réponse dans la clause 9.2."],
  ['in the possessive', "Our host agreement's clause 9.2 caps it, and so does the escrow contract’s clause 8.4."],
  ['of a name in the possessive', "The DPA's clause 8.4 names the time. Its SOW, clause 7.6, the place."],
  ['of a schedule or policy in the possessive', "See the schedule's clause 8.4 and our cover policy's clause 7.7."],
  ['of a numbered agreement', 'Staff agreement no. 16, clause 8.4. Rahmenvertrag Nr. 16, Klausel 8.5.'],
  [
    'of a numbered policy',
    '| Insurer | Policy no. CY-11, clause 7.7 |\n|---|---|\n| Insurer | Policy no. CY-12, clause 7.8 |',
  ],
  [
    'of texts about services',
    "- The platform's service description, clause 8.4, sets it.\n- Hosting service catalogue, clause 6.4\n- Joint controller arrangement, clause 6.6",
  ],
  ['of a French insurance policy', "La clause 8.4 de la police d'assurance."],
  ['that it is said to contain', 'Every contract contains clause 4.1 secrecy, clause 4.2 audits, clause 9.2 exit.'],
  [
    'that it is said to have',
    'Any contract has a secrecy clause (clause 4.2), audits (clause 7.6) and an exit (clause 9.4).',
  ],
  ['that it has in several places', 'Your contract has secrecy in clause 12.4 and inventions in clause 8.2.'],
  ['in German, that it contains', 'Jeder Vertrag enthält Klausel 8.5, Klausel 9.2.'],
  ['in a list that a contract is said to have', 'The contract contains:\n\n- clause 5.1 audits\n- clause 9.5 exit'],
  ['in a Dutch list', 'In elk contract staan:\n\n- clausule 5.1 audit\n- clausule 9.5 einde'],
  ['of a German tender', '- EVB-IT Cloud, Klausel 7.2\n- Leistungsbeschreibung, Klausel 5.1'],
];

const ofTheStandard: readonly [string, string, readonly string[]][] = [
  ['a column of a contract', '| Topic | SCC | ISO 27001 |\n|---|---|---|\n| Keys | Clause 6.2 | Clause 8.1 |', ['8.1']],
  ['what a tender asks for', 'El pliego exige un SGSI. La cláusula 6.2 de la norma pide objetivos.', ['6.2']],
  ['conditions of a process', 'La revue vérifie les conditions de la clause 8.1.', ['8.1']],
  ['a clause that exists', 'Suppliers sign a DPA. Clause 8.1 asks us to control what they do.', ['8.1']],
  ['a slip that names the standard', 'Suppliers sign a DPA. Clause 9.3.4 of the standard asks more.', ['9.3.4']],
  ['one behind a sentence', 'Exports need SCCs. Clause 8.1 asks us to control them.', ['8.1']],
  ['one of the standard behind one of a contract', 'SCC, clause 8.2, and clause 9.2 of ISO 27001.', ['9.2']],
  ['one behind its own name', 'SCC 2021/914, ISO/IEC 27001 clause 9.2.', ['9.2']],
  ['a slip behind the name of the standard', 'With a DPA or without, ISO 27001 asks for it in clause 9.4.', ['9.4']],
  ['the standard behind the clause', 'We keep to the DPA, and clause 8.1 of ISO 27001.', ['8.1']],
  ['a slip below a heading about what is done', '## SLA monitoring\n\nSee clause 9.4.', ['9.4']],
  ['a slip beside contracts in general', 'The contract is kept. All staff were told. Clause 8.4 was not met.', ['8.4']],
  ['what a policy implements', 'Our policy implements clause 9.2.', ['9.2']],
  [
    'where a policy is the subject',
    'Our policy on agreements tells who looks after them, and how often, in clause 8.1.',
    ['8.1'],
  ],
  ['what is done with contracts', 'The agreements with all suppliers are looked at in clause 9.3.', ['9.3']],
  ['what a contract is asked for', 'Our agreement with the host fulfils what is asked for as in clause 8.1.', ['8.1']],
  ['the standard beside the clause', 'The DPA names the auditors of our site in clause 9.2 of ISO 27001.', ['9.2']],
  [
    'a control called a clause, with its title',
    'Under the MSA we act. Clause 8.9 Configuration management applies.',
    ['A.8.9'],
  ],
  [
    'terms in general',
    'In terms of business continuity, clause 8.1 applies; in general terms, clause 4.1.',
    ['8.1', '4.1'],
  ],
  ['a slip in the possessive', "The standard's clause 8.4, ISO 27001's clause 9.4.", ['8.4', '9.4']],
  ['what a contract has to do', 'Every contract has to be kept in a way that is in line with clause 8.1.', ['8.1']],
  ['a numbered sentence before', 'Staff agreement no. 16 applies. All were told. Clause 9.4 was not met.', ['9.4']],
  ['texts that are no contract', 'The catalogue of controls, clause 8.4. The description, clause 9.4.', ['8.4', '9.4']],
  ['a list of what contracts follow', 'Contracts follow:\n\n- clause 8.1\n- clause 9.4', ['8.1', '9.4']],
  [
    'with an article elsewhere',
    'The edition has a new clause 6.3. The standard has an audit clause 9.2.',
    ['6.3', '9.2'],
  ],
  ['other templates', 'The policy template, clause 5.2.', ['5.2']],
  ['a control in the annex', 'Supplier agreements, Annex A.5.20, and contracts (Annex A.5.41).', ['A.5.20', 'A.5.41']],
  ['a control of once', 'Supplier agreements, Annex A.15.1.2.', ['27001:2013 A.15.1.2']],
];

const ofContractsBesideControls: readonly [string, string, readonly string[]][] = [
  ['that no standard has', 'Our DPA cites ISO/IEC 27001 A.5.20 in clause 11.2.', ['A.5.20']],
  ['that stand before the contract', 'In clause 11.2 the DPA cites 27001 A.5.20.', ['A.5.20']],
  ['that the standard has as well', 'The supplier agreement deals with A.5.20 in clause 9.2.', ['A.5.20']],
  ['in German', 'Der Vertrag deckt A.5.20 in Klausel 9.2 ab.', ['A.5.20']],
  [
    'each with an article',
    'An employment contract has a secrecy duty (A.6.6), an IP clause 9, a bonus clause 8.2 and a non-compete clause 10.',
    ['A.6.6'],
  ],
];

describe('clauses of contracts', () => {
  for (const [name, text, expected] of ofContractsBesideControls)
    it(`leave the controls that they speak of: ${name}`, () => assert.deepEqual(readingsOf(policy + text), expected));

  for (const [name, text] of ofContracts)
    it(`are left alone: ${name}`, () => assert.deepEqual(readingsOf(policy + text), []));
  for (const [name, text, expected] of ofTheStandard)
    it(`do not hide those of the standard: ${name}`, () => assert.deepEqual(readingsOf(policy + text), expected));
});

describe('items of a contract', () => {
  const contract = '# Vereinbarung zur Auftragsverarbeitung\n\nEs gilt ISO/IEC 27701:2025.\n\n## Erläuterungen\n\n';

  it('are controls where hardly any contract has so many', () =>
    assert.deepEqual(readingsOf(`${contract}- A.3.25 = Protokollierung\n- A.3.24 = Sicherung\n`), [
      '27701:2025 A.3.25',
      '27701:2025 A.3.24',
    ]));

  it('are its own otherwise', () => assert.deepEqual(readingsOf(`${contract}- A.3.5 Zahlung\n- A.3.6 Fristen\n`), []));
});
