/** In a pseudo-language everything that the rules and features say is looked through for words left in the code. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { migrateAll } from '../../server/src/core/edits/migrateAll.js';
import { countsOf, migrationReport } from '../../server/src/core/edits/migration/report.js';
import { editSoa } from '../../server/src/core/edits/soa/editSoa.js';
import { chainAt, chainBackwards, chainOnwards } from '../../server/src/core/features/callHierarchy.js';
import { codeLenses, describeLens } from '../../server/src/core/features/codeLenses.js';
import { completion } from '../../server/src/core/features/completion.js';
import { type DocumentSymbol, documentSymbols } from '../../server/src/core/features/documentSymbols.js';
import { hover } from '../../server/src/core/features/hover.js';
import { refactorings } from '../../server/src/core/features/refactorings.js';
import { silenceFixes, silenceSystemFixes } from '../../server/src/core/features/silence.js';
import { workspaceSymbols } from '../../server/src/core/features/workspaceSymbols.js';
import { speak, t } from '../../server/src/core/l10n.js';
import { allRules } from '../../server/src/core/rules/all.js';
import type { Snapshot } from '../../server/src/core/snapshot.js';
import { buildClauseMatrix } from '../../server/src/core/soa/clauseMatrix.js';
import { compareStatements } from '../../server/src/core/soa/compare/compareStatements.js';
import { renderDiff } from '../../server/src/core/soa/compare/renderDiff.js';
import {
  decisionKeys,
  evidenceKeys,
  headerKeys,
  historyKeys,
  releaseKeys,
} from '../../server/src/core/soa/fieldNames.js';
import { importStatement } from '../../server/src/core/soa/import/importStatement.js';
import { markdownSheets } from '../../server/src/core/soa/import/markdownSheets.js';
import { prepareImport } from '../../server/src/core/soa/import/prepareImport.js';
import { importReportMarkdown, importReportText } from '../../server/src/core/soa/import/report.js';
import { buildSoaModel } from '../../server/src/core/soa/model.js';
import { planRelease } from '../../server/src/core/soa/release/planRelease.js';
import { parseSettings } from '../../server/src/workspace/settings.js';
import { allFindings } from '../support/checkRules.js';
import { dataOf, plainWords, speakPseudoLanguage } from '../support/pseudoLocale.js';
import { catalogOfProject } from '../support/realCatalog.js';
import { exampleOf } from '../support/ruleExamples.js';
import { type Files, makeSnapshot } from '../support/workspace.js';

const root = new URL('../../', import.meta.url);
const catalog = catalogOfProject();

function lindenhof(change: (text: string) => string = (text) => text): Files {
  const folder = new URL('examples/lindenhof/', root);
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /\.(?:md|yaml)$/.test(path),
  );
  return Object.fromEntries(
    paths.map((path) => {
      const text = readFileSync(new URL(path, folder), 'utf8');
      return [path, path === 'soa.yaml' ? change(text) : text];
    }),
  );
}

/** Words that are the same in every language: codes of rules, keys and values of our files, examples in them. */
const ownWords = [
  ...allRules().map(({ code }) => code),
  ...[headerKeys, decisionKeys, evidenceKeys, historyKeys, releaseKeys].flatMap((keys) => Object.values(keys).flat()),
  ...['edition', 'roles', 'amendments'],
  'soa.yaml',
  'clausemark migrate',
  // What an example writes where true, false or undecided belongs.
  'perhaps',
];

function leaksIn(
  said: readonly (readonly [where: string, text: string])[],
  isData: (words: string) => boolean,
): string[] {
  return [
    ...new Set(
      said.flatMap(([where, text]) =>
        plainWords(text, isData).map((words) => `${where}: “${words}” in ${text.slice(0, 200)}`),
      ),
    ),
  ];
}

describe('The pseudo-language', () => {
  before(speakPseudoLanguage);
  after(() => speak('en', null));

  it('finds every word of the findings and fixes on the pages of the rules', () => {
    const leaks = allRules().flatMap(({ code }) => {
      const page = readFileSync(new URL(`docs/rules/${code}.md`, root), 'utf8');
      const snapshot = makeSnapshot(exampleOf(page, 'Breaks the rule'), { catalog, today: '2026-11-21' });
      const said = allFindings(snapshot).flatMap((finding) => {
        const document = snapshot.documents.get(finding.path);
        const system = snapshot.systems.find(({ path }) => path === finding.path);
        const text = snapshot.textOf(finding.path)!;
        const silencing = document
          ? silenceFixes(finding, document, text, snapshot)
          : system
            ? silenceSystemFixes(finding, system, text)
            : [];
        return [
          [finding.code, finding.message] as const,
          ...[...(finding.fixes ?? []), ...silencing].map(({ title }) => [`fix of ${finding.code}`, title] as const),
          ...(finding.related ?? []).map(({ message }) => [`place of ${finding.code}`, message] as const),
        ];
      });
      return leaksIn(said, dataOf([snapshot], ownWords));
    });
    assert.deepEqual(leaks, []);
  });

  const example = () => {
    const snapshot = makeSnapshot(
      // A few mistakes, so that there is more to say.
      lindenhof((text) =>
        text.replace('applicable: true', 'applicable: false').replace('27001:A.5.3:', '27001:A.5.99:'),
      ),
      { catalog, today: '2027-11-21' },
    );
    return { snapshot, isData: dataOf([snapshot], ownWords) };
  };

  /** Places worth asking about: references, fields and keys of the front matter, headings; decisions and keys of soa.yaml. */
  const placesIn = (snapshot: Snapshot): [path: string, offset: number][] => [
    ...[...snapshot.documents.values()]
      .slice(0, 12)
      .flatMap((document) =>
        [
          ...document.references.map(({ span }) => span),
          ...document.fields.flatMap(({ span, keySpan }) => [span, keySpan]),
          ...(document.frontMatter?.keys ?? []).map(({ span }) => span),
          ...document.headings.map(({ span }) => span),
        ].map((span): [string, number] => [document.path, span.start + 1]),
      ),
    ...snapshot.systems.flatMap((system) => {
      const text = snapshot.textOf(system.path)!;
      const keys = [...text.slice(0, 6000).matchAll(/\w+(?=:)/g)].map(({ index }) => index + 1);
      return [...keys, ...system.standards.map(({ span }) => span.start)].map((at): [string, number] => [
        system.path,
        at,
      ]);
    }),
  ];

  it('finds every word of hovers, refactorings, symbols, lenses and the call hierarchy', () => {
    const { snapshot, isData } = example();
    const said: [string, string][] = [];
    const details = (symbols: readonly DocumentSymbol[]) => {
      for (const { name, detail, children } of symbols) {
        said.push(['symbol', name], ['detail of a symbol', detail]);
        details(children);
      }
    };
    for (const [path, offset] of placesIn(snapshot)) {
      said.push(['hover', hover(snapshot, path, offset)?.markdown ?? '']);
      for (const { title } of refactorings(snapshot, path, { start: offset, end: offset }, false))
        said.push(['refactoring', title]);
      for (const item of chainAt(snapshot, path, offset).slice(0, 1)) {
        for (const { item: other } of [...chainOnwards(snapshot, item), ...chainBackwards(snapshot, item)]) {
          said.push(['chain', other.detail]);
        }
      }
    }
    for (const path of [...snapshot.documents.keys(), 'soa.yaml']) {
      details(documentSymbols(snapshot, path));
      for (const { subject } of codeLenses(snapshot, path))
        said.push(['lens', describeLens(snapshot, path, subject)?.title ?? '']);
    }
    for (const { container } of workspaceSymbols(snapshot, 'a')) said.push(['workspace symbol', container]);
    assert.ok(said.length > 2000);
    assert.deepEqual(leaksIn(said, isData), []);
  });

  it('finds every word of completion', () => {
    const asked = [
      ['---\n\n---\n\n# Access\n', 4],
      ['---\nid: \n---\n\n# Access\n', 8],
      ['---\ntitle: \n---\n\n# Access\n', 11],
      ['---\napproved: \n---\n', 14],
      ['---\nnext_review: \n---\n', 17],
      ['---\ncontrols: [27001:A.5.1, 27001:A.5.2]\n---\n', 22],
    ] as const;
    const system = 'standards:\n  27001: { edition: 2022 }\ncontrols:\n  27001:A.5.1:\n    applicable: true\n    \n';
    const said = asked.flatMap(([text, offset]) => {
      const snapshot = makeSnapshot({ 'policy.md': text, 'soa.yaml': system }, { catalog });
      const isData = dataOf([snapshot], ownWords);
      return completion(snapshot, 'policy.md', offset).flatMap(({ detail, documentation }) =>
        leaksIn([['completion', `${detail ?? ''}\n${documentation ?? ''}`]], isData),
      );
    });
    assert.deepEqual(said, []);
  });

  it('finds every word of the statement, of a comparison and of a migration', () => {
    const { snapshot, isData } = example();
    const before = makeSnapshot(lindenhof(), { catalog, today: '2026-11-21' });
    const [model, former] = [snapshot, before].map((one) => buildSoaModel(one.systems[0]!, one));
    const diff = compareStatements(
      { label: '1.0', model: former!, commit: null, date: null },
      { label: '2.0', model: model!, commit: null, date: null },
      catalog,
    );
    assert.ok(diff.controls.length > 1);
    const old = makeSnapshot(
      {
        'policy.md':
          '---\ncontrols: [27001:2013:A.12.6.1]\n---\n\nISO/IEC 27001:2013 A.9.4.2, A.14.2.8, A.18.1 and 6.1.3 d.\n',
      },
      { catalog },
    );
    const [from, to] = ['2013', '2022'].map((edition) => catalog.edition('27001', edition)!);
    const files = migrateAll(old, from!, to!, { documents: ['policy.md'], systems: [] });
    const report = migrationReport({ from: from!, to: to!, isWritten: false, files, counts: countsOf(files) });
    const said: [string, string][] = [
      ...model!.rows.flatMap(({ gaps }) => gaps.map(({ text }): [string, string] => ['gap', text])),
      ...buildClauseMatrix(snapshot.systems[0]!, snapshot).rows.flatMap(({ gaps }) =>
        gaps.map(({ text }): [string, string] => ['gap of a clause', text]),
      ),
      ['comparison', renderDiff(diff, 'markdown')],
      ['migration', report],
    ];
    assert.deepEqual(
      leaksIn(said, (words) => isData(words) || dataOf([old])(words)),
      [],
    );
  });

  it('finds every word of an import and of refused releases and changes', () => {
    const { snapshot, isData } = example();
    const table = `| Control | Applicable | Status | Colour | Decided |
| --- | --- | --- | --- | --- |
| A.5.15 | Yes | rosy | green | 01/02/2026 |
| A.5.99 | No | Done | red | never |
| 8.3 | perhaps | Planned | blue | |

Nothing here is about controls.
`;
    const file = { name: 'old.md', sheets: markdownSheets(table), remarks: [] };
    const imported = importStatement(file, catalog, { standards: [] });
    const system = snapshot.systems[0]!;
    const text = snapshot.textOf('soa.yaml')!;
    const target = { path: 'soa.yaml', text, keepsExisting: true };
    const release = planRelease(text, system, snapshot, { version: '0.1', approvedBy: '', date: 'May', change: '' });
    const change = { kind: 'decision', control: '27001:A.5.1', field: 'drivers', value: 'colour' } as const;
    const { refused } = editSoa(text, [change], { path: 'soa.yaml', catalog, system });
    assert.ok(release.isRefused && refused.length === 1);
    const said: [string, string][] = [
      ['import', importReportMarkdown(prepareImport(imported, target, catalog), catalog)],
      ['import', importReportText(prepareImport(imported, null, catalog), catalog)],
      ...(release.isRefused ? release.reasons : []).map(({ text: reason }): [string, string] => ['release', reason]),
      ...refused.map(({ reason }): [string, string] => ['change', reason]),
    ];
    const cells = new Set(table.split(/[|\s]+/));
    assert.deepEqual(
      leaksIn(
        said,
        (words) =>
          isData(words) ||
          words === 'old.md' ||
          words === 'May' ||
          words.split(/[\s\\]+/).every((word) => word === '' || cells.has(word)),
      ),
      [],
    );
  });

  it('finds every word about settings', () => {
    const wrong = {
      rules: { 'no-rule': 'loud', 'title-mismatch': 'loud' },
      standards: ['a b'],
      colour: 'red',
      codeLens: 'x',
    };
    const { problems } = parseSettings(
      [wrong],
      allRules().map(({ code }) => code),
    );
    assert.equal(problems.length, 5);
    const said = problems.map(({ message }): [string, string] => ['setting', message.replace(/“[^”]*”/g, '')]);
    assert.deepEqual(
      leaksIn(said, (words) => /^[a-z]+(?:[A-Z.][A-Za-z]*)*$/.test(words)),
      [],
    );
  });
});

describe('The check with the pseudo-language', () => {
  it('sees words that were left in the code, also as a value within a translated sentence', () => {
    const { isData } = { isData: dataOf([makeSnapshot({}, { catalog })]) };
    speakPseudoLanguage();
    const mixed = t('No document covers {0}, although its status is {1}.', 'A.5.15 (Access control)', 'left in code');
    const joined = `${t('Nothing changed.')} And more. A.5.15 (Access control)`;
    speak('en', null);
    assert.deepEqual(plainWords(mixed, isData), ['left in code']);
    assert.deepEqual(plainWords(joined, isData), ['And more']);
    assert.deepEqual(plainWords('A.5.15 Access control', isData), []);
  });
});
