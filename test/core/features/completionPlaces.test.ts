/** Completion of ids looks at the place: what is written there is offered as it would be read, and only where it is read. */
import assert from 'node:assert/strict';
import { parseDocument, resolveDocument } from '../../../server/src/core/parse.js';
import { applyEdits } from '../../support/applyEdits.js';
import { checkCompletion, completionsAt, type Marked, shownLabels } from '../../support/checkFeatures.js';
import { makeSnapshot, takeCursorOf } from '../../support/workspace.js';

const both = 'standards:\n  99001: { edition: 2020 }\n  99042: { edition: 2023 }\n';
const house = 'standards:\n  99001: { edition: 2020 }\n';

function files(text: string, soa = both): Marked & object {
  return { 'soa.yaml': soa, 'policy.md': text } as Marked & object;
}

/** The labels of the offers, with the standard that they are offered as. */
function offers(text: string, soa = both): [label: string, standard: string][] {
  return completionsAt(files(text, soa)).map(({ label, detail }) => [label, detail!.split(' ')[0]!]);
}

/** As what the reader takes the offer of that label, once it stands in the text. */
function readingOf(text: string, label: string, standard: string): string {
  const { files: plain, path } = takeCursorOf(files(text) as Record<string, string>);
  const one = completionsAt(files(text)).find((item) => item.label === label && item.detail!.startsWith(standard))!;
  const snapshot = makeSnapshot(plain);
  const after = applyEdits(plain[path]!, [one]);
  const document = resolveDocument(parseDocument(path, after, snapshot), snapshot.scopeFor!(path), snapshot);
  const last = one.span.start + one.newText.length - 1;
  const found = document.references.find(({ span }) => span.start <= last && span.end > last);
  return found ? `${found.standard}:${found.edition}` : 'nothing';
}

describe('completion of a bare id', () => {
  const places = {
    'a title': '# Policy for ISO/IEC 99001\n\nWe lock as A.$0\n',
    'a heading': '# Policy\n\n## ISO/IEC 99042\n\nWe lock as A.5.$0\n',
    'the front matter': '---\nstandard: ISO/IEC 99042\n---\n# Policy\n\nWe lock as A.5.$0\n',
    'the column of a table': '# Policy\n\n| ISO 99001 | ISO 99042 |\n|---|---|\n| A.5.1 | A.5.$0 |\n',
    'the line': '# Policy for ISO/IEC 99001\n\nISO/IEC 99042:2023 has A.5.$0\n',
    'an older edition': '# Policy\n\nISO/IEC 99001:2010 had A.9.$0\n',
  };
  for (const [name, text] of Object.entries(places)) {
    it(`begins with the standard of the place, known by ${name}, and is read as that`, () => {
      const bare = offers(text).filter(([label]) => label.startsWith('A.'));
      const [, standard] = bare[0]!;
      assert.equal(standard, offers(text)[0]![1], 'first in the list');
      assert.deepEqual([...new Set(bare.map(([, one]) => one))], [standard], 'no other standard without its name');
      for (const [label] of bare) assert.equal(readingOf(text, label, standard), standard, label);
    });
  }

  it('is that of the heading, and others have their name', () => {
    const found = offers(places['a heading']).map(([label]) => label);
    assert.equal(found[0], 'A.5.2');
    assert.ok(found.includes('ISO/IEC 99001:2020 A.5.2') && !found.includes('ISO/IEC 99042:2023 A.5.2'));
    const first = offers(places['a title']).map(([label]) => label);
    assert.equal(first[0], 'A.5.1');
    assert.ok(first.includes('A.5.2') && first.includes('ISO/IEC 99042:2023 A.5.2'));
  });

  it('needs no name where one standard is in scope', () => {
    assert.ok(shownLabels(files('# Policy\n\nWe lock as A.5.$0\n', house)).includes('A.5.2'));
  });

  it('is of the edition in scope where the line names none, though an older one has more numbers', () => {
    const found = offers('# House\n\nSee ISO/IEC 99001 A.$05.1 now\n');
    assert.deepEqual([...new Set(found.map(([, standard]) => standard))], ['99001:2020']);
  });

  it('is of another edition where the line names that', () => {
    assert.deepEqual(offers(places['an older edition'])[0], ['A.9.1.1', '99001:2010']);
  });
});

describe('completion where ids are not read', () => {
  it('offers none in code, inline code, the target of a link, or behind other standards', () => {
    for (const text of [
      '```\nA.5.$0\n```\n',
      '```\n99001:A.5.$0\n```\n',
      '```\nISO/IEC 99001 clause 5.$0\n```\n',
      '```\n<!-- controls: 99001:A.5.$0 -->\n```\n',
      '    A.5.$0\n',
      'See `A.5.$0` there.\n',
      'See [the rules](A.5.$0) there.\n',
      'ISO 22301 clause 5.$0\n',
    ]) {
      assert.deepEqual(offers(`# Policy for ISO/IEC 99001\n\n${text}`), [], text);
    }
  });

  it('offers them in inline code where the settings say that it is read, and in the text of a link', () => {
    const inCode = files('# Policy for ISO/IEC 99001\n\nSee `A.5.$0` there.\n');
    assert.ok(shownLabels(inCode, { settings: { inlineCode: true } }).includes('A.5.2'));
    assert.ok(shownLabels(files('# Policy for ISO/IEC 99001\n\nSee [A.5.$0](rules.md).\n')).includes('A.5.2'));
  });

  it('offers them in a comment that is not closed yet', () => {
    const text = (comment: string) => files(`# House\n\n${comment}\n\n<!-- controls: 99001:A.5.3 -->\n`);
    assert.ok(shownLabels(text('<!-- controls: 99001:A.5.$0')).includes('99001:A.5.2'));
    assert.ok(shownLabels(text('<!-- controls: 99001:A.5.$0 -->')).includes('99001:A.5.2'));
  });
});

describe('completion of what stands on both sides of the cursor', () => {
  const check = (label: string, line: string, after: string) =>
    checkCompletion(label, files(`# House\n\n${line}\n`), `# House\n\n${after}\n`);

  it('replaces an id behind the colon of its standard', () => {
    check('99001:A.6.2', 'See 99001:$0A.5.1 now', 'See 99001:A.6.2 now');
    check('99001:A.6.2', 'See 99001:A$0.5.1 now', 'See 99001:A.6.2 now');
    check('99001:A.6.2', 'See 99001:A.5.$01 now', 'See 99001:A.6.2 now');
  });

  it('keeps the letter of an item behind the number', () => {
    check('6.1.3', 'See ISO/IEC 99001 clause 6.1.3$0c)', 'See ISO/IEC 99001 clause 6.1.3c)');
  });

  it('keeps the words and the full stop that follow', () => {
    check('99001:A.6.2', 'See 99001:A.6.$0. Then', 'See 99001:A.6.2. Then');
    check('A.6.2', 'See ISO/IEC 99001 A.6.$0.', 'See ISO/IEC 99001 A.6.2.');
  });
});

describe('completion of clauses in running text', () => {
  it('knows the words and marks that cite beside a standard, and lists and ranges', () => {
    for (const line of [
      'ISO/IEC 99001:2020 § 5.$0',
      'ISO/IEC 99001:2020 §5.$0',
      'ISO/IEC 99001:2020 section 5.$0',
      'Nach ISO/IEC 99001:2020 Abschnitt 5.$0',
      'ISO/IEC 99001:2020 clauses 4.1 and 5.$0',
      'ISO/IEC 99001:2020 clauses 4.1, 9.2 and 5.$0',
      'ISO/IEC 99001:2020 clauses 4.1 to 5.$0',
      'ISO/IEC 99001:2020 clauses 4–$0',
      'ISO/IEC 99001 clause $0',
      'ISO/IEC 99001:2020, Abschnitte 4.1 und 5.$0',
      'ISO/IEC 99001:2020, chapitres 4.1 et 5.$0',
    ]) {
      const found = offers(`# House\n\n${line}\n`);
      assert.ok(
        found.some(([label]) => label === '5.2'),
        line,
      );
      assert.deepEqual([...new Set(found.map(([, standard]) => standard))], ['99001:2020'], line);
    }
  });

  it('offers those of the standard of the place alone, which the bare number would mean', () => {
    const found = offers('# House\n\n## ISO/IEC 99042\n\nSee clause 5.$0\n');
    assert.ok(found.length > 0 && found.every(([, standard]) => standard === '99042:2023'));
  });

  it('is silent where such a word means a part of the document', () => {
    for (const line of [
      'See section 5.$0',
      'See § 5.$0',
      'This point $0',
      'ISO/IEC 99001:2020 section $0',
      'It is 5.$0',
    ]) {
      assert.deepEqual(offers(`# House\n\n${line}\n`), [], line);
    }
  });
});

describe('completion of tags in parts', () => {
  const front = (value: string) => `---\ncontrols: ${value}\n---\n# House\n`;
  const check = (label: string, before: string, after: string) => {
    checkCompletion(label, files(front(before)), front(after));
    // A comment has no brackets; the rest is the same.
    const comment = (value: string) => `# House\n<!-- controls: ${value.replace(/[[\]"]/g, '')} -->\n`;
    checkCompletion(label, files(comment(before)), comment(after));
  };

  it('replaces the end of a range alone, by ids behind its beginning', () => {
    check('A.5.3', '[99001:A.5.2-A.5.$0]', '[99001:A.5.2-A.5.3]');
    check('A.5.3', '[99001:A.5.2–$0, 99001:A.6.1]', '[99001:A.5.2–A.5.3, 99001:A.6.1]');
    check('A.5.3', '[99001:A.5.2 to A.5.$0]', '[99001:A.5.2 to A.5.3]');
    check('A.5.3', '[99001:A.5.2-5.$0]', '[99001:A.5.2-A.5.3]');
    check('5.3', '["5.2-5.$0"]', '["5.2-5.3"]');
    const labels = shownLabels(files(front('[99001:A.5.2-A.$0]')));
    assert.ok(labels.includes('A.6.1') && !labels.includes('A.5.1') && !labels.includes('A.5.2'));
    assert.ok(!labels.includes('A.7.2'), 'the other standard has no part in it');
  });

  it('replaces the last of several tags that are parted by blanks', () => {
    check('99001:A.5.3', '99001:A.5.2 99001:A.5.$0', '99001:A.5.2 99001:A.5.3');
    check('99001:A.5.3', '99001:A.5.2 99001:A.5.$0 99001:A.6.1', '99001:A.5.2 99001:A.5.3 99001:A.6.1');
    checkCompletion('99001:A.5.2', files(front('[keys and lo$0]')), front('[99001:A.5.2]'));
  });

  it('offers the ids of an edition that the tag names', () => {
    check('99001:2010:A.9.1.2', '[99001:2010:A.9.$0]', '[99001:2010:A.9.1.2]');
    check('99001:2020:A.5.2', '[99001:2020:A.5.$0]', '[99001:2020:A.5.2]');
    assert.ok(shownLabels(files(front('[99001:2010:$0]'))).every((label) => label.startsWith('99001:2010:A.')));
    assert.deepEqual(offers(front('[99001:1999:A.$0]')), []);
    checkCompletion(
      '99001:2010:A.9.1.2',
      files('# House\n\nOnce 99001:2010:A.9.$0 held.\n'),
      '# House\n\nOnce 99001:2010:A.9.1.2 held.\n',
    );
  });
});

describe('completion in front matter written as JSON', () => {
  it('offers no keys of YAML in it', () => {
    for (const text of ['{"id": "x", "ow$0"}', '{"id": "x", "owner": "$0"}', '{\n"id": "x",\n"ow$0"\n}']) {
      assert.deepEqual(completionsAt(`---\n${text}\n---\n# House\n`), [], text);
    }
  });
});
