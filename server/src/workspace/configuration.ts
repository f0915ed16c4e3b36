/** The configuration of a workspace: the editor's or command line's settings, `.clausemark.yaml`, `.clausemarkignore`. */
import type { Settings } from '../core/settings.js';
import type { Host } from './host.js';
import { ignoreFileName, settingsFileName } from './paths.js';
import { parseSettings, type SettingsProblem } from './settings.js';
import { readSettingsFile, withoutOutsideCatalogs } from './settingsFile.js';

/** Larger settings and ignore files are not read. In bytes. */
const largestSettingsFile = 256 * 1024;

export interface LoadedConfiguration {
  readonly settings: Settings;
  readonly ignoreText: string;
  /** Those of `.clausemark.yaml` with their places, then those of other origin. */
  readonly problems: readonly SettingsProblem[];
  /** The text of `.clausemark.yaml` as it was read; empty where there is none. */
  readonly fileText: string;
}

const atStart = { start: 0, end: 0 };

export interface ConfigurationLayers {
  /** What the editor's settings say; the file of the workspace wins over it, so that an editor shows what a build shows. */
  readonly editor?: unknown;
  /** What the command line says; it wins over the file. */
  readonly commandLine?: unknown;
  /** The content of a settings file named on the command line, instead of the one in the workspace. */
  readonly fileText?: string;
}

/** Reads the files at the root of the workspace and applies all layers. Never throws. */
export async function loadConfiguration(
  host: Pick<Host, 'readFile'>,
  layers: ConfigurationLayers,
  ruleCodes: Iterable<string>,
): Promise<LoadedConfiguration> {
  const fileText = layers.fileText ?? (await textOf(host, settingsFileName));
  const file = readSettingsFile(fileText);
  // A file that the user names on the command line is the user's own word; one found in the folder is somebody else's.
  const trusted =
    layers.fileText === undefined ? withoutOutsideCatalogs(file.value) : { value: file.value, problems: [] };
  const parsed = parseSettings([layers.editor, trusted.value, layers.commandLine], ruleCodes);
  const inFile = [...file.problems, ...trusted.problems, ...parseSettings([trusted.value], ruleCodes).problems];
  const placed = inFile.map((problem) => ({
    ...problem,
    span: problem.span ?? file.placeOf(problem.setting) ?? atStart,
  }));
  const messages = new Set(inFile.map(({ message }) => message));
  return {
    settings: parsed.settings,
    ignoreText: await textOf(host, ignoreFileName),
    problems: [...placed, ...parsed.problems.filter(({ message }) => !messages.has(message))],
    fileText,
  };
}

async function textOf(host: Pick<Host, 'readFile'>, path: string): Promise<string> {
  const file = await host.readFile(path, largestSettingsFile);
  return file.kind === 'text' ? file.text : '';
}
