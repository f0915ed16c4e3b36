import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Located } from '../../../server/src/core/soa/types.js';
import { parse } from './support.js';

/** The text of a located value, after checking that its span is where the text stands. */
function at(text: string, located: Located<unknown> | null | undefined): string | null {
  return located ? text.slice(located.span.start, located.span.end) : null;
}

function details(text: string): string[] {
  return parse(text).problems.map((problem) => problem.detail);
}

const whole = `organisation: Tea & Co
scope: |
  All kettles,
  everywhere
version: 2.10
status: In review
owner: Head of Tea
approved_by: Board
approved: 2026-03-01
next_review: 2027-03-01
classification: internal
standards:
  90001: { edition: 2022 }
  90002: { edition: 2025, roles: [controller, processor] }
controls:
  90001:A.5.1:
    applicable: true
    justification: We drink tea.
    drivers: { risk: [R-012, R-014], legal: [Tea Act Art. 5], contractual: [], business: [] }
    status: implemented
    owner: Head of Tea
    evidence: [evidence/tea.md, { path: evidence/pot.pdf, date: 2026-01-31 }]
    decided: 2026-02-01
    decided_by: Board
    review: 2027-01-01
    target: 2026-Q4
    implementation: With a pot.
    notes: Earl Grey.
  90001:A.5.10:
    applicable: false
    justification: No kettles.
`;

describe('parseSoa', () => {
  it('reads the header with the place of each value', () => {
    const system = parse(whole, 'teas/soa.yaml');
    assert.equal(system.path, 'teas/soa.yaml');
    assert.equal(system.folder, 'teas');
    assert.equal(system.organisation?.value, 'Tea & Co');
    assert.equal(at(whole, system.organisation), 'Tea & Co');
    assert.equal(system.scope?.value, 'All kettles,\neverywhere');
    assert.equal(system.version?.value, '2.10');
    assert.equal(at(whole, system.version), '2.10');
    assert.equal(system.status?.value, 'in-review');
    assert.equal(system.approvedBy?.value, 'Board');
    assert.equal(system.approved?.value, '2026-03-01');
    assert.equal(system.nextReview?.value, '2027-03-01');
    assert.equal(system.classification?.value, 'internal');
    assert.deepEqual(system.problems, []);
  });

  it('reads the standards with editions and roles', () => {
    const { standards } = parse(whole);
    assert.deepEqual(
      standards.map(({ standard, edition, roles, span }) => [standard, edition, roles, at(whole, { value: 0, span })]),
      [
        ['90001', '2022', undefined, '90001'],
        ['90002', '2025', ['controller', 'processor'], '90002'],
      ],
    );
  });

  it('reads a decision with every field', () => {
    const [decision, other] = parse(whole).decisions;
    assert.equal(decision?.written, '90001:A.5.1');
    assert.equal(decision?.entryKey, 'iso90001-2022:A.5.1');
    assert.equal(whole.slice(decision!.keySpan.start, decision!.keySpan.end), '90001:A.5.1');
    assert.ok(whole.slice(decision!.span.start, decision!.span.end).endsWith('notes: Earl Grey.'));
    assert.deepEqual(
      [decision?.applicable.value, at(whole, decision?.applicable), decision?.status?.value],
      ['yes', 'true', 'implemented'],
    );
    assert.equal(decision?.justification?.value, 'We drink tea.');
    assert.deepEqual(decision?.drivers, [
      { kind: 'risk', ids: ['R-012', 'R-014'] },
      { kind: 'legal', ids: ['Tea Act Art. 5'] },
    ]);
    assert.deepEqual(
      decision?.evidence.map((item) => [item.value, at(whole, item), item.date?.value ?? null]),
      [
        ['evidence/tea.md', 'evidence/tea.md', null],
        ['evidence/pot.pdf', 'evidence/pot.pdf', '2026-01-31'],
      ],
    );
    assert.deepEqual(
      [decision?.decided, decision?.decidedBy, decision?.review, decision?.target].map((item) => item?.value),
      ['2026-02-01', 'Board', '2027-01-01', '2026-Q4'],
    );
    assert.equal(decision?.implementation?.value, 'With a pot.');
    assert.equal(decision?.notes?.value, 'Earl Grey.');
    assert.equal(other?.entryKey, 'iso90001-2022:A.5.10');
    assert.equal(other?.applicable.value, 'no');
  });

  it('says where a new decision goes', () => {
    const { controlsSpan } = parse(whole);
    assert.ok(whole.slice(controlsSpan!.start, controlsSpan!.end).startsWith('controls:'));
    assert.ok(whole.slice(0, controlsSpan!.end).endsWith('justification: No kettles.'));
    assert.equal(parse('organisation: X\n').controlsSpan, null);
    const empty = 'standards: [90001:2022]\ncontrols:\n';
    assert.equal(parse(empty).controlsSpan?.end, empty.indexOf('controls:') + 'controls:'.length);
  });

  for (const [written, applicability] of [
    ['true', 'yes'],
    ['yes', 'yes'],
    ['Y', 'yes'],
    ['Included', 'yes'],
    ['"true"', 'yes'],
    ['false', 'no'],
    ['No', 'no'],
    ['not applicable', 'no'],
    ['N/A', 'no'],
    ['undecided', 'undecided'],
    ['TBD', 'undecided'],
    ['', 'undecided'],
    ['~', 'undecided'],
  ] as const) {
    it(`reads applicable: ${written || '(nothing)'} as ${applicability}`, () => {
      const system = parse(`standards: [90001:2022]\ncontrols:\n  90001:A.5.1:\n    applicable: ${written}\n`);
      assert.equal(system.decisions[0]?.applicable.value, applicability);
      assert.deepEqual(system.problems, []);
    });
  }

  for (const [written, status] of [
    ['not started', 'not-started'],
    ['Not Implemented', 'not-started'],
    ['not_assessed', 'not-assessed'],
    ['Partially implemented', 'partial'],
    ['in progress', 'partial'],
    ['planned', 'planned'],
    ['Implemented', 'implemented'],
  ] as const) {
    it(`reads status: ${written} as ${status}`, () => {
      const system = parse(`standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { status: ${written} }\n`);
      assert.equal(system.decisions[0]?.status?.value, status);
      assert.deepEqual(system.problems, []);
    });
  }

  for (const [written, drivers] of [
    [
      '[risk, legal]',
      [
        ['risk', []],
        ['legal', []],
      ],
    ],
    [
      'risk, legal',
      [
        ['risk', []],
        ['legal', []],
      ],
    ],
    ['[{ risk: R-1 }, { risk: [R-2] }]', [['risk', ['R-1', 'R-2']]]],
    [
      '["risk: R-1", legal Tea Act Art. 5]',
      [
        ['risk', ['R-1']],
        ['legal', ['Tea Act Art. 5']],
      ],
    ],
    ['{ risk: yes, legal: no, contractual: [] }', [['risk', []]]],
    [
      '{ LR: Tea Act, BR: [Growth] }',
      [
        ['legal', ['Tea Act']],
        ['business', ['Growth']],
      ],
    ],
  ] as const) {
    it(`reads drivers: ${written}`, () => {
      const system = parse(`standards: [90001:2022]\ncontrols:\n  90001:A.5.1:\n    drivers: ${written}\n`);
      assert.deepEqual(
        system.decisions[0]?.drivers.map(({ kind, ids }) => [kind, ids]),
        drivers,
      );
      assert.deepEqual(system.problems, []);
    });
  }

  for (const written of [
    'standards: [90001:2022, 90002]',
    'standards: [ISO/IEC 90001:2022, ISO 90002]',
    'standards: [iso90001-2022, iso90002-2025]',
    'standards:\n  90001: 2022\n  90002:',
    'standards:\n  - standard: 90001\n    edition: "2022"\n  - 90002: { edition: 2025 }',
  ]) {
    it(`reads ${JSON.stringify(written)}`, () => {
      const system = parse(`${written}\ncontrols:\n  90002:A.3.3: yes\n`);
      assert.deepEqual(
        system.standards.map((item) => item.standard),
        ['90001', '90002'],
      );
      assert.equal(system.standards[0]?.edition, '2022');
      assert.equal(system.decisions[0]?.entryKey, 'iso90002-2025:A.3.3');
      assert.deepEqual(
        system.problems.filter((problem) => problem.severity === 'error'),
        [],
      );
    });
  }

  it('reads one standard that is not a list', () => {
    assert.equal(parse('standards: 90001:2022\n').standards[0]?.edition, '2022');
  });

  it('takes the edition in scope for the keys of decisions', () => {
    const system = parse('standards: { 90001: 2013 }\ncontrols: { 90001:A.9.1: yes, 90001:A.5.1: yes }\n');
    assert.deepEqual(
      system.decisions.map((decision) => decision.entryKey),
      ['iso90001-2013:A.9.1', null],
    );
  });

  for (const [written, entryKey] of [
    ['90001:A.5.10', 'iso90001-2022:A.5.10'],
    ['"90001:A.5.10"', 'iso90001-2022:A.5.10'],
    ['90001:A 5.10', 'iso90001-2022:A.5.10'],
    ['90001:a5.10', 'iso90001-2022:A.5.10'],
    ['90001:5.10', 'iso90001-2022:A.5.10'],
    ['90001:5.1', 'iso90001-2022:A.5.1'],
    ['90001:2022:A.5.10', 'iso90001-2022:A.5.10'],
    ['iso90001-2022:A.5.10', 'iso90001-2022:A.5.10'],
    ['ISO/IEC 90001:2022 A.5.10', 'iso90001-2022:A.5.10'],
    ['A.5.10', 'iso90001-2022:A.5.10'],
    ['A.3.3', 'iso90002-2025:A.3.3'],
    ['A.5.1', null],
    ['90001:A.5.99', null],
    ['12345:A.5.1', null],
  ] as const) {
    it(`reads the key ${written} as ${entryKey}`, () => {
      const system = parse(`standards: [90001:2022, 90002:2025]\ncontrols:\n  ${written}: { applicable: no }\n`);
      assert.equal(system.decisions[0]?.entryKey, entryKey);
      assert.equal(system.decisions[0]?.applicable.value, 'no');
    });
  }

  it('asks for the standard where an id stands in two of them', () => {
    const [problem] = parse('standards: { 90001: 2022, 90002: { roles: both } }\ncontrols:\n  A.5.1: yes\n').problems;
    assert.equal(problem?.detail, 'A.5.1 exists in more than one standard in scope. Write 90001:A.5.1 or 90002:A.5.1.');
  });

  it('reads ids grouped below their standard', () => {
    const system = parse(
      'standards: [90001:2022]\ncontrols:\n  90001:\n    A.5.1: no\n    A.5.2:\n      applicable: yes\n',
    );
    assert.deepEqual(
      system.decisions.map(({ entryKey, applicable }) => [entryKey, applicable.value]),
      [
        ['iso90001-2022:A.5.1', 'no'],
        ['iso90001-2022:A.5.2', 'yes'],
      ],
    );
  });

  it('takes the standards from the decisions where none are named, and says so', () => {
    const system = parse('controls:\n  90001:A.5.1: no\n  90002:A.3.3: no\n');
    assert.deepEqual(
      system.standards.map((item) => item.standard),
      ['90001', '90002'],
    );
    assert.match(system.problems[0]!.detail, /^No standards are named/);
  });

  it('follows aliases and stays where they stand', () => {
    const text =
      'standards: [90001:2022]\ncontrols:\n  90001:A.5.1: &no\n    applicable: no\n    owner: &who Ann\n  90001:A.5.2: *no\n  90001:A.6.1: { owner: *who }\n';
    const [, second, third] = parse(text).decisions;
    assert.equal(second?.applicable.value, 'no');
    assert.equal(third?.owner?.value, 'Ann');
    assert.equal(at(text, third?.owner), '*who');
  });

  it('keeps offsets right behind a byte order mark and with Windows line ends', () => {
    const text = `\uFEFF${whole.replaceAll('\n', '\r\n')}`;
    const system = parse(text);
    assert.equal(at(text, system.organisation), 'Tea & Co');
    assert.equal(at(text, system.decisions[0]?.applicable), 'true');
    assert.deepEqual(system.problems, []);
  });
});

describe('parseSoa on texts with mistakes', () => {
  it('reads an empty file and one of comments only', () => {
    for (const text of ['', '\n\n', '# nothing yet\n', '\uFEFF', '---\n']) {
      const system = parse(text);
      assert.deepEqual([system.decisions, system.standards, system.problems], [[], [], []], JSON.stringify(text));
    }
  });

  it('says what a file that is a list or a text lacks', () => {
    assert.deepEqual(details('- a\n- b\n'), [
      'A soa.yaml consists of keys such as organisation, standards and controls; this is a list.',
    ]);
    assert.match(details('just words\n')[0]!, /this is plain text/);
  });

  it('reads the first of several documents', () => {
    const text = '---\nowner: A\n---\nowner: B\n';
    const system = parse(text);
    assert.equal(system.owner?.value, 'A');
    assert.deepEqual(
      system.problems.map(({ span, detail }) => [span.start, detail]),
      [[text.lastIndexOf('---'), 'A second document begins here; only the first one is read.']],
    );
  });

  it('reports unknown keys with the nearest known one', () => {
    assert.deepEqual(details('organisaton: X\n'), [
      '“organisaton” is not a key of soa.yaml. Did you mean “organisation”?',
    ]);
    assert.deepEqual(details('90001:A.5.1: no\n'), [
      '“90001:A.5.1” is not a key of soa.yaml. If it is a control, indent it below “controls:”.',
    ]);
    assert.deepEqual(details('standards: [90001:2022]\ncontrols: { 90001:A.5.1: { aplicable: yes, colour: red } }\n'), [
      '“aplicable” is not a key of a decision. Did you mean “applicable”?',
      '“colour” is not a key of a decision. It is not read, and left as it is.',
    ]);
    assert.deepEqual(details('OWN-1: { applicable: yes }\n'), [
      '“OWN-1” is not a key of soa.yaml. If it is a control, indent it below “controls:”.',
    ]);
  });

  it('tells of keys of the writer’s own once a file, as an information', () => {
    const text =
      'language: en\nstandards: [90001:2022]\ncontrols:\n  90001:A.5.1: { maturity: 3 }\n  90001:A.5.2: { maturity: 4, risk_owner: COO }\n';
    assert.deepEqual(
      parse(text).problems.map(({ span, severity }) => [text.slice(span.start, span.end), span.start, severity]),
      [
        ['language', 0, 'information'],
        ['maturity', text.indexOf('maturity'), 'information'],
        ['risk_owner', text.indexOf('risk_owner'), 'information'],
      ],
    );
  });

  it('reports invalid values at their place and reads the rest', () => {
    const text =
      'standards: [90001:2022]\nstatus: great\napproved: 2026-02-30\ncontrols:\n  90001:A.5.1:\n    applicable: perhaps\n    status: shiny\n    owner: { status: planned }\n    drivers: [love]\n    decided: yesterday\n    target: soon\n';
    const system = parse(text);
    assert.deepEqual(
      system.problems.map((problem) => [text.slice(problem.span.start, problem.span.end), problem.severity]),
      [
        ['great', 'warning'],
        ['2026-02-30', 'warning'],
        ['perhaps', 'error'],
        ['shiny', 'error'],
        ['{ status: planned }', 'warning'],
        ['love', 'warning'],
        ['yesterday', 'warning'],
        ['soon', 'warning'],
      ],
    );
    assert.equal(system.decisions[0]?.applicable.value, 'undecided');
    assert.equal(system.decisions[0]?.status, null);
    assert.equal(system.status?.value, 'great');
  });

  it('reads lists and mappings of texts where a text is asked', () => {
    const text = `organisation: { name: Tea Ltd, number: "HRB 4711" }
scope: { text: All services, sites: [Leeds, York] }
owner: [CISO]
approved_by:
  - CEO
  - CISO
classification: []
standards: [90001:2022]
controls:
  90001:A.5.1:
    owner: [IT, HR]
    justification: [Asked by the bank., Risk R-1]
`;
    const system = parse(text);
    assert.deepEqual(system.problems, []);
    assert.equal(system.organisation?.value, 'Tea Ltd, HRB 4711');
    assert.equal(system.scope?.value, 'All services, Leeds, York');
    assert.equal(system.owner?.value, 'CISO');
    assert.equal(system.approvedBy?.value, 'CEO, CISO');
    assert.equal(system.classification, null);
    assert.equal(system.decisions[0]?.owner?.value, 'IT, HR');
    assert.equal(system.decisions[0]?.justification?.value, 'Asked by the bank. Risk R-1');
    assert.equal(text.slice(system.owner!.span.start, system.owner!.span.end), '[CISO]');
  });

  it('reads a status in other words and languages, and offers what is only a mark', () => {
    const statusOf = (word: string) => {
      const system = parse(`standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { applicable: yes, status: ${word} }\n`);
      return [system.decisions[0]?.status?.value, ...system.problems.map(({ severity, meant }) => [severity, meant])];
    };
    for (const [word, status] of [
      ['umgesetzt', 'implemented'],
      ['teilweise umgesetzt', 'partial'],
      ['planifié', 'planned'],
      ['no iniciado', 'not-started'],
      ['implementado', 'implemented'],
      ['niet beoordeeld', 'not-assessed'],
      ['fertig', 'implemented'],
      ['erledigt', 'implemented'],
    ] as const)
      assert.deepEqual(statusOf(word), [status, ['information', status]], word);
    for (const [word, status] of [
      ['done', 'implemented'],
      ['todo', 'not-started'],
    ] as const)
      assert.deepEqual(statusOf(word), [status], word);
    assert.deepEqual(statusOf('x'), [undefined, ['error', 'implemented']]);
    const { problems } = parse(
      'standards: [90001:2022]\ncontrols:\n  90001:A.5.1: { applicable: yes, status: shiny }\n',
    );
    assert.match(problems[0]!.detail, /Write not-assessed, not-started, planned, partial or implemented\.$/);
  });

  it('reads status words and dates of one meaning as people write them, and says how we write them', () => {
    const text =
      'status: freigegeben\napproved: 2026-03-01T10:00:00Z\nnext_review: 1 March 2027\nstandards: [90001:2022]\ncontrols:\n  90001:A.5.1: { decided: 01.03.2026, review: 01.03.2026, target: Q4 2026 }\n';
    const system = parse(text);
    assert.deepEqual(
      system.problems.map(({ detail, severity, meant }) => [detail, severity, meant]),
      [
        ['“freigegeben” is read as approved. Write it so for other readers, too.', 'information', 'approved'],
        ['“1 March 2027” is read as 2027-03-01. Write it so for other readers, too.', 'information', '2027-03-01'],
        ['“01.03.2026” is read as 2026-03-01. Write it so for other readers, too.', 'information', '2026-03-01'],
        ['“01.03.2026” is read as 2026-03-01. Write it so for other readers, too.', 'information', '2026-03-01'],
        ['“Q4 2026” is read as 2026-Q4. Write it so for other readers, too.', 'information', '2026-Q4'],
      ],
    );
    const [decision] = system.decisions;
    assert.deepEqual(
      [system.status, system.approved, system.nextReview, decision?.decided, decision?.target].map((one) => one?.value),
      ['approved', '2026-03-01', '2027-03-01', '2026-03-01', '2026-Q4'],
    );
  });

  it('knows a month or quarter where a day is asked, once a file, and a date of two meanings for none', () => {
    const text =
      'next_review: 2027-Q1\nstandards: [90001:2022]\ncontrols:\n  90001:A.5.1: { decided: 2026-02, review: 2027-02-30 }\n  90001:A.5.2: { decided: 2026-02, review: 03/04/2027 }\n';
    const system = parse(text);
    const named = 'names no day, so nothing is checked by it. A day is written 2026-03-31.';
    const wrong = 'is not a date. Write year, month and day: 2026-03-31.';
    assert.deepEqual(
      system.problems.map(({ detail, severity }) => [detail, severity]),
      [
        [`“2027-Q1” ${named}`, 'information'],
        [`“2026-02” ${named}`, 'information'],
        [`“2027-02-30” ${wrong}`, 'warning'],
        [`“03/04/2027” ${wrong}`, 'warning'],
      ],
    );
    assert.equal(system.decisions[1]?.decided?.value, '2026-02');
  });

  it('does not take keys of a decision that stand too deep for a text', () => {
    const slip = 'standards: [90001:2022]\ncontrols:\n  90001:A.5.1:\n    justification:\n      status: planned\n';
    assert.deepEqual(details(slip), ['“justification” takes text.']);
    assert.equal(parse(slip).decisions[0]?.justification, null);
    assert.deepEqual(details('standards: [90001:2022]\nowner: [[[[[[deep]]]]]]\n'), ['“owner” takes text.']);
  });

  it('reports a control that is decided twice, however it is written, and keeps the first decision', () => {
    const text = 'standards: [90001:2022]\ncontrols:\n  90001:A.5.1: yes\n  90001:A 5.1: no\n  90001:A.5.1: no\n';
    const system = parse(text);
    assert.deepEqual(
      system.decisions.map((decision) => decision.applicable.value),
      ['yes'],
    );
    assert.deepEqual(
      system.problems.map((problem) => text.slice(problem.span.start, problem.span.end)),
      ['90001:A 5.1', '90001:A.5.1'],
    );
  });

  it('reports keys and standards that stand there twice', () => {
    assert.deepEqual(details('owner: A\nowner: B\n'), ['“owner” stands here twice; the first one counts.']);
    assert.deepEqual(details('standards: [90001:2022, 90001:2013]\n'), [
      '90001 is listed twice; the first one counts.',
    ]);
    assert.equal(parse('owner: A\nowner: B\n').owner?.value, 'A');
  });

  it('reports standards, editions and roles that do not exist', () => {
    assert.deepEqual(details('standards: { 12345: 2020 }\n'), [
      'The standard 12345 is not in the catalog; its controls cannot be listed.',
    ]);
    assert.deepEqual(details('standards: { 90001: 2021 }\n'), [
      'There is no edition 2021 of 90001 in the catalog. Known: 2022 and 2013.',
    ]);
    assert.match(details('standards: { 90002: { roles: [cook] } }\n')[0]!, /“cook” is not a role/);
    assert.match(details('standards: { 90002: { edition: 2025 } }\n')[0]!, /controller, processor or both/);
  });

  const valid = 'standards: [90001:2022]\norganisation: Tea\ncontrols:\n  90001:A.5.1:\n    applicable: yes\n';
  for (const [name, broken, message] of [
    ['a quote that is not closed', '  90001:A.5.2:\n    justification: "no\n', 'The closing quote is missing.'],
    ['a key without colon', '  90001:A.5.2\n', 'The colon behind this key is missing.'],
    ['a key that has just been begun', '  9\n', 'The colon behind this key is missing.'],
    ['a tab', '  90001:A.5.2:\n\tapplicable: no\n', 'A tab stands at the start of this line; YAML wants spaces there.'],
    [
      'a second colon',
      '  90001:A.5.2:\n    owner: Head: Tea\n',
      'There is a second colon in this line; put the value in quotes.',
    ],
    [
      'a bracket that is not closed',
      '  90001:A.5.2:\n    evidence: [a.md, b.md\n',
      'The closing bracket `]` is missing.',
    ],
    [
      'a reserved character',
      '  90001:A.5.2:\n    owner: @ciso\n',
      'A value cannot begin with this character; put it in quotes.',
    ],
    ['a name that nobody has', '  90001:A.5.2: *no\n', 'Nothing above is named &no.'],
  ] as const) {
    it(`reads everything else in spite of ${name}`, () => {
      const system = parse(`${valid}${broken}  90001:A.6.1:\n    applicable: no\n    owner: Ann\nversion: "3"\n`);
      assert.equal(system.organisation?.value, 'Tea');
      assert.equal(system.version?.value, '3');
      const decisions = new Map(system.decisions.map((decision) => [decision.entryKey, decision]));
      assert.equal(decisions.get('iso90001-2022:A.5.1')?.applicable.value, 'yes');
      assert.equal(decisions.get('iso90001-2022:A.6.1')?.owner?.value, 'Ann');
      assert.deepEqual([...new Set(system.problems.map((problem) => problem.detail))], [message]);
    });
  }

  it('blames a tab once in each decision, at the first line that it indents', () => {
    const tabs = (entries: string) => {
      const text = `${valid}${entries}`;
      return parse(text).problems.map(({ span, detail }) => [
        text.slice(0, span.start).split('\n').length,
        text.slice(span.start, span.end),
        detail,
      ]);
    };
    const message = 'A tab stands at the start of this line; YAML wants spaces there.';
    assert.deepEqual(tabs('\t90001:A.5.2:\n    applicable: true\n    owner: Ann\n'), [[6, '\t', message]]);
    assert.deepEqual(tabs('\tstatus: planned\n'), [[6, '\t', message]]);
    assert.deepEqual(tabs('\tstatus: planned\n\towner: Ann\n  90001:A.5.2:\n    applicable: no\n\t\towner: Bob\n'), [
      [6, '\t', message],
      [10, '\t\t', message],
    ]);
    assert.deepEqual(tabs('    evidence: [a.md,\n\tb.md]\n    owner: Ann\n'), [[7, '\t', message]]);
    assert.deepEqual(tabs('    owner: "a\n      \tb"\n'), [], 'inside a text that goes on, a tab is no mistake');
    assert.deepEqual(tabs('    owner: Ann\n\t# a remark\n'), []);
  });

  it('gives every prefix of a file the decisions that are complete in it', () => {
    const system = parse(whole);
    const second = system.decisions[1]!;
    for (let length = 0; length <= whole.length; length++) {
      const prefix = parse(whole.slice(0, length));
      if (length > second.keySpan.end + 1) {
        assert.equal(prefix.decisions[0]?.notes?.value, 'Earl Grey.', `length ${length}`);
      }
      for (const problem of prefix.problems) {
        assert.ok(problem.span.start >= 0 && problem.span.end <= length, `problem outside the text at ${length}`);
      }
    }
  });
});

describe('parseSoa on hostile texts', () => {
  it('refuses deep nesting in every form', () => {
    const deep = [
      '['.repeat(100_000),
      '{a: '.repeat(100_000),
      '- '.repeat(100_000),
      '? '.repeat(100_000),
      Array.from({ length: 400 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''),
    ];
    for (const text of deep) assert.match(details(text)[0]!, /nested more than 200 levels/);
    const harmless = `${'[a](b) '.repeat(500)}`;
    assert.deepEqual(details(`scope: "${harmless}"\n`), []);
  });

  it('refuses huge files, by their length and by what has to be told apart in them', () => {
    const tooLong =
      /^The file is too long to be read: it has more than 1,000,000 characters, or more than 80,000 marks/;
    for (const text of [
      'a'.repeat(1_000_001),
      '\n'.repeat(80_001),
      `a: [${'a,'.repeat(80_000)}]`,
      `"${"''".repeat(5)}`,
    ])
      assert.equal(tooLong.test(details(text)[0]!), text.length > 20, text.slice(0, 20));
    assert.deepEqual(details(`scope: "${'All kettles '.repeat(80_000)}"\n`), []);
  });

  it('reads a thousand decisions with all there is to say of them', () => {
    const decisions = Array.from({ length: 1000 }, (_, at) =>
      whole.slice(whole.indexOf('  90001:A.5.1:'), whole.indexOf('  90001:A.5.10')).replace('A.5.1', `A.77.${at}`),
    );
    const system = parse(`standards: { 90001: 2022 }\ncontrols:\n${decisions.join('')}`);
    assert.equal(system.decisions.length, 1000);
    assert.deepEqual(system.problems, []);
  });

  it('leaves out an entry that is too long, says where, and reads the others', () => {
    const list = `notes: [${'a,'.repeat(40_000)}a]\n`;
    for (const text of [
      `version: 3\n${list}owner: Tea\ncontrols:\n  90001:A.5.1: no\n`,
      `version: 3\ncontrols:\n  90001:A.5.1: no\n${list}owner: Tea\n`,
    ]) {
      const { owner, version, decisions, problems } = parse(text);
      assert.deepEqual([owner?.value, version?.value, decisions.length], ['Tea', '3', 1]);
      const [problem] = problems.filter(({ severity }) => severity === 'error');
      assert.match(problem!.detail, /^What begins here is too long to be read: it has more than 40,000 marks/);
      assert.equal(problem!.span.start, text.indexOf('notes'));
    }
  });

  it('reads the first five thousand decisions, controls of its own and keys, and says where it ends', () => {
    const many = Array.from({ length: 5002 }, (_, at) => `  X-${at}: {}\n`).join('');
    const controls = parse(`controls:\n${many}`);
    const additional = parse(`additional:\n${many}`);
    assert.deepEqual([controls.decisions.length, additional.additional?.length], [5000, 5000]);
    const keys = parse(`owner: Tea\nz: "\n${many.replaceAll(/^ +/gm, '')}version: 3\n`);
    assert.deepEqual([keys.owner?.value, keys.version], ['Tea', null]);
    for (const [text, { problems }] of [
      [`controls:\n${many}`, controls] as const,
      [`additional:\n${many}`, additional] as const,
    ]) {
      const ends = problems.filter(({ detail }) => /^There are more than 5,000 entries; from here on/.test(detail));
      assert.deepEqual(
        ends.map(({ span }) => span.start),
        [text.indexOf('X-5000')],
      );
    }
  });

  it('says of everything that is over a limit what to do, which helps', () => {
    const dividing =
      /Move long texts into documents that the decisions name\..*give that folder a soa\.yaml of its own\.$/;
    const decision = (at: number) => `90001:A.77.${at}: { applicable: yes, notes: "a, b, c, d, e, f, g, h" }`;
    const decisions = Array.from({ length: 3500 }, (_, at) => decision(at));
    assert.match(details('\n'.repeat(80_001))[0]!, dividing);
    assert.match(details('['.repeat(300))[0]!, /is a bracket not closed, or does this not belong here\?$/);
    const many = Array.from({ length: 5002 }, (_, at) => `  X-${at}: {}\n`).join('');
    assert.ok(details(`controls:\n${many}`).some((detail) => dividing.test(detail)));
    const head = 'standards: { 90001: 2022 }\n';
    const inBraces = parse(`${head}controls: { ${decisions.join(', ')} }\n`);
    assert.equal(inBraces.decisions.length, 0);
    assert.match(inBraces.problems[0]!.detail, /give each control a line of its own instead of braces\.$/);
    const inLines = parse(`${head}controls:\n${decisions.map((each) => `  ${each}\n`).join('')}`);
    assert.deepEqual([inLines.decisions.length, inLines.problems], [3500, []]);
    const folders = Array.from({ length: 1001 }, (_, at) => `f/${at}`).join(', ');
    const [left] = parse(`folders: [${folders}]\n`).problems;
    assert.match(left!.detail, /Name the folders above them: everything below a folder belongs to it\.$/);
  });

  it('covers a thousand folders at most', () => {
    const system = parse(`folders: [${Array.from({ length: 1500 }, (_, at) => `f${at}`).join(', ')}]\n`);
    assert.equal(system.folders?.length, 1000);
    assert.ok(system.problems.some(({ detail }) => /^More than 1,000 folders cannot be named/.test(detail)));
  });

  it('stops at too many mistakes and still has what stands before them', () => {
    for (const junk of ['[]', 'a: "\n', '\ta: b\n', 'a: b: c\n', '"" ', 'x\n', '? ', '--- a\n', '%x\n']) {
      const system = parse(`organisation: Tea\nversion: "1"\n${junk.repeat(15_000)}`);
      assert.ok(system.problems.length > 0 && system.problems.length <= 200, junk);
      if (junk.endsWith('\n')) assert.equal(system.organisation?.value, 'Tea', junk);
    }
  });

  it('survives aliases that multiply or bite their tail', () => {
    let bomb = 'a0: &a0 [x, x]\n';
    for (let i = 1; i < 60; i++) bomb += `a${i}: &a${i} [*a${i - 1}, *a${i - 1}]\n`;
    const system = parse(`${bomb}standards: *a59\ncontrols:\n  90001:A.5.1: { evidence: *a59 }\n`);
    assert.equal(system.decisions.length, 1);
    assert.ok(parse('standards: &a [*a, *a]\ncontrols: &b { 90001:A.5.1: *b }\n').problems.length > 0);
  });

  it('reads whatever a file is turned into', () => {
    const junk = fc.oneof(
      fc.constantFrom(...'"\'{}[]:-?#&*!|>%@`,\t\n\r', '\uFEFF', '😀', '---\n', ': ', '  '),
      fc.string(),
    );
    const edit = fc.tuple(fc.nat(whole.length), fc.nat(40), junk);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
        let text = whole;
        for (const [at, length, insert] of edits) text = text.slice(0, at) + insert + text.slice(at + length);
        const system = parse(text);
        const spans = [...system.problems, ...system.decisions, ...system.standards].map(({ span }) => span);
        for (const { start, end } of spans) assert.ok(0 <= start && start <= end && end <= text.length);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('knows no code, types or prototypes', () => {
    const text = 'owner: !!js/function "function () { throw 1 }"\n__proto__: { polluted: true }\nconstructor: x\n';
    const system = parse(text);
    assert.equal(system.owner?.value, 'function () { throw 1 }');
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
    assert.equal(system.problems.length, 3);
  });
});
