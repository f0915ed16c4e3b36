/**
 * A language in which every letter of ours is a wide one (`Ｆｉｎｄ`), so that what is left in plain letters was not
 * translated: it is a title, an id, a word of a document, or a text that was forgotten in the code.
 */
import { serverTexts, sourceTexts } from '../../scripts/l10n/translations.mjs';
import { speak } from '../../server/src/core/l10n.js';
import type { Snapshot } from '../../server/src/core/snapshot.js';

const wide = (text: string) =>
  text.replace(/\{\d+\}|[A-Za-z]/g, (letter) =>
    letter.startsWith('{') ? letter : String.fromCharCode(letter.charCodeAt(0) + 0xfee0),
  );

/** From now on the server speaks the pseudo-language; call `speak('en', null)` when done. */
export function speakPseudoLanguage(): void {
  speak('qps', Object.fromEntries(serverTexts().map((text) => [text, wide(text)])));
}

/** The words of the panes in the pseudo-language, as the extension would hand them to a page. */
export function pseudoTextsOfPanes(): Record<string, string> {
  return Object.fromEntries(sourceTexts().map((text) => [text, wide(text)]));
}

/** The plain words of a text, divided by punctuation and by what is translated, that are no value known to be data. */
export function plainWords(text: string, isData: (words: string) => boolean): string[] {
  const runs = text
    .replace(/`[^`]*`/g, '␞')
    // A long title or reason that was cut.
    .replace(/[^()\n“]*…/g, '␞')
    .split(/[\uff21-\uff3a\uff41-\uff5a][^A-Za-z]*|[“”„()\n|*,;:·→–—…!?#]|␞|\. |\.$/u);
  return runs
    .map((run) => run.replace(/\\(?=[^A-Za-z])/g, '').replace(/^[\s.&[\]<>+-]+|[\s.&[\]<>]+$/g, ''))
    .filter((run) => /[A-Za-z]{2}/.test(run) && !isData(run));
}

/** Whether words are a value of the catalog, of the settings or of a document: whole, not a part of it. */
export function dataOf(snapshots: readonly Snapshot[], more: Iterable<string> = []): (words: string) => boolean {
  const known = new Set<string>();
  const add = (value: string | null | undefined) => {
    for (const part of (value ?? '').split(/[“”„()\n|*,;:·→–—…!?#`]|\. |\.$/u)) known.add(part.trim());
    if (value) known.add(value.trim());
  };
  for (const snapshot of snapshots) {
    const { catalog, settings } = snapshot;
    for (const standard of catalog.standards) {
      for (const name of [standard.name, standard.fullTitle, standard.key, standard.standard]) add(name);
      add(`${standard.standard}:${standard.edition}`);
      for (const { number, names } of standard.companions ?? []) for (const name of [number, ...names]) add(name);
      for (const former of standard.formerIds ?? []) add(former.note);
      for (const entry of standard.entries) {
        for (const text of [entry.id, entry.title, entry.note, entry.intent, entry.key]) add(text);
      }
    }
    for (const keys of Object.values(settings.fieldKeys)) for (const key of keys) add(key);
    for (const type of settings.documentTypes) for (const one of type.sections) add(one.title);
    for (const { name } of settings.documentTypes) add(name);
    for (const status of settings.statusValues) add(status);
    for (const document of snapshot.documents.values()) {
      add(document.path);
      for (const { value } of document.fields) add(value);
      for (const { text } of document.frontMatter?.scalars ?? []) add(text);
      for (const { text } of document.headings) add(text);
      for (const { text } of document.counts ?? []) add(text);
      for (const { text, id, span, titleSpan } of document.references) {
        add(text);
        add(id);
        const source = snapshot.textOf(document.path) ?? '';
        if (titleSpan) add(source.slice(titleSpan.start, titleSpan.end));
        add(source.slice(span.start, span.end));
      }
    }
    for (const system of snapshot.systems) {
      add(system.path);
      const visit = (value: unknown): void => {
        if (typeof value === 'string') add(value);
        else if (Array.isArray(value)) value.forEach(visit);
        else if (value && typeof value === 'object')
          for (const [key, inner] of Object.entries(value)) if (key !== 'problems') visit(inner);
      };
      visit(system);
    }
  }
  for (const word of more) add(word);
  const isKnown = (words: string) => known.has(words);
  return (words) =>
    isKnown(words) ||
    // Two of them beside each other: `A.5.15 Access control`, `ISO/IEC 27001:2022 A.5.15`.
    words.split(' ').some((_, index, all) => {
      return index > 0 && isKnown(all.slice(0, index).join(' ')) && isKnown(all.slice(index).join(' '));
    });
}
