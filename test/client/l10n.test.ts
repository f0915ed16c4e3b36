import assert from 'node:assert';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { literalsOf, untranslatedStrings } from '../../scripts/l10n/sourceStrings.mjs';
import {
  languages,
  readDictionary,
  sourceTexts,
  translate,
  translatedSources,
} from '../../scripts/l10n/translations.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const readJson = (path: string): Record<string, string> => JSON.parse(readFileSync(`${root}${path}`, 'utf8'));

const manifestTexts = Object.values(readJson('package.nls.json'));
const texts = [...new Set([...manifestTexts, ...sourceTexts()])];

/** What is a name, a format or a word between programs, and the same in every language. */
const sameEverywhere = new RegExp(
  [
    'Clausemark(?:: )?|NIST OSCAL [\\d.]+|GDPR Art\\. 32|not running',
    // HTML, policies, selectors and lists of classes.
    '["><][\\s\\S]*|default-src [\\s\\S]*|(?:(?:input|button|a|select|textarea|label)(?:, |$))+',
    '(?:secondary|choice|link|muted|number|coverage|figures|choices|notice|icon|field|flow-\\w+|shade|state|row)(?: [a-z0-9-]+)+',
    // Names of keys.
    'Escape|Enter|Home|End|Arrow\\w+|Page\\w+|Alt\\+\\w+|Tab|Space',
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
    for (const folder of translatedSources) assert.ok(existsSync(`${root}${folder}`), folder);
  });
});
