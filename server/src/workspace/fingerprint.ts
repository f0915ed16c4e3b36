/** A short text that stands for others: equal ones give the same, others hardly ever. */
export function fingerprintOf(...texts: readonly string[]): string {
  let first = 0x811c9dc5;
  let second = 0x9747b28c;
  for (const text of texts) {
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      first = Math.imul(first ^ code, 0x01000193);
      second = Math.imul(second + code, 0x85ebca6b) ^ (second >>> 15);
    }
    first = Math.imul(first ^ 0xffff, 0x01000193);
  }
  return `${(first >>> 0).toString(36)}-${(second >>> 0).toString(36)}`;
}
