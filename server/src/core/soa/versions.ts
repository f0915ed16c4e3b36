/** Versions such as 2.1: numbers joined by points. */

/** Below zero where `a` is the lower one, zero where both are equal (`2` and `2.0`), null where one of them is no number. */
export function compareVersions(a: string, b: string): number | null {
  const [left, right] = [partsOf(a), partsOf(b)];
  if (!left || !right) return null;
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The version that usually comes next: 2.1 → 2.2, v3 → v4. Null where the text is no version. */
export function nextVersion(version: string): string | null {
  const match = /^(.*?)(\d{1,9})$/.exec(version.trim());
  return partsOf(version) && match ? `${match[1]}${Number(match[2]) + 1}` : null;
}

function partsOf(version: string): number[] | null {
  const match = /^v?\s*(\d{1,9}(?:\.\d{1,9}){0,5})$/i.exec(version.trim());
  return match ? match[1]!.split('.').map(Number) : null;
}
