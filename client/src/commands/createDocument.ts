/** Creates a document from the template of a type: asks a few questions, writes the file, opens it. */
import { l10n, type QuickPickItem, Uri, window } from 'vscode';
import {
  type DocumentTemplatesAnswer,
  type DocumentTemplatesParams,
  documentTemplatesRequest,
  type NewDocumentAnswer,
  type NewDocumentParams,
  newDocumentRequest,
  settledRequest,
  type WantedDocumentMessage,
} from '../../../server/src/protocol.js';
import type { ServerConnection } from '../server/serverConnection.js';
import { chooseFolder } from './chooseFolder.js';
import { writeNewFile } from './writeNewFile.js';

type Ask = (params?: Omit<DocumentTemplatesParams, 'folder'>) => Promise<DocumentTemplatesAnswer | null>;

/** Says which question it is, of how many. */
type Step = () => string;

/** @param given what is known already, from a quick fix; menus hand over other things */
export async function createDocument(server: ServerConnection, given?: unknown): Promise<void> {
  const wanted = isWanted(given) ? given : null;
  const folder =
    wanted?.folder ?? (await chooseFolder(l10n.t('Open the folder of your policies first.')))?.uri.toString();
  if (folder === undefined) return;
  // An id is proposed that no document has, so all of them must have been read.
  await server.request(settledRequest);
  const ask: Ask = (params = {}) =>
    server.request<DocumentTemplatesAnswer>(documentTemplatesRequest, { folder, ...params });
  const answers = await (wanted ? askForRest(ask, wanted) : askAll(ask));
  if (answers === 'not running') {
    return void window.showWarningMessage(l10n.t('Clausemark is not running, or cannot read this folder.'));
  }
  if (!answers) return;
  const made = await server.request<NewDocumentAnswer>(newDocumentRequest, { folder, ...answers });
  if (made) await writeNewFile(Uri.parse(made.uri), made.text, l10n.t('The document could not be written.'));
}

function isWanted(given: unknown): given is WantedDocumentMessage {
  const { folder, type, id } = (given ?? {}) as Partial<WantedDocumentMessage>;
  return typeof folder === 'string' && typeof type === 'string' && typeof id === 'string';
}

/** Undefined where the user has left. */
type Answers = Omit<NewDocumentParams, 'folder'> | 'not running' | undefined;

async function askAll(ask: Ask): Promise<Answers> {
  const step = steps(5);
  const templates = await ask();
  if (!templates) return 'not running';
  const type = await askForType(templates, step);
  if (type === undefined) return undefined;
  const title = await askForTitle(type, step);
  if (title === undefined) return undefined;
  const proposals = await ask({ type, title });
  if (!proposals) return 'not running';
  const id = await askForId(ask, proposals, step);
  if (id === undefined) return undefined;
  return askWhoAndWhere({ type, title, id }, proposals, step);
}

/** The type and the id are given: that id is what documents name already. */
async function askForRest(ask: Ask, { type, id, title: known, owner }: WantedDocumentMessage): Promise<Answers> {
  const step = steps(3);
  const title = await askForTitle(`${type} ${id}`, step, known);
  if (title === undefined) return undefined;
  const proposals = await ask({ type, title });
  if (!proposals) return 'not running';
  const people = [...new Set([...(owner === '' ? [] : [owner]), ...proposals.people])];
  return askWhoAndWhere({ type, title, id }, { ...proposals, people }, step);
}

async function askWhoAndWhere(
  known: Pick<NewDocumentParams, 'type' | 'title' | 'id'>,
  proposals: DocumentTemplatesAnswer,
  step: Step,
): Promise<Answers> {
  const owner = await askForOwner(proposals, step);
  if (owner === undefined) return undefined;
  const within = await askForFolder(proposals, step);
  return within === undefined ? undefined : { ...known, owner, within };
}

function steps(count: number): Step {
  let number = 0;
  return () => l10n.t('New document ({0} of {1})', ++number, count);
}

async function askForType({ types }: DocumentTemplatesAnswer, step: Step): Promise<string | undefined> {
  const items = types.map(({ name, sections }) => ({ label: name, detail: sections.join(' · ') }));
  const placeHolder = l10n.t('What kind of document? Below each kind: its sections');
  return (await window.showQuickPick(items, { title: step(), placeHolder, ignoreFocusOut: true }))?.label;
}

async function askForTitle(type: string, step: Step, value = ''): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: step(),
    value,
    prompt: l10n.t('Title of the document, for example “Access Control Policy” ({0})', type),
    ignoreFocusOut: true,
    validateInput: (value) => {
      if (value.trim() === '') return l10n.t('Write a title.');
      return value.trim().length > 150 ? l10n.t('Write a title of at most 150 characters.') : undefined;
    },
  });
  return title?.trim();
}

async function askForId(ask: Ask, { proposedId }: DocumentTemplatesAnswer, step: Step): Promise<string | undefined> {
  const id = await window.showInputBox({
    title: step(),
    prompt: l10n.t('Id of the document. Leave it empty if somebody else gives it.'),
    value: proposedId,
    ignoreFocusOut: true,
    validateInput: async (value) => (await ask({ id: value.trim() }))?.idProblem ?? undefined,
  });
  return id?.trim();
}

/** A role from the list, or one that the user types. */
async function askForOwner({ people }: DocumentTemplatesAnswer, step: Step): Promise<string | undefined> {
  return askFromList(
    people.map((person) => ({ label: person })),
    step(),
    l10n.t('Who keeps the document up to date? A role stays when a person leaves.'),
    (typed) => l10n.t('{0} (new)', typed),
    l10n.t('Leave it open'),
  );
}

async function askForFolder(
  { folders, proposedFolder }: DocumentTemplatesAnswer,
  step: Step,
): Promise<string | undefined> {
  const others = folders.filter((folder) => folder !== proposedFolder);
  const items = [proposedFolder, ...others].map((folder) => ({ label: folder === '' ? './' : `${folder}/` }));
  const picked = await askFromList(
    items,
    step(),
    l10n.t('In which folder? Type a path for a new one'),
    (typed) => l10n.t('{0} (new folder)', typed),
    null,
  );
  return picked?.replace(/^(?:\.?[\\/])+|[\\/]+$/g, '');
}

/** A list in which what is typed can be taken as it is. */
function askFromList(
  items: readonly QuickPickItem[],
  title: string,
  placeholder: string,
  labelOfNew: (typed: string) => string,
  labelOfNone: string | null,
): Promise<string | undefined> {
  const none: QuickPickItem[] = labelOfNone === null ? [] : [{ label: labelOfNone }];
  const pick = window.createQuickPick();
  Object.assign(pick, { title, placeholder, ignoreFocusOut: true, items: [...items, ...none] });
  const labels = new Set(items.map(({ label }) => label.toLowerCase()));
  let typed: QuickPickItem | null = null;
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => {
      const words = value.trim();
      typed = words === '' || labels.has(words.toLowerCase()) ? null : { label: labelOfNew(words), alwaysShow: true };
      pick.items = [...items, ...(typed ? [typed] : []), ...none];
    });
    pick.onDidAccept(() => {
      // Who presses Enter quickly has typed what is in no list yet, not even as the item that offers to take it.
      const chosen = pick.selectedItems[0] ?? typed;
      if (!chosen) return;
      resolve(chosen === typed ? pick.value.trim() : chosen === none[0] ? '' : chosen.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}
