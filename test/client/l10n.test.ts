import assert from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { literalsOf, untranslatedStrings } from '../../scripts/l10n/sourceStrings.mjs';
import {
  dictionaryFiles,
  languages,
  readDictionary,
  serverSources,
  serverTexts,
  sourceTexts,
  translate,
  translatedSources,
} from '../../scripts/l10n/translations.mjs';
import { allRules } from '../../server/src/core/rules/all.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readJson = (path: string): Record<string, string> => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

const manifestTexts = Object.values(readJson('package.nls.json'));
const texts = [...new Set([...manifestTexts, ...sourceTexts(), ...serverTexts()])];

/** What is a name, a format or a word between programs, and the same in every language. */
const sameEverywhere = new RegExp(
  [
    'Clausemark(?:: )?|NIST OSCAL [\\d.]+|GDPR Art\\. 32|Amd 1:2024|not running',
    // HTML, policies, selectors and lists of classes.
    '["><][\\s\\S]*|default-src [\\s\\S]*|(?:(?:input|button|a|select|textarea|label)(?:, |$))+',
    '(?:secondary|choice|link|muted|fate|facts|view|part|foot-line|editor|number|coverage|figures|choices|notice|icon|field|flow-\\w+|shade|state|row)(?: [a-z0-9-]+)+',
    // Names of keys.
    'Escape|Enter|Home|End|Arrow\\w+|Page\\w+|Alt\\+[\\w↑↓]+|Tab|Space',
  ]
    .map((part) => `^(?:${part})$`)
    .join('|'),
);

/** Files of the server whose words are no words of the editor, each with the reason. */
const staysEnglish = new RegExp(
  [
    // The command line, and what it prints for people who write rules.
    'node/cli/|core/rules/docsIndex|node/server\\.ts',
    // The statement as a record has one language, whoever exports it; and so has what is written into files.
    'exports/|core/soa/render/|core/soa/words\\.ts|core/soa/firstSystem|core/soa/import/writeSystem|core/documentTypes/defaultTypes|core/edits/soa/write\\.ts',
    // Words of many languages that are looked for in texts and tables.
    'core/references/|core/language\\.ts|core/field(?:Tables|Words)|core/rules/support/(?:fields|askedWords|toldWords|usage|usageWords|passage|standing|lawSentence|lawSubject|toldTitle|titleBeside)|core/dates/writtenDates|core/soa/import/(?:cellWords|headers|listCells|recordTables|titles)|core/markdown/leafStarts|core/soa/yaml/messages',
    // The catalog as we ship it.
    'core/catalog/(?:compile|decode|provisions)',
    // The log, and names of programs and folders.
    'lsp/(?:clientHost|folderKeeper|language|openTexts|server)\\.ts|node/(?:arguments|host|input|helperPool|indexStorage|chromium)\\.ts|workspace/(?:workspace|helpers|reporting)\\.ts',
  ]
    .map((part) => `^server/src/(?:${part})`)
    .join('|'),
);

/** Titles of rules are shown by the settings page, which has them translated, and by no message. */
const shownElsewhere = /^server\/src\/core\/rules\/[\w-]+\.ts/;
const isTitleOfRule = (text: string) => allRules().some(({ title }) => title === text);

/** What looks like words and is a pattern, HTML, an example of YAML, a name in our code, or goes into a file. */
const noWords = new RegExp(
  [
    // Stock phrases that say nothing, and words that tell of the past (rules).
    'n a\\|na\\|nil[\\s\\S]*|not \\(\\?:applicable[\\s\\S]*|no\\|does not apply[\\s\\S]*|no aplica[\\s\\S]*|until since withdrawn[\\s\\S]*|article articles drafts[\\s\\S]*',
    'in scope|Title |Annex|header standards|Clausemark |See \\[|- \\{ version: "1.0"[\\s\\S]*',
    '\\nbody \\{[\\s\\S]*|<!doctype html>[\\s\\S]*|">\\n<head>[\\s\\S]*',
    // The notes of an imported control and the source of a mapping.
    'Source: |another row|Column |no source named',
  ]
    .map((part) => `^(?:${part})$`)
    .join('|'),
);

/** Places of `{0}`, links and commands, which a translation must keep. */
function fixedParts(text: string): string[] {
  return [...text.matchAll(/\{\d+\}|\]\([^)]*\)|`[^`]*`|\$\([\w-]+\)/g)].map(([part]) => part).sort();
}

describe('Translations', () => {
  it('know every text that users read (else add it to scripts/l10n/LANGUAGE.json)', () => {
    for (const language of languages) {
      const dictionary = readDictionary(language);
      assert.deepEqual(
        texts.filter((text) => !translate(text, language, dictionary)?.trim()),
        [],
        language,
      );
    }
  });

  it('have no entry that nobody uses', () => {
    for (const language of languages) {
      const dictionary = readDictionary(language);
      const used = new Set<string>();
      for (const text of texts) translate(text, language, dictionary, used);
      assert.deepEqual(
        Object.keys(dictionary).filter((text) => !used.has(text)),
        [],
        language,
      );
    }
  });

  it('stand in one file each', () => {
    for (const language of languages) {
      const [first, second] = dictionaryFiles(language).map((file) => Object.keys(readJson(file)));
      assert.deepEqual(
        first!.filter((text) => second!.includes(text)),
        [],
      );
    }
  });

  it('keep placeholders, links and code as they are', () => {
    for (const language of languages) {
      const dictionary = readDictionary(language);
      for (const text of texts) {
        const translated = translate(text, language, dictionary);
        // Words in backticks that are no code but an example of it may be translated.
        const keep = (part: string) => part !== '`inline code`' && part !== '`Code im Text`';
        if (translated) assert.deepEqual(fixedParts(translated).filter(keep), fixedParts(text).filter(keep), text);
      }
    }
  });

  it('leave the numbers of standards and controls as the catalog has them', () => {
    const numbers = (text: string) =>
      [...text.matchAll(/\b27\d{3}\b|\b42001\b|\bA\.\d+(?:\.\d+)*/g)].map(([id]) => id).sort();
    for (const language of languages) {
      const dictionary = readDictionary(language);
      for (const text of texts)
        assert.deepEqual(numbers(translate(text, language, dictionary) ?? text), numbers(text), text);
    }
  });

  it('are in the files that VS Code reads (else run: node scripts/manifest.mjs)', () => {
    const names = Object.keys(readJson('package.nls.json')).sort();
    const manifest = readFileSync(`${root}package.json`, 'utf8');
    const asked = [...new Set([...manifest.matchAll(/"%([^%"]+)%"/g)].map((match) => match[1]!))].sort();
    assert.deepEqual(asked, names);
    assert.deepEqual(Object.keys(readJson('l10n/bundle.l10n.json')).sort(), sourceTexts().sort());
    for (const language of languages) {
      assert.deepEqual(Object.keys(readJson(`package.nls.${language}.json`)).sort(), names);
      assert.deepEqual(Object.keys(readJson(`l10n/bundle.l10n.${language}.json`)).sort(), sourceTexts().sort());
      assert.deepEqual(Object.keys(readJson(`l10n/server.l10n.${language}.json`)).sort(), serverTexts().sort());
    }
  });
});

describe('The pseudo-locale', () => {
  it('finds no text for users that is left in the code of extension and panes', () => {
    const left = untranslatedStrings(root, translatedSources).filter(({ text }) => !sameEverywhere.test(text));
    assert.deepEqual(
      left.map(({ place, text }) => `${place} ${text}`),
      [],
    );
  });

  it('finds none in the code of the server, except in what stays English', () => {
    const left = untranslatedStrings(root, serverSources).filter(
      ({ place, text }) =>
        !staysEnglish.test(place) && !(shownElsewhere.test(place) && isTitleOfRule(text)) && !noWords.test(text),
    );
    assert.deepEqual(
      left.map(({ place, text }) => `${place} ${text}`),
      [],
    );
  });

  it('is seen through: what is translated, logged or imported is left alone, and nothing else is', () => {
    const source = `
      import { x } from './some file.js';
      // A comment's quote
      const a = l10n.t('One text');
      output.error(\`For the \${who} log\`);
      show('Left in code', /it's/, \`and \${count} more words\`);
      throw new Error('Never seen by users');
    `;
    assert.deepEqual(
      literalsOf(source).map(({ text }) => text),
      ['./some file.js', 'One text', 'For the ', ' log', 'Left in code', 'and ', ' more words', 'Never seen by users'],
    );
  });

  it('has a folder of sources for each bundle', () => {
    for (const folder of [...translatedSources, ...serverSources]) assert.ok(existsSync(`${root}${folder}`), folder);
  });
});
