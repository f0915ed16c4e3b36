export interface FoundString {
  readonly text: string;
  /** `client/src/extension.ts:24` */
  readonly place: string;
}
export function literalsOf(source: string): { text: string; start: number; before: string }[];
export function translatedStrings(root: string, folders: readonly string[]): FoundString[];
export function untranslatedStrings(root: string, folders: readonly string[]): FoundString[];
