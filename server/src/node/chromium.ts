/** HTML to PDF with a browser that is on the machine. Nothing is downloaded, and the browser gets no network to use. */

import { execFile } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, isAbsolute, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { t } from '../core/l10n.js';
import { ExportProblem } from './exportProblem.js';
import { Aborted, endWithWork, stopIfAborted } from './programs.js';

/** What the machine has, so that tests can pretend another one. */
export interface Machine {
  readonly platform: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  exists(path: string): boolean;
}

const here: Machine = { platform: process.platform, environment: process.env, exists: existsSync };

/** Thrown where no browser is found or it fails; the message is for the user. */
export class NoBrowser extends ExportProblem {}

const variable = 'CLAUSEMARK_CHROMIUM';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'brave-browser',
];

const macPaths = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);

const windowsPaths = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];

/**
 * The path of a browser of Chromium's family: what the environment names, else a well-known place.
 * @throws NoBrowser with what to do about it
 */
export function findChromium(machine: Machine = here): string {
  const { environment, platform } = machine;
  const named = environment[variable];
  if (named) {
    if (isAbsolute(named) && machine.exists(named)) return named;
    throw new NoBrowser(
      t('{0} says “{1}”, and there is no such file. It has to be an absolute path.', variable, named),
    );
  }
  const found = candidates(environment, platform).find((path) => machine.exists(path));
  if (found) return found;
  throw new NoBrowser(
    t(
      'For PDF a browser of Chromium’s family is needed (Chromium, Chrome, Edge), and none was found. Install one, name it with {0}=/path/to/chromium, or export HTML and print that from any browser.',
      variable,
    ),
  );
}

function candidates(environment: Machine['environment'], platform: string): string[] {
  if (platform === 'darwin') return macPaths;
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].flatMap((name) => environment[name] ?? []);
    return roots.flatMap((root) => windowsPaths.map((path) => `${root}\\${path}`));
  }
  // A relative folder in PATH could be one of the workspace: such a browser is not ours to start.
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(isAbsolute);
  return folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

/**
 * Prints a page. It needs to hold everything itself.
 * @param day the date that the file says it was made on, `2026-11-21`: the same page gives the same bytes
 * @throws NoBrowser where there is none, or where it does not print; Aborted where nobody waits any more, which ends the browser
 */
export async function printPdf(html: string, day: string, machine: Machine = here): Promise<Uint8Array> {
  const browser = findChromium(machine);
  stopIfAborted();
  const folder = await mkdtemp(join(tmpdir(), 'clausemark-pdf-'));
  try {
    const page = join(folder, 'page.html');
    const pdf = join(folder, 'page.pdf');
    await writeFile(page, html);
    await run(browser, argumentsFor(folder, pdf, pathToFileURL(page).href), folder);
    return withDay(await readFile(pdf), day);
  } catch (error) {
    if (error instanceof NoBrowser || error instanceof Aborted) throw error;
    const detail = error instanceof Error ? error.message.split('\n')[0] : String(error);
    throw new NoBrowser(t('{0} did not print the PDF: {1}', browser, detail ?? ''));
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
  }
}

function argumentsFor(folder: string, pdf: string, url: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-javascript',
    // Whatever the page asked for would lead nowhere.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    `--user-data-dir=${join(folder, 'profile')}`,
    '--no-pdf-header-footer',
    `--print-to-pdf=${pdf}`,
    // Chromium refuses to run as root with its sandbox; containers often have no other user.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    url,
  ];
}

function run(browser: string, args: readonly string[], folder: string): Promise<void> {
  return new Promise((done, fail) => {
    stopIfAborted();
    const options = { timeout: 120_000, windowsHide: true, maxBuffer: 16 * 1024 * 1024 };
    const child = execFile(browser, [...args], options, (error) => {
      hasEnded();
      if (error) fail(error);
      else done();
    });
    const hasEnded = endWithWork(child, fail, () => rmSync(folder, { recursive: true, force: true }));
  });
}

/** The dates of the file, which are those of the clock, become the day of the statement; the length stays. */
export function withDay(pdf: Uint8Array, day: string): Uint8Array {
  const bytes = Buffer.from(pdf);
  const written = `D:${day.replaceAll('-', '')}000000`;
  for (const key of ['/CreationDate (', '/ModDate (']) {
    for (let at = bytes.indexOf(key); at >= 0; at = bytes.indexOf(key, at + 1)) {
      bytes.write(written, at + key.length, 'latin1');
    }
  }
  return new Uint8Array(bytes);
}
