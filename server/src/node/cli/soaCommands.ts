/** What stands below `clausemark soa`: import, diff, release. */
import type { Command } from 'commander';
import { type SoaImportOptions, soaImport } from './soaImport.js';

/** Adds the commands. `soa` itself still prints the statement, and takes its own flags before them only. */
export function addSoaCommands(soa: Command): void {
  soa.enablePositionalOptions();
  addImport(soa);
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
    .action(takingOne((file: string, options: SoaImportOptions) => soaImport(file, options)));
}

/** Commander passes the argument, the options and the command. */
function takingOne<Options>(run: (argument: string, options: Options) => Promise<number>) {
  return async (argument: string, options: Options): Promise<void> => {
    process.exitCode = await run(argument, options);
  };
}
