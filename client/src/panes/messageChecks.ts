/** What messages of a pane must be made of: a pane is never trusted to send what it should. */

/** Relative to the folder and not leading out of it. */
export function isInsidePath(path: string): boolean {
  if (path === '' || path.includes('\0') || /^([/\\]|[a-z][a-z0-9+.-]*:)/i.test(path)) return false;
  return !path.split(/[/\\]/).includes('..');
}

/** @param maximum in UTF-16 units */
export function isText(value: unknown, maximum: number): value is string {
  return typeof value === 'string' && value.length <= maximum;
}

/** A whole number that is not negative. */
export function isOffset(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

/** Something with keys. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
