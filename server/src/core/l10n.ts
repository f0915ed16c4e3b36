/**
 * The words of the server in the language of the editor. English stands in the code; a translation is looked up by it. The
 * translations are set once, before the first message is made (lsp/language.ts), and never for the command line, which
 * speaks English. What documents and the catalog say is never translated, nor is what is written into a file.
 *
 * Not the library @vscode/l10n, which offers the same function: it brings readers of files and of addresses along.
 */

/** Translations by English text, as in `l10n/server.l10n.de.json`. */
export type Translations = Readonly<Record<string, string>>;

const none: Translations = {};
const english = 'en';

let language = english;
let translations = none;

/** The text in the language of the reader, with `{0}`, `{1}` … replaced by the values. */
export function t(text: string, ...values: readonly (string | number)[]): string {
  const words = translations[text] ?? text;
  if (values.length === 0) return words;
  return words.replace(/\{(\d+)\}/g, (whole, index: string) => String(values[Number(index)] ?? whole));
}

/** From now on `t` speaks that language; without translations English. */
export function speak(wanted: string, known: Translations | null): void {
  language = known ? wanted : english;
  translations = known ?? none;
}

/** The language that `t` speaks: `en`, `de`. */
export function spokenLanguage(): string {
  return language;
}

/** What `t` looks up, for a bundle of its own that is loaded later; null for English. */
export function spokenTranslations(): Translations | null {
  return translations === none ? null : translations;
}

/** What `make` answers, in English: for records and for other programs. `make` answers at once, so nothing else is spoken. */
export function inEnglish<Made>(make: () => Made): Made {
  const known = translations;
  translations = none;
  try {
    return make();
  } finally {
    translations = known;
  }
}
