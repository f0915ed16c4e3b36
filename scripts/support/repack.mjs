/** Compresses the files of a .vsix once more, as tightly as its format allows: what is published is downloaded more often than made. */
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { deflateAsync } from '@gfx/zopfli';
import { unzipSync, Zip } from 'fflate';

/** More rounds take longer and save hardly anything. */
const rounds = 5;

/**
 * Writes the archive anew with the same files in the same order.
 * @param path of the .vsix, or of any zip
 */
export async function repack(path) {
  const files = Object.entries(unzipSync(readFileSync(path)));
  const compressed = [];
  for (const [name, bytes] of files)
    compressed.push({ name, bytes, data: await deflateAsync(bytes, { numiterations: rounds }) });
  const parts = [];
  const zip = new Zip((error, part) => {
    if (error) throw error;
    parts.push(part);
  });
  for (const { name, bytes, data } of compressed) {
    const file = { filename: name, compression: 8, size: bytes.length, crc: crc32(bytes) };
    zip.add(file);
    file.ondata(null, data, true);
  }
  zip.end();
  writeFileSync(path, Buffer.concat(parts));
}
