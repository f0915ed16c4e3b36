/** Bytes of a file as text, by the same rules as where the server reads the disk itself. No editor in here. */

/** How much of a file is looked at for a NUL byte, which no text has. */
const binaryProbe = 8192;

/** The text with its byte order mark, if any; or why the bytes are none. */
export function decodeText(bytes: Uint8Array): { readonly text: string } | { readonly reason: 'binary' | 'not-utf8' } {
  if (bytes.subarray(0, binaryProbe).includes(0)) return { reason: 'binary' };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { reason: 'not-utf8' };
  }
}
