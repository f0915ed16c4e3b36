/**
 * Translations. For each language scripts/l10n/LANGUAGE.json has the English texts of package.json, of the extension and of
 * the panes with their translation, and scripts/l10n/LANGUAGE.server.json what the server says besides; a text stands
 * in one of the two. From them come the two files that VS Code reads and the one that the server reads. Titles of
 * standards are names and stay as the catalog has them.
 */
import { readFileSync } from 'node:fs';
import { projectPath, projectRoot } from '../support/paths.mjs';
import { translatedStrings } from './sourceStrings.mjs';

export const languages = ['de'];

/** Where texts for users are that go through translation. */
export const translatedSources = ['client/src', 'client/webview'];

/** The same of the server, which reads its translations itself: other editors have no VS Code to do it. */
export const serverSources = ['server/src'];

/** `TITLE: SEVERITY by itself. [About this rule](…)`: one for each rule, so it is put together from its parts. */
const ruleText = /^(.*): (\w+) by itself\. \[About this rule\]\((.*)\)$/s;

const ruleWords = {
  de: {
    severities: { error: 'Fehler', warning: 'Warnung', information: 'Hinweis', hint: 'Andeutung', off: 'aus' },
    text: (title, severity, page) => `${title}: von sich aus ${severity}. [Über diese Regel](${page})`,
  },
};

/** The files with the translations of a language; each text stands in one of them. */
export function dictionaryFiles(language) {
  return [`scripts/l10n/${language}.json`, `scripts/l10n/${language}.server.json`];
}

export function readDictionary(language) {
  const read = (file) => JSON.parse(readFileSync(projectPath(file), 'utf8'));
  return Object.assign({}, ...dictionaryFiles(language).map(read));
}

/** The translation of a text, or undefined; `used` gets the entries that were needed. */
export function translate(text, language, dictionary, used = new Set()) {
  const rule = ruleText.exec(text);
  if (rule && dictionary[text] === undefined) {
    const [, title, severity, page] = rule;
    used.add(title);
    const words = ruleWords[language];
    return dictionary[title] && words.text(dictionary[title], words.severities[severity], page);
  }
  used.add(text);
  return dictionary[text];
}

/** The texts of extension and panes, in their order, each once. */
export function sourceTexts() {
  return textsOf(translatedSources);
}

/** The same of the server. */
export function serverTexts() {
  return textsOf(serverSources);
}

function textsOf(folders) {
  const texts = translatedStrings(projectRoot, folders).map(({ text }) => text);
  return [...new Set(texts)].sort();
}

/** The files for VS Code and the server by path. `manifestTexts` are those of package.nls.json by name. A missing text stays English. */
export function translations(manifestTexts) {
  const texts = sourceTexts();
  const files = { 'l10n/bundle.l10n.json': Object.fromEntries(texts.map((text) => [text, text])) };
  for (const language of languages) {
    const dictionary = readDictionary(language);
    const translated = (entries) =>
      Object.fromEntries(
        entries.flatMap(([name, text]) => {
          const words = translate(text, language, dictionary);
          return words === undefined ? [] : [[name, words]];
        }),
      );
    files[`package.nls.${language}.json`] = translated(Object.entries(manifestTexts));
    files[`l10n/bundle.l10n.${language}.json`] = translated(texts.map((text) => [text, text]));
    files[`l10n/server.l10n.${language}.json`] = translated(serverTexts().map((text) => [text, text]));
  }
  return files;
}
