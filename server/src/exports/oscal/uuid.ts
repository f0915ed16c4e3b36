/** UUIDs that follow from what they name: the same thing has the same one in every export. */
import { createHash } from 'node:crypto';

/** The name space of all our names (RFC 9562, version 5), made once for this purpose. */
const nameSpace = Buffer.from('b0a1f2c67a1c4d0e9b6f5d2c83e4a791', 'hex');

/** A version 5 UUID of the parts; parts cannot run into each other. */
export function uuidOf(...parts: readonly string[]): string {
  const bytes = createHash('sha1').update(nameSpace).update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x50;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** The UUID of a whole document: another one as soon as anything in it differs. */
export function uuidOfContent(content: unknown): string {
  return uuidOf('content', createHash('sha256').update(JSON.stringify(content)).digest('hex'));
}
