/** The command line: commands, flags, exit codes. What a command does is in the file of its name. */
import { Command, CommanderError } from 'commander';
import { exportFormats } from '../../core/soa/render/formats.js';
import { visible, visibleLine } from '../../core/visible.js';
import { compileForManyDocuments } from '../compiling.js';
import { readVersion } from '../environment.js';
import { isHelperThread } from '../helperPool.js';
import { check } from './check.js';
import { coverage } from './coverage.js';
import { explain } from './explain.js';
import { init } from './init.js';
import { lsp } from './lsp.js';
import { migrate } from './migrate.js';
import { exitCodes, UsageProblem } from './problem.js';
import { references } from './references.js';
import { soa } from './soa.js';
import { addSoaCommands } from './soaCommands.js';

type Run<Options> = (paths: readonly string[], options: Options) => Promise<number>;

async function main(): Promise<void> {
  const program = new Command('clausemark')
    .description('Checks the references of policies to clauses and controls of ISO/IEC 27001, 27701 and 42001.')
    .version(readVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showSuggestionAfterError()
    // A flag belongs to the command it stands behind: soa and soa release have some of the same name.
    .enablePositionalOptions()
    .exitOverride()
    // It quotes what was typed. Commands that are added below take this over.
    .configureOutput({ writeErr: (text) => void process.stderr.write(visible(inOwnLines(text))) })
    .addHelpText('after', '\nExit codes: 0 nothing found, 1 findings at or above --fail-on, 2 wrong use or failure.');
  addCheck(program);
  addReports(program);
  addExplain(program);
  addMigrate(program);
  addOthers(program);
  await program.parseAsync(process.argv);
}

const checkFormats = 'stylish, json, jsonl, sarif, github, gitlab, junit, rdjsonl, markdown, html, csv';

function addCheck(program: Command): void {
  const command = readsDocuments(program.command('check'), checkFormats)
    .description('find wrong, outdated and ambiguous references, and controls that nothing covers')
    .option('--fail-on <severity>', 'least severity for exit code 1: error, warning, information, hint, never', 'error')
    .option('--max-warnings <number>', 'more warnings than this also mean exit code 1')
    .option('--quiet', 'print errors only')
    .option('--baseline <file>', 'leave out the findings that the file holds')
    .option('--update-baseline', 'write all findings of now into that file')
    .option('--changed-since <revision>', 'report only on files that changed since a branch, tag or commit of git')
    .option('--watch', 'check again whenever a file changes');
  command.action(runner(check));
}

function addReports(program: Command): void {
  const statement = readsDocuments(program.command('soa'), Object.keys(exportFormats).join(', '))
    .description('print the Statement of Applicability')
    .option('--system <path>', 'the soa.yaml to print, where there are several')
    .option('--output <file>', 'the same as --output-file')
    .action(runner(soa));
  addSoaCommands(statement);
  readsDocuments(program.command('coverage'), 'stylish, json, jsonl, markdown, html, csv')
    .description('print which controls the documents cover')
    .option('--uncovered', 'only what is not covered')
    .action(runner(coverage));
  readsDocuments(program.command('references'), 'stylish, json, jsonl, markdown, html, csv')
    .description('print every reference and what it was resolved to')
    .action(runner(references));
}

function addExplain(program: Command): void {
  const command = program
    .command('explain')
    .argument('[entries...]', 'such as 27001:A.5.12, 27001:2013:A.12.6.1, "27001:6.1.3 d", gdpr:32')
    .description('print what the catalog knows of an entry, with its mappings')
    .option('--all', 'the whole catalog')
    .option('--format <format>', 'stylish, json, jsonl, markdown');
  printsSomewhere(command)
    .option('--config <file>', 'settings file instead of .clausemark.yaml')
    .action(runner(explain));
}

function addMigrate(program: Command): void {
  const command = program
    .command('migrate')
    .argument('[paths...]', 'files and folders; without any, the current folder')
    .description('move references and decisions from one edition of a standard to the next')
    .requiredOption('--from <edition>', 'the edition that the texts are written for, such as 27001:2013')
    .requiredOption('--to <edition>', 'the edition that replaced it, such as 27001:2022')
    .option('--write', 'change the files; without it only the report is printed')
    .option('--format <format>', 'stylish, json, markdown');
  printsSomewhere(takesProjectOptions(command)).action(runner(migrate));
}

function addOthers(program: Command): void {
  takesProjectOptions(program.command('init').argument('[folder...]', 'the folder of the policies'))
    .description('write a first soa.yaml from what the documents tag')
    .option('--organisation <name>', 'name of the organisation')
    .option('--dry-run', 'print it instead of writing it')
    .action(runner(init));
  program
    .command('lsp')
    .description('run the language server')
    .option('--stdio', 'talk over standard input and output')
    .action(runner((_paths, options: { stdio?: boolean }) => lsp(options)));
}

function readsDocuments(command: Command, formats: string): Command {
  command.argument('[paths...]', 'files and folders; without any, the current folder');
  command.option('--format <format>', formats);
  takesProjectOptions(command)
    .option('--stdin', 'read one document from standard input')
    .option('--stdin-filename <path>', 'the path that the document would have');
  return printsSomewhere(command);
}

function takesProjectOptions(command: Command): Command {
  return command
    .option('--standards <list>', 'standards in scope where no soa.yaml says: 27001:2022,42001:2023')
    .option('--today <date>', 'the date for which reviews are judged: 2026-11-21')
    .option('--config <file>', 'settings file instead of .clausemark.yaml');
}

function printsSomewhere(command: Command): Command {
  return command
    .option('--output-file <file>', 'write the result to a file')
    .option('--no-color', 'no colours (NO_COLOR in the environment does the same)');
}

/** Commander passes the arguments, the options and the command, or only the last two where there are no arguments. */
function runner<Options>(run: Run<Options>): (...args: unknown[]) => Promise<void> {
  return async (...args) => {
    const paths = Array.isArray(args[0]) ? (args[0] as string[]) : [];
    const options = args[args.length - 2] as Options;
    process.exitCode = await run(paths, options);
  };
}

/** What commander says, without line breaks that were typed: it breaks lines only at the end and before a suggestion. */
function inOwnLines(text: string): string {
  return text.replace(/\n(?!$|\(Did you mean )/g, ' ');
}

process.stderr.on('error', () => {});
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  fail(new UsageProblem(`The output cannot be written: ${error.message}`));
  process.exit();
});

if (!isHelperThread(readVersion())) {
  compileForManyDocuments();
  main().catch(fail);
}

function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    // Help and version are no mistakes. What commander says of a mistake it has printed already.
    process.exitCode = error.exitCode === 0 ? exitCodes.clean : exitCodes.failure;
    return;
  }
  const isPlain = error instanceof UsageProblem;
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  // What is plain quotes what was typed, which may be the name of a file with a line break in it.
  process.stderr.write(`clausemark: ${isPlain ? visibleLine(error.message) : visible(detail)}\n`);
  process.exitCode = exitCodes.failure;
}
