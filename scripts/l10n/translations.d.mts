export const serverSources: readonly string[];
export const languages: readonly string[];
export const translatedSources: readonly string[];
export function readDictionary(language: string): Record<string, string>;
export function translate(
  text: string,
  language: string,
  dictionary: Record<string, string>,
  used?: Set<string>,
): string | undefined;
export function sourceTexts(): string[];
export function serverTexts(): string[];
export function dictionaryFiles(language: string): string[];
