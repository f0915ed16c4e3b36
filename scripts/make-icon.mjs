/** Makes media/icon.png, the extension's picture in the markets, from scripts/pictures/icon.svg. Run by hand. */
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { zlibAsync } from '@gfx/zopfli';
import { chromium } from 'playwright-core';
import { ensureChromium } from './support/chromium.mjs';
import { projectPath } from './support/paths.mjs';
import { runMain } from './support/processes.mjs';

const size = 256;

await runMain(async () => {
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const svg = readFileSync(projectPath('scripts', 'pictures', 'icon.svg'), 'base64');
    const pixels = await page.evaluate(drawn, { address: `data:image/svg+xml;base64,${svg}`, size });
    writeFileSync(projectPath('media', 'icon.png'), await pngOf(Buffer.from(pixels)));
  } finally {
    await browser.close();
  }
});

/** The pixels of a picture, four bytes each; runs in the browser. */
async function drawn({ address, size }) {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = new OffscreenCanvas(size, size).getContext('2d');
  canvas.drawImage(picture, 0, 0, size, size);
  return Array.from(canvas.getImageData(0, 0, size, size).data);
}

/** Areas of one colour are smallest without the filters that a browser writes its pictures with: half of it. */
async function pngOf(pixels) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // Eight bits of red, green, blue and alpha each.
  head.set([8, 6], 8);
  const rows = Buffer.alloc((4 * size + 1) * size);
  for (let row = 0; row < size; row++)
    pixels.copy(rows, (4 * size + 1) * row + 1, 4 * size * row, 4 * size * (row + 1));
  const data = Buffer.from(await zlibAsync(rows, { numiterations: 15 }));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
