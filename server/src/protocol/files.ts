/** Files that only the editor can read (virtual file systems): server → client. */

/** The text of one file. */
export const readFileRequest = 'clausemark/files/read';

export interface ReadFileParams {
  readonly uri: string;
  /** Larger files are not read. In bytes. */
  readonly largest: number;
}

export type ReadFileAnswer =
  | { readonly kind: 'text'; readonly text: string; readonly stamp: string }
  | {
      readonly kind: 'skipped';
      readonly reason: 'too-large' | 'binary' | 'not-utf8' | 'unreadable';
      readonly bytes: number;
      readonly stamp: string;
    }
  | { readonly kind: 'missing' };

/** What is in one folder, without links; null where it cannot be read. */
export const readFolderRequest = 'clausemark/files/folder';

export interface FolderEntryMessage {
  readonly name: string;
  readonly kind: 'file' | 'folder';
}

/** What is at each of some URIs. The stamp is another one when the content may be another. */
export const statRequest = 'clausemark/files/stat';

export interface UrisParams {
  readonly uris: readonly string[];
}

export interface StatMessage {
  readonly kind: 'file' | 'folder' | 'nothing';
  readonly stamp: string;
}

/** The text of `catalog.json`, which comes with the extension; asked for by a server that has no disk. */
export const builtInCatalogRequest = 'clausemark/files/catalog';

/** The text of `l10n/server.l10n.LANGUAGE.json`, or null where there is none; asked for by a server that has no disk. */
export const translationsRequest = 'clausemark/files/translations';

export interface TranslationsParams {
  /** Two or three letters: `de`. */
  readonly language: string;
}
