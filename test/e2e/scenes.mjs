/**
 * What windows are opened on, one after the other: the example, several folders, a folder of
 * more than a thousand documents, a folder without a statement, no folder,
 * a folder that is not trusted. Each has its own tests in test/e2e/scenes; those of the example are test/e2e/suite. The tests
 * learn which it is from the user setting `clausemarkTest.scene`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

function writeFiles(folder, files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

const secondStatement = `organisation: Second
standards:
  27001: { edition: 2013 }
controls:
  27001:2013:A.18.2.3:
    applicable: true
    status: implemented
    evidence: [evidence/plan.pdf]
`;

/** A folder beside the example, with the edition of 2013 alone in scope. */
function severalFolders({ scratch, workspace }) {
  const second = writeFiles(join(scratch, 'second'), {
    'soa.yaml': secondStatement,
    'policies/one.md': '---\nid: P-1\ntitle: One\ncontrols: [A.18.2.3, A.5.99]\n---\n\n# One\n',
  });
  const file = join(scratch, 'both.code-workspace');
  writeFileSync(file, JSON.stringify({ folders: [{ path: workspace }, { path: second }] }));
  return file;
}

const notes = { 'notes.md': '# Notes\n\nNothing of ours.\n' };
/** Of a folder that is not trusted this setting is not read. */
const catalogs = { '.vscode/settings.json': JSON.stringify({ 'clausemark.catalogs': ['own.yaml'] }) };

/** A repository that makes git start a program, whatever git is asked. */
const repository = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/config': '[core]\n\trepositoryformatversion = 0\n\tfsmonitor = touch started\n\tpager = touch started\n',
  '.git/objects/info/packs': '',
  '.git/refs/heads/.keep': '',
};

/** More documents than the server reads without threads; every tenth of the first ones cites a control that does not exist. */
function manyPolicies() {
  const policies = Array.from({ length: 1100 }, (_, i) => {
    const cited = i < 110 && i % 10 === 0 ? 'A.5.77' : 'A.5.15';
    const text = `---\nid: POL-${1000 + i}\ntitle: Policy ${i}\ncontrols: [A.5.15]\n---\n\n# Policy ${i}\n\nRights follow tasks (ISO/IEC 27001:2022 ${cited}).\n`;
    return [`policies/policy-${1000 + i}.md`, text];
  });
  return {
    'soa.yaml': 'organisation: Many\nstandards:\n  27001: { edition: 2022 }\n',
    ...Object.fromEntries(policies),
  };
}

const trust = 'security.workspace.trust';

/** By name: what to open (undefined: nothing), and the user settings that it needs. The last one changes what is trusted. */
export const scenes = {
  usual: { open: ({ workspace }) => workspace },
  'several-folders': { open: severalFolders },
  'large-folder': { open: ({ scratch }) => writeFiles(join(scratch, 'many'), manyPolicies()) },
  'no-statement': { open: ({ scratch }) => writeFiles(join(scratch, 'begin'), notes) },
  'no-folder': { open: () => undefined },
  restricted: {
    open: ({ scratch }) => writeFiles(join(scratch, 'strange'), { ...notes, ...catalogs, ...repository }),
    settings: { [`${trust}.enabled`]: true, [`${trust}.startupPrompt`]: 'never' },
  },
};
