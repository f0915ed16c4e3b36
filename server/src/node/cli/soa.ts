/** `clausemark soa`: the Statement of Applicability, in every format in which it can be handed on. */
import { basename, dirname, extname, relative, resolve, sep } from 'node:path';
import { buildClauseMatrix } from '../../core/soa/clauseMatrix.js';
import { buildSoaModel } from '../../core/soa/model.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { type ExportFormatName, exportFormats, formatNamed, formatOfFile } from '../../core/soa/render/formats.js';
import type { ManagementSystem } from '../../core/soa/types.js';
import { readVersion } from '../environment.js';
import { ExportProblem } from '../exportProblem.js';
import { renderAny } from '../exportTools.js';
import { gitState } from '../gitState.js';
import { type OutputOptions, openOutput } from './output.js';
import { exitCodes, UsageProblem } from './problem.js';
import { openProject, type Project, type ProjectOptions } from './project.js';

export interface SoaOptions extends ProjectOptions, OutputOptions {
  readonly format?: string;
  /** The same as `outputFile`. */
  readonly output?: string;
  readonly system?: string;
}

export async function soa(paths: readonly string[], options: SoaOptions): Promise<number> {
  const outputFile = options.output ?? options.outputFile;
  if (options.outputFile !== undefined && options.outputFile !== outputFile)
    throw new UsageProblem('--output and --output-file name two files: give one of them.');
  const format = chooseExportFormat(options.format, outputFile);
  if (!exportFormats[format].isText && outputFile === undefined && process.stdout.isTTY) {
    throw new UsageProblem(
      `${exportFormats[format].label} is no text. Say where to write it: --output soa.${exportFormats[format].ending}`,
    );
  }
  const project = await openProject(paths, options);
  const input = await exportInput(project, chooseSystem(project, options.system), outputFile);
  if (input.model.standards.length === 0) {
    throw new UsageProblem(
      'No standard is in scope, so there is nothing to state. Name the standards in a soa.yaml (clausemark init writes a first one) or with --standards 27001:2022.',
    );
  }
  const bytes = await render(format, input, project);
  const output = openOutput({ ...options, ...(outputFile === undefined ? {} : { outputFile }) });
  await output.write(bytes);
  await output.close();
  return exitCodes.clean;
}

async function exportInput(
  { root, snapshot }: Project,
  system: ManagementSystem | null,
  outputFile: string | undefined,
): Promise<SoaExport> {
  const git = await gitState(root);
  return {
    model: buildSoaModel(system, snapshot, 'all'),
    matrix: buildClauseMatrix(system, snapshot, 'all'),
    provenance: {
      commit: git?.commit ?? null,
      isModified: git?.isModified ?? false,
      generator: `Clausemark ${readVersion()}`,
    },
    folder: folderOf(outputFile, root),
  };
}

/** The folder of the file below the root, by which links are written; the root for one that lies elsewhere. */
function folderOf(outputFile: string | undefined, root: string): string {
  const below =
    outputFile === undefined
      ? ''
      : relative(root, dirname(resolve(outputFile)))
          .split(sep)
          .join('/');
  return below === '..' || below.startsWith('../') || /^[a-zA-Z]:/.test(below) ? '' : below;
}

async function render(format: ExportFormatName, input: SoaExport, { snapshot }: Project): Promise<Uint8Array> {
  try {
    return await renderAny(format, input, snapshot.catalog);
  } catch (error) {
    throw error instanceof ExportProblem ? new UsageProblem(error.message) : error;
  }
}

/** The format that was named, or that the ending of the file says; Markdown where it has none. */
function chooseExportFormat(wanted: string | undefined, outputFile = ''): ExportFormatName {
  const ending = extname(outputFile);
  const format = wanted === undefined ? formatOfFile(basename(outputFile)) : formatNamed(wanted);
  if (format) return format;
  if (wanted === undefined && ending === '') return 'markdown';
  const known = Object.keys(exportFormats).join(', ');
  throw new UsageProblem(
    wanted === undefined
      ? `No format has the ending “${ending}”. Say with --format which is meant: ${known}.`
      : `There is no format “${wanted}”. Choose one of ${known}.`,
  );
}

/** The soa.yaml that was named, or the only one; null without any. */
export function chooseSystem({ snapshot, systems }: Project, named: string | undefined): ManagementSystem | null {
  const candidates = snapshot.systems.filter(({ path }) =>
    named === undefined ? systems.includes(path) : path === named,
  );
  if (named !== undefined && candidates.length === 0)
    throw new UsageProblem(`There is no “${named}” in this workspace.`);
  if (candidates.length <= 1) return candidates[0] ?? snapshot.systems[0] ?? null;
  const [outermost, next] = candidates;
  if (outermost!.folder.split('/').length < next!.folder.split('/').length || outermost!.folder === '')
    return outermost!;
  const names = candidates.map(({ path }) => path).join(', ');
  throw new UsageProblem(`There are several management systems here: ${names}. Choose one with --system PATH.`);
}
