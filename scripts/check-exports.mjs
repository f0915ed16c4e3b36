/**
 * `node scripts/check-exports.mjs [--folder examples/lindenhof] [--out DIR]`: exports a management system in every format
 * and opens the files with programs that are not ours.
 *
 *   XLSX, DOCX   LibreOffice (soffice) makes a PDF of each; every page must carry the running header and page numbers
 *   PDF          Chromium prints it; pdfinfo and pdftotext read it
 *   pictures     pdftoppm draws every page into DIR, to be looked at
 *   OSCAL        validated against NIST's schemas (`npm run oscal-schemas` fetches them)
 *   all          exported twice, the bytes must be the same
 *
 * What is not installed is named and left out. On Debian: apt-get install libreoffice-calc libreoffice-writer
 * poppler-utils chromium fonts-crosextra-carlito. Exits with 1 if anything is wrong. Run `npm run build` first.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { findOscalSchemas, oscalSchemas, oscalValidator } from './support/oscalSchemas.mjs';
import { cachePath, projectPath } from './support/paths.mjs';
import { PlainError, run, runMain } from './support/processes.mjs';

const { values } = parseArgs({
  options: { folder: { type: 'string', default: projectPath('examples/lindenhof') }, out: { type: 'string' } },
});
const program = projectPath('dist/cli/clausemark.mjs');
const source = resolve(values.folder);
const out = values.out ? resolve(values.out) : cachePath('exports');

const endings = [
  'xlsx',
  'docx',
  'pdf',
  'html',
  'md',
  'csv',
  'json',
  'jsonl',
  'oscal-component.json',
  'oscal-ssp.json',
  'oscal-mapping.json',
];

const problems = [];

function check(isRight, message) {
  if (!isRight) problems.push(message);
}

/** Runs a program of the machine; null where it is not installed. */
async function tool(command, args, options) {
  const { code, output } = await run(command, args, options);
  if (code === 127) return null;
  if (code !== 0) problems.push(`${command} failed: ${output.trim().split('\n').at(-1)}`);
  return output;
}

/** Exports into a folder; false where the format is not to be had on this machine. */
async function exportTo(folder, ending) {
  const file = join(folder, `soa.${ending}`);
  const { code, output } = await run(process.execPath, [program, 'soa', '--output', file], { cwd: source });
  if (code === 0) return true;
  if (ending === 'pdf' && /Chromium/.test(output)) {
    console.log(`  PDF left out: ${output.trim()}`);
    return false;
  }
  problems.push(`${ending}: ${output.trim()}`);
  return false;
}

/** Every page of the PDF says what every page of an export says. */
async function checkPages(name, pdf) {
  const info = await tool('pdfinfo', [pdf]);
  if (info === null) return console.log('  pdfinfo is not installed: pages are not read.');
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1] ?? 0);
  check(pages > 3, `${name}: only ${pages} pages`);
  check(/^Page size:.*A4/m.test(info), `${name}: the first page is not A4`);
  for (let page = 1; page <= pages; page++) {
    const text = (await tool('pdftotext', ['-f', String(page), '-l', String(page), '-layout', pdf, '-'])) ?? '';
    check(/Statement of Applicability/.test(text), `${name}, page ${page}: no running header`);
    check(new RegExp(`Page ${page} of ${pages}\\b`).test(text), `${name}, page ${page}: no page number`);
    check(/as of \d{4}-\d{2}-\d{2}/.test(text), `${name}, page ${page}: no date`);
  }
  await tool('pdftoppm', ['-r', '80', '-png', pdf, join(out, 'pages', name)]);
  console.log(`  ${name}: ${pages} pages`);
}

/** What NIST's schemas say of the OSCAL files. */
async function checkOscal() {
  const schemas = findOscalSchemas();
  if (schemas === null) {
    return console.log('  NIST’s schemas are not here (npm run oscal-schemas fetches them): OSCAL is not validated.');
  }
  for (const format of Object.keys(oscalSchemas)) {
    const name = `soa.${format}.json`;
    const path = join(out, name);
    if (!existsSync(path)) continue;
    const validate = await oscalValidator(format, schemas);
    const faults = validate(JSON.parse(readFileSync(path, 'utf8')));
    for (const fault of faults.slice(0, 5)) problems.push(`${name}: ${fault}`);
    if (faults.length === 0) console.log(`  ${name} is valid against ${oscalSchemas[format].file}`);
  }
}

await runMain(async () => {
  if (!existsSync(program)) throw new PlainError('Run “npm run build” first.');
  rmSync(out, { recursive: true, force: true });
  for (const folder of ['', 'again', 'pages', 'office']) mkdirSync(join(out, folder), { recursive: true });

  console.log(`Exporting ${source}`);
  for (const ending of endings) {
    if (!(await exportTo(out, ending)) || !(await exportTo(join(out, 'again'), ending))) continue;
    const [first, second] = [out, join(out, 'again')].map((folder) => readFileSync(join(folder, `soa.${ending}`)));
    check(first.equals(second), `${ending}: a second export has other bytes`);
    console.log(`  ${String(Math.ceil(first.length / 1024)).padStart(5)} KB  soa.${ending}`);
  }

  console.log('Validating');
  await checkOscal();

  console.log('Opening');
  const office = await tool('soffice', ['--version']);
  if (office === null) console.log('  LibreOffice is not installed: XLSX and DOCX are not opened.');
  for (const ending of office === null ? [] : ['xlsx', 'docx']) {
    const folder = join(out, 'office', ending);
    // A profile of its own: an open LibreOffice of the user's is left alone.
    const profile = `-env:UserInstallation=file://${join(out, 'office', 'profile')}`;
    const args = ['--headless', profile, '--convert-to', 'pdf', '--outdir', folder, join(out, `soa.${ending}`)];
    await tool('soffice', args);
    const pdf = join(folder, 'soa.pdf');
    if (existsSync(pdf)) await checkPages(ending, pdf);
    else problems.push(`${ending}: LibreOffice made no PDF of it`);
  }
  if (existsSync(join(out, 'soa.pdf'))) await checkPages('pdf', join(out, 'soa.pdf'));

  const pictures = readdirSync(join(out, 'pages')).length;
  console.log(`\n${pictures} pages to look at: ${join(out, 'pages')}`);
  if (problems.length > 0) throw new PlainError(`Something is wrong:\n  ${problems.join('\n  ')}`);
});
