import { readFileSync } from 'node:fs';
import { buildPane, PanePage, startBrowser } from './browser.js';
import { themes } from './themes.js';

const model = JSON.parse(readFileSync(process.argv[2] ?? '/tmp/model.json', 'utf8'));
const only = process.argv[3];
const b = (await startBrowser())!;
const files = await buildPane();
for (const theme of themes)
  for (const [w, h] of [
    [1600, 1000],
    [1200, 900], [900, 1000], [400, 800],
    [560, 900],
  ] as const) {
    const name = `/tmp/soa-${process.argv[4] ?? ''}${theme.name}-${w}`;
    if (only && !name.includes(only)) continue;
    const p = await PanePage.open(b, files, theme, { width: w, height: h });
    await p.send({ type: 'model', model, source: 'x' });
    await p.page.screenshot({ path: name + '-top.png' });
    await p.page.evaluate('window.scrollTo(0, 1600)');
    await p.page.waitForTimeout(200);
    await p.page.screenshot({ path: name + '-rows.png' });
    await p.page.selectOption('.select-gap', 'any').catch(() => {});
    await p.page.evaluate('window.scrollTo(0, 0)');
    await p.page.waitForTimeout(100);
    await p.page.screenshot({ path: name + '-gaps.png' });
    if (p.errors.length) console.log(name, p.errors);
    await p.close();
  }
await b.close();
