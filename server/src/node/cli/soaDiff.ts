/** `clausemark soa diff`: what changed between two versions of the statement. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareStatements } from '../../core/soa/compare/compareStatements.js';
import { diffFormats, renderDiff } from '../../core/soa/compare/renderDiff.js';
import type { StatementSide } from '../../core/soa/compare/types.js';
import { readOwnExport } from '../../core/soa/import/ownExport.js';
import { buildSoaModel } from '../../core/soa/model.js';
import { visible, visibleLine } from '../../core/visible.js';
import { GitProblem } from '../git.js';
import { namedStatement, type StatementContext } from '../gitStatements.js';
import { chooseFormat } from './format.js';
import { type OutputOptions, openOutput } from './output.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type Project, type ProjectOptions } from './project.js';
import { chooseSystem } from './soa.js';

export interface SoaDiffOptions extends ProjectOptions, OutputOptions {
  readonly format?: string;
  readonly system?: string;
}

export async function soaDiff(first: string, second: string | undefined, options: SoaDiffOptions): Promise<number> {
  // `text` is its older name, which scripts may still use.
  const format = chooseFormat(options.format === 'text' ? 'stylish' : options.format, diffFormats);
  const here = new Here(options);
  const before = await sideOf(first, here, options);
  const after = second === undefined ? await here.side() : await sideOf(second, here, options);
  const { snapshot } = await here.project();
  const diff = compareStatements(before, after, snapshot.catalog);
  const output = openOutput(options);
  const text = renderDiff(diff, format);
  await output.write(format === 'json' ? text : visible(text));
  await output.close();
  return exitCodes.clean;
}

/** The workspace in which the command runs, opened once and only when it is needed. */
class Here {
  private opened: Promise<Project> | null = null;

  constructor(private readonly options: SoaDiffOptions) {}

  project(): Promise<Project> {
    this.opened ??= openProject([], this.options);
    return this.opened;
  }

  async side(): Promise<StatementSide> {
    const project = await this.project();
    const system = chooseSystem(project, this.options.system);
    if (!system) throw new UsageProblem('There is no soa.yaml here. Name the second version, or go to its folder.');
    return {
      label: 'the files as they are',
      model: buildSoaModel(system, project.snapshot, 'all'),
      commit: null,
      date: null,
    };
  }

  async context(): Promise<StatementContext> {
    const project = await this.project();
    const { root, snapshot, ignoreText } = project;
    const { catalog, settings, today } = snapshot;
    const path = this.options.system ?? chooseSystem(project, undefined)?.path ?? null;
    return { root, catalog, settings, ignoreText, today, path };
  }
}

/** A JSON export, a folder or soa.yaml, a version, or a revision of git. */
async function sideOf(name: string, here: Here, options: SoaDiffOptions): Promise<StatementSide> {
  const stats = statSync(resolve(name), { throwIfNoEntry: false });
  if (stats?.isFile() && /\.json$/i.test(name)) return fromExport(name);
  if (stats?.isDirectory() || (stats?.isFile() && /\.ya?ml$/i.test(name))) return fromFolder(name, options);
  try {
    return await namedStatement(await here.context(), name);
  } catch (error) {
    if (error instanceof GitProblem) throw new UsageProblem(error.message);
    throw error;
  }
}

function fromExport(name: string): StatementSide {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(resolve(name), 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new UsageProblem(`“${name}” cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  const model = readOwnExport(value);
  if (!model) throw new UsageProblem(`“${name}” is no export of clausemark soa --format json.`);
  return { label: visibleLine(name), model, commit: null, date: null };
}

async function fromFolder(name: string, { system: _, ...options }: SoaDiffOptions): Promise<StatementSide> {
  const project = await openProject([name], options);
  const system = chooseSystem(project, undefined);
  if (!system) throw new UsageProblem(`There is no soa.yaml in “${name}”.`);
  return { label: visibleLine(name), model: buildSoaModel(system, project.snapshot, 'all'), commit: null, date: null };
}
