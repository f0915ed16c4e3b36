/** How the server is started, and what it says of its work. */

/** What our client says of itself when it starts the server, and what any client may set there. */
export interface InitializationOptions {
  /**
   * The folder in which the index of a workspace is kept from one start to the next; by itself the user's cache folder.
   * False: nothing is kept.
   */
  readonly storage?: string | false;
  /** The client understands the notifications below. Without it none is sent. */
  readonly clausemarkMessages?: boolean;
  /** The client answers the requests for files below, so that folders which are not on a disk of ours can be read. */
  readonly clausemarkFiles?: boolean;
  /**
   * The client asks for diagnostics itself (`textDocument/diagnostic`, `workspace/diagnostic`) and wants none pushed. Taken
   * at its word only if its capabilities say so, too: a client must have one of the two, and never both.
   */
  readonly pullDiagnostics?: boolean;
  /** Settings for clients that cannot be asked for them (`workspace/configuration`): the content of `clausemark.…`. */
  readonly settings?: unknown;
}

export const statusNotification = 'clausemark/status';

export interface StatusMessage {
  /** `working` while files are being read or checked. */
  readonly state: 'working' | 'ready';
  readonly documents: number;
  readonly systems: number;
  /** The standards in scope anywhere: `27001:2022`. */
  readonly standards?: readonly string[];
  readonly errors: number;
  readonly warnings: number;
  readonly information: number;
  /** Files that were left out, with the reason in words. */
  readonly skipped: readonly { readonly uri: string; readonly reason: string }[];
  /** What is wrong with settings or catalog files, each a sentence. */
  readonly problems: readonly string[];
}

/** Client → server: answered (with the status) when everything that is to be done by then is done. For tests and tools. */
export const settledRequest = 'clausemark/settled';
