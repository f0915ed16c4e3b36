/** THIRD-PARTY-NOTICES.txt: the licences of the packages of which something is in our bundles. Made for each package. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { projectPath } from './paths.mjs';
import { PlainError } from './processes.mjs';

/** Licences that let us ship a package inside our bundles. Any other needs a person to look at it. */
const permitted = new Set([
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
]);

/** Writes the file from what was built last. Throws where a licence is missing or not known to be permissive. */
export function writeNotices() {
  const folders = JSON.parse(readFileSync(projectPath('dist', 'packages.json'), 'utf8'));
  const parts = folders.map(noticeOf);
  const head =
    'Clausemark contains the following packages. Each is under the licence printed with it.\n' +
    'Clausemark itself is under the MIT licence (LICENSE); NOTICE says whose the facts of its catalog are.\n';
  writeFileSync(projectPath('THIRD-PARTY-NOTICES.txt'), [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`));
}

function noticeOf(folder) {
  const { name, version, license, author, homepage, repository } = JSON.parse(
    readFileSync(projectPath(folder, 'package.json'), 'utf8'),
  );
  const licence = typeof license === 'string' ? license : license?.type;
  const allowed = (licence ?? '')
    .replace(/[()]/g, '')
    .split(/ OR /)
    .some((one) => permitted.has(one.trim()));
  if (!allowed && !/^\(?[\w.-]+( AND [\w.-]+)+\)?$/.test(licence ?? '')) {
    throw new PlainError(
      `${name} ${version} is under “${licence}”: may it be shipped? See scripts/support/notices.mjs.`,
    );
  }
  const file = readdirSync(projectPath(folder)).find((each) => /^(licen[cs]e|copying)(\.|$|-)/i.test(each));
  const by = typeof author === 'string' ? author : author?.name;
  const text = file
    ? readFileSync(projectPath(folder, file), 'utf8').trim()
    : `Licence: ${licence}. Author: ${by ?? 'see its page'}.`;
  const page = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
  return `${name} ${version} (${licence})\n${page}\n\n${text}\n`;
}
