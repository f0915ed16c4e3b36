/**
 * The words of the page in the language of the editor. English stands in the code; the extension writes the translations
 * into the page, where there are any (shell.ts). What documents and the catalog say is never translated.
 */
const translations = readTranslations();

/** The text in the reader's language, with `{0}`, `{1}` … replaced by the values. */
export function t(text: string, ...values: readonly (string | number)[]): string {
  const words = translations[text] ?? text;
  return values.length === 0
    ? words
    : words.replace(/\{(\d+)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
}

function readTranslations(): Readonly<Record<string, string>> {
  // Tests of single modules have no page.
  const written = typeof document === 'undefined' ? undefined : document.body?.dataset['texts'];
  return written ? (JSON.parse(written) as Record<string, string>) : {};
}
