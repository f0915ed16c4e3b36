/**
 * Files that are kept for the next start, in a folder of the user's own and for the user alone. Everything that fails here (no
 * folder, a full or read-only disk) costs time at the next start and nothing else.
 */
import { lstatSync, mkdirSync, promises, readdirSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Files that were not written for so long are removed. In milliseconds. */
const longestKept = 60 * 24 * 60 * 60 * 1000;

/** What is being written is not written for so long: whoever began it was ended. In milliseconds. */
const longestWriting = 60 * 60 * 1000;

/**
 * Writes a file beside its place first and then into it, so that nobody ever finds half of it.
 * @param kind names of the files of that folder; older ones are removed
 */
export function keepNow(file: string, block: Uint8Array, kind: RegExp): void {
  const beside = `${file}.${process.pid}.new`;
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    removeOld(dirname(file), kind);
    writeFileSync(beside, block, { mode: 0o600, flush: true });
    renameSync(beside, file);
  } catch {
    removeFile(beside);
  }
}

/** The same without holding up anybody. */
export async function keepSoon(file: string, block: Uint8Array, kind: RegExp): Promise<void> {
  const beside = `${file}.${process.pid}.soon.new`;
  try {
    await promises.mkdir(dirname(file), { recursive: true, mode: 0o700 });
    removeOld(dirname(file), kind);
    await promises.writeFile(beside, block, { mode: 0o600, flush: true });
    await promises.rename(beside, file);
  } catch {
    removeFile(beside);
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was never there.
  }
}

/** Before anything is written: where the disk is full, that makes room. */
function removeOld(folder: string, kind: RegExp): void {
  const now = Date.now();
  for (const name of readdirSync(folder)) {
    const whole = name.replace(/\.\d+(?:\.soon)?\.new$/, '');
    if (!kind.test(whole)) continue;
    const path = join(folder, name);
    if (now - lstatSync(path).mtimeMs > (whole === name ? longestKept : longestWriting)) removeFile(path);
  }
}
