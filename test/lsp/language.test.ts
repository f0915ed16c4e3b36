/** The language of the editor: what the server says in German, and when it stays English. */
import assert from 'node:assert/strict';
import { speak, spokenLanguage, t } from '../../server/src/core/l10n.js';
import { speakLanguageOf } from '../../server/src/lsp/language.js';
import { nodeEnvironment } from '../../server/src/node/environment.js';
import { exportSoaRequest, importSoaRequest } from '../../server/src/protocol.js';
import { type Conversation, startConversation } from '../support/conversation.js';

const files = {
  'policy.md': `---
id: POL-1
title: Access Policy
owner: CISO
version: "1.0"
status: draft
controls: [27001:A.5.15]
---

# Access Policy

## Access

ISO/IEC 27001:2022 A.5.99 is our rule now, and ISO/IEC 27001:2022 A.5.15 too.
`,
  'soa.yaml': `organisation: Lindenhof
standards:
  27001: { edition: 2022 }
controls:
  27001:A.5.15: { applicable: true }
  27001:A.5.16: { applicable: false }
colour: green
`,
};

async function withEditor(locale: string | undefined, run: (editor: Conversation) => Promise<void>): Promise<void> {
  const editor = await startConversation(files, { locale });
  try {
    await run(editor);
  } finally {
    editor.end();
    speak('en', null);
  }
}

const messages = (editor: Conversation, path: string) => editor.diagnostics(path).map(({ message }) => String(message));

describe('A server for a German editor', () => {
  it('speaks German in findings, and leaves codes, ids and titles as they are', () =>
    withEditor('de', async (editor) => {
      const [unknown] = editor.diagnostics('policy.md').filter(({ code }) => code === 'unknown-reference');
      assert.match(
        String(unknown!.message),
        /^In 27001:2022 gibt es A\.5\.99 nicht\. A\.5 endet mit A\.5\.37 \(Documented/,
      );
      const statement = messages(editor, 'soa.yaml').join('\n');
      assert.match(statement, /A\.5\.16 \(Identity management\) von 27001:2022 ist ohne Begründung ausgeschlossen\./);
      assert.match(statement, /„colour“ ist kein Schlüssel von soa\.yaml\. Er wird nicht gelesen/);
    }));

  it('speaks German in hovers, fixes, completion, symbols and lenses', () =>
    withEditor('de-AT', async (editor) => {
      const line = files['policy.md'].split('\n').findIndex((one) => one.startsWith('ISO/IEC'));
      const at = { line, character: 66 };
      const { contents } = await editor.ask<{ contents: { value: string } }>('textDocument/hover', 'policy.md', at);
      assert.match(contents.value, /A\\?\.5\\?\.15 — Access control/);
      assert.match(contents.value, /\*\*Erklärung zur Anwendbarkeit:\*\* \[?anwendbar/);
      assert.match(contents.value, /\*\*Abgedeckt von\*\*/);
      const textDocument = { uri: editor.uri('policy.md') };
      const diagnostics = editor.diagnostics('policy.md').filter(({ code }) => code === 'unknown-reference');
      const actions = await editor.request<{ title: string }[]>('textDocument/codeAction', {
        textDocument,
        range: diagnostics[0]!.range,
        context: { diagnostics },
      });
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.includes('unknown-reference in dieser Datei stummschalten'), titles.join('; '));
      const symbols = await editor.request<{ name: string }[]>('textDocument/documentSymbol', { textDocument });
      assert.equal(symbols[0]!.name, 'Dokumentenlenkung');
      await editor.open('soa.yaml', files['soa.yaml']);
      const lenses = await editor.request<object[]>('textDocument/codeLens', {
        textDocument: { uri: editor.uri('soa.yaml') },
      });
      const lens = await editor.request<{ command: { title: string } }>('codeLens/resolve', lenses[0]);
      assert.equal(lens.command.title, '1 Dokument: POL-1 Access Policy (Entwurf)');
      const items = await editor.ask<{ label: string; documentation?: { value: string } | string }[]>(
        'textDocument/completion',
        'soa.yaml',
        { line: 7, character: 0 },
      );
      assert.match(JSON.stringify(items), /Die Rolle, die diese Erklärung zur Anwendbarkeit aktuell hält\./);
    }));

  it('exports the statement as a record, in English', () =>
    withEditor('de', async (editor) => {
      const answer = await editor.request<{ content: string }>(exportSoaRequest, {
        uri: editor.uri('soa.yaml'),
        format: 'json',
      });
      const text = Buffer.from(answer.content, 'base64').toString('utf8');
      assert.match(text, /Excluded without a justification\./);
      assert.deepEqual(text.match(/.{0,60}(?:Begründung|Maßnahme).{0,40}/g), null);
      assert.equal(t('Evidence'), 'Nachweise');
    }));

  it('tells of an import in German and writes English into the file', () =>
    withEditor('de', async (editor) => {
      const csv = 'Control,Applicable,Justification,Colour\nA.5.15,Yes,Everybody logs in,green\nA.5.99,Yes,-,red\n';
      const answer = await editor.request<{ report: string; text: string }>(importSoaRequest, {
        folder: editor.uri('.').replace(/\/\.?$/, ''),
        fileName: 'old.csv',
        content: Buffer.from(csv).toString('base64'),
      });
      assert.match(answer.report, /^# Import von old\\?\.csv/);
      assert.match(answer.report, /\| Spalte \| Verstanden als \|/);
      assert.match(answer.text, /^# Statement of Applicability: which controls apply/);
    }));

  it('answers a change that cannot be made in German', () =>
    withEditor('de', async (editor) => {
      const answer = await editor.request<{ refused: { reason: string }[] }>('clausemark/editSoa', {
        uri: editor.uri('soa.yaml'),
        changes: [{ nonsense: true }],
      });
      assert.equal(answer.refused[0]!.reason, 'Diese Änderung wurde nicht verstanden.');
    }));
});

describe('A server for an editor of another language', () => {
  for (const locale of [undefined, 'en', 'en-GB', 'xx', '../../etc/passwd', '']) {
    it(`speaks English: ${locale}`, () =>
      withEditor(locale, async (editor) => {
        assert.equal(spokenLanguage(), 'en');
        assert.match(messages(editor, 'policy.md').join('\n'), /27001:2022 has no A\.5\.99\./);
      }));
  }

  it('says in the log why translations could not be read, and goes on in English', async () => {
    const log: string[] = [];
    const environment = { ...nodeEnvironment(() => {}), readTranslations: () => '{ torn' };
    await speakLanguageOf('de', environment, (message) => log.push(message));
    assert.equal(spokenLanguage(), 'en');
    assert.match(log[0]!, /^The translations \(de\) cannot be read: /);
  });
});
