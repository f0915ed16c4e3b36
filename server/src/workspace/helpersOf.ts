/** The helpers of a workspace: what they are told of it. */
import { spokenLanguage, spokenTranslations } from '../core/l10n.js';
import { Helpers } from './helpers.js';
import type { Host } from './host.js';
import type { Inventory } from './inventory.js';
import type { Library } from './library.js';
import type { WorkspaceConfiguration, WorkspaceOptions } from './options.js';

/** For one library: another configuration has another one. Without a print of the catalog nobody could tell that it is the same. */
export function helpersOf(
  host: Host,
  { settings, catalogPrint }: WorkspaceConfiguration,
  { keepsByteOrderMark = false }: WorkspaceOptions,
  library: Library,
  inventory: Inventory,
): Helpers {
  return new Helpers(catalogPrint === undefined ? undefined : host.helpers, {
    names: library.documents.names,
    filesLeft: () => inventory.toRead.size,
    systems: () => library.systemsPrint,
    task: (names) => ({
      settings,
      catalogPrint: catalogPrint ?? '',
      systems: [...library.systemTexts],
      implied: library.implied,
      today: host.today(),
      keepsByteOrderMark,
      language: spokenLanguage(),
      translations: spokenTranslations(),
      names,
    }),
    log: (message) => host.log(message),
  });
}
