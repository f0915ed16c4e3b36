/**
 * Takes the pictures of the README and of docs/ in a real VS Code on the example, and writes them to docs/images. Run by
 * hand after a build, and look at what comes out: the pictures show what is there, right or wrong.
 *
 *   node scripts/make-pictures.mjs [NAME …]   all, or those named; NAME-dark and NAME-contrast take other themes and
 *                                             are written to .cache/pictures, for looking only, and so are those that no
 *                                             page of the documentation shows
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeVsix } from './package.mjs';
import { pictures } from './pictures/pictures.mjs';
import { ensureChromium } from './support/chromium.mjs';
import { cachePath, projectPath } from './support/paths.mjs';
import { PlainError, pause, runMain } from './support/processes.mjs';
import { installExtension, startServer } from './vscode-host.mjs';
import { openWindow } from './vscode-window.mjs';

const themes = {
  light: 'Default Light Modern',
  dark: 'Default Dark Modern',
  contrast: 'Default High Contrast',
};

/** Settings that leave on the picture what the picture is about. */
const calm = {
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.stickyScroll.enabled': false,
  'workbench.layoutControl.enabled': false,
  'workbench.editor.enablePreview': false,
  'problems.showCurrentInStatus': false,
  'window.commandCenter': false,
};

/** What the pictures do with the window, as a user would: with the keyboard. */
function handle({ page }, folder) {
  return {
    page,
    folder,
    async openFile(name) {
      await page.keyboard.press('Control+P');
      await page.waitForSelector('.quick-input-widget', { state: 'visible' });
      const [file, ...place] = name.split(':');
      await page.keyboard.type(file);
      await page.waitForSelector(`.quick-input-list .monaco-list-row[aria-label^="${file}"]`);
      await page.keyboard.type(place.map((part) => `:${part}`).join(''));
      await pause(300);
      await page.keyboard.press('Enter');
      await page.waitForSelector(`.tab.active[data-resource-name="${file}"]`);
      await pause(800);
    },
    async command(title, argument) {
      await page.keyboard.press('F1');
      await page.waitForSelector('.quick-input-widget', { state: 'visible' });
      await page.keyboard.type(title);
      await pause(500);
      await page.keyboard.press('Enter');
      await pause(500);
      if (argument === undefined) return;
      await page.keyboard.type(argument);
      await page.keyboard.press('Enter');
      await pause(300);
    },
    async drag(from, to) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 8 });
      await page.mouse.up();
      await page.mouse.move(to.x - 100, to.y);
    },
    pane() {
      const frame = page.frames().find((each) => each.url().includes('/fake.html'));
      if (!frame) throw new PlainError('The pane did not open.');
      return frame;
    },
  };
}

/** Takes one picture in a VS Code of its own, so that no picture depends on another. */
async function take(name, theme, vsix) {
  const { size, show, prepare, forLooking = false } = pictures[name];
  const scratch = mkdtempSync(join(tmpdir(), 'clausemark-picture-'));
  const folder = join(scratch, 'lindenhof');
  const folders = { dataDir: join(scratch, 'data'), extensionsDir: join(scratch, 'extensions') };
  cpSync(projectPath('examples', 'lindenhof'), folder, { recursive: true });
  prepare?.(folder);
  let server;
  let window;
  try {
    await installExtension(vsix, folders);
    server = await startServer({
      ...folders,
      settings: { ...calm, 'workbench.colorTheme': themes[theme] },
      env: { EXTENSIONS_GALLERY: '{}', XDG_RUNTIME_DIR: scratch, GIT_CONFIG_GLOBAL: '/dev/null' },
      endWhenUnused: true,
    });
    window = await openWindow({ server, executablePath: await ensureChromium(), folder, size });
    await pause(6000);
    await show(handle(window, folder));
    await pause(1500);
    const isForDocs = theme === 'light' && !forLooking;
    const target = isForDocs ? projectPath('docs', 'images') : cachePath('pictures');
    mkdirSync(target, { recursive: true });
    const path = join(target, isForDocs && name !== 'soa' ? `${name}.png` : `${name}-${theme}.png`);
    await window.page.screenshot({ path });
    console.log(path);
  } finally {
    await window?.close();
    await server?.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const vsix = await makeVsix(cachePath('package', 'pictures.vsix'));
  for (const each of wanted.length > 0 ? wanted : Object.keys(pictures)) {
    const [, name, theme] = /^(\w+?)(?:-(light|dark|contrast))?$/.exec(each) ?? [];
    if (!pictures[name]) throw new PlainError(`There is no picture “${each}”: ${Object.keys(pictures).join(', ')}`);
    await take(name, theme ?? 'light', vsix);
  }
});
