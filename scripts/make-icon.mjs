/** Makes media/icon.png, the extension's picture in the markets, from scripts/pictures/icon.svg. Run by hand. */
import { readFileSync } from 'node:fs';
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
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const svg = readFileSync(projectPath('scripts', 'pictures', 'icon.svg'), 'utf8');
    await page.setContent(`<style>body { margin: 0 }</style>${svg}`);
    await page.screenshot({ path: projectPath('media', 'icon.png'), omitBackground: true });
  } finally {
    await browser.close();
  }
});
