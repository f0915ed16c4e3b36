/** What stands below `clausemark soa`: import, diff, release. */
import type { Command } from 'commander';
import { type SoaDiffOptions, soaDiff } from './soaDiff.js';
import { type SoaImportOptions, soaImport } from './soaImport.js';
import { type SoaReleaseOptions, soaRelease } from './soaRelease.js';

/** Adds the commands. `soa` itself still prints the statement, and takes its own flags before them only. */
export function addSoaCommands(soa: Command): void {
  soa.enablePositionalOptions();
  addImport(soa);
  addDiff(soa);
  addRelease(soa);
}

function addRelease(soa: Command): void {
  soa
    .command('release')
    .description('check the statement and stamp version, approval and checksum into soa.yaml')
    .requiredOption('--version <version>', 'the version that is released: 2.2')
    .requiredOption('--approved-by <who>', 'the role or person that approved it')
    .option('--date <date>', 'the day of the approval: 2026-03-31; default: today')
    .option('--change <text>', 'what changed, for the change history')
    .option('--system <path>', 'the soa.yaml to release, where there are several')
    .option('--write', 'write the stamp; without it only the check is made')
    .option('--format <format>', 'stylish, json')
    .option('--output-file <file>', 'write what is printed to a file')
    .option('--standards <list>', 'standards in scope where no soa.yaml says: 27001:2022,42001:2023')
    .option('--today <date>', 'the date for which reviews are judged: 2026-11-21')
    .option('--config <file>', 'settings file instead of .clausemark.yaml')
    .action(async (options: SoaReleaseOptions) => {
      process.exitCode = await soaRelease(options);
    });
}

function addDiff(soa: Command): void {
  soa
    .command('diff')
    .argument('<before>', 'a version (2.1), a revision of git, a JSON export, a folder or a soa.yaml')
    .argument('[after]', 'the same; without it the files as they are')
    .description('what changed between two versions of the Statement of Applicability')
    .option('--system <path>', 'the soa.yaml to compare, where there are several')
    .option('--format <format>', 'stylish, markdown, json, html')
    .option('--output-file <file>', 'write the result to a file')
    .option('--standards <list>', 'standards in scope where no soa.yaml says: 27001:2022,42001:2023')
    .option('--today <date>', 'the date for which reviews are judged: 2026-11-21')
    .option('--config <file>', 'settings file instead of .clausemark.yaml')
    .action(async (before: string, after: string | undefined, options: SoaDiffOptions) => {
      process.exitCode = await soaDiff(before, after, options);
    });
}

function addImport(soa: Command): void {
  soa
    .command('import')
    .argument('<file>', 'a spreadsheet (.xlsx, .ods), CSV, Markdown, or a JSON export')
    .description('make a soa.yaml from an existing Statement of Applicability')
    .option('--standard <list>', 'the standards of the file, where it does not say: 27001:2022,42001:2023')
    .option('--sheet <name>', 'only the sheet of that name or number')
    .option('--migrate', 'move ids of the edition before, where one became exactly one')
    .option('--into <path>', 'merge into this soa.yaml instead of writing a new one')
    .option('--keep', 'with --into: fill what is empty, replace nothing')
    .option('--write', 'write the file; without it the result and the report are printed')
    .option('--format <format>', 'of the report: stylish, markdown, json')
    .option('--output-file <file>', 'write what is printed to a file')
    .option('--config <file>', 'settings file instead of .clausemark.yaml')
    .action(async (file: string, options: SoaImportOptions) => {
      process.exitCode = await soaImport(file, options);
    });
}
