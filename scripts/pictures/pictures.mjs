/** The pictures of the README and of docs/: the size of the window in CSS pixels, and how to get there. See make-pictures.mjs. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeHistory } from '../../test/e2e/history.mjs';
import { pause } from '../support/processes.mjs';

const oldStatement = `Control;Title;Applicable;Justification for inclusion / exclusion;Status;Colour
A.5.9;Inventory of information and other associated assets;Yes;Assets are the basis of the risk assessment;Planned;
A.7.4;Physical security monitoring;No;The landlord watches the house;;blue
A.7.5;Protecting against physical and environmental threats;No;The landlord looks after the house;;
A.99.9;Something else;Yes;;;
`;

/**
 * By name. `prepare` changes the folder before the window opens; pictures that are `forLooking` are on no page.
 */
export const pictures = {
  soa: {
    size: { width: 1360, height: 780 },
    async show(window) {
      await window.openFile('physical-security-policy.md');
      await window.command('View: Toggle Primary Side Bar Visibility');
      await window.command('Clausemark: Open the Statement of Applicability to the side');
      await pause(2500);
      await window.drag({ x: 704, y: 400 }, { x: 500, y: 400 });
      const frame = window.pane();
      await frame.evaluate(() => {
        const row = document.querySelector('tr[data-key="iso27001-2022:A.7.5"]');
        row?.scrollIntoView({ block: 'center' });
      });
    },
  },
  deciding: {
    size: { width: 1360, height: 860 },
    async show(window) {
      const frame = await openStatement(window);
      const row = 'tr[data-key="iso27001-2022:A.5.9"]';
      await frame.evaluate((selector) => document.querySelector(selector)?.scrollIntoView({ block: 'start' }), row);
      await frame.locator(`${row} td.justification`).click();
    },
  },
  matrix: {
    size: { width: 1360, height: 780 },
    async show(window) {
      const frame = await openStatement(window);
      await frame.locator('[data-tab=clauses]').click();
      await pause(1500);
      await frame.evaluate(() => window.scrollTo({ top: 640 }));
    },
  },
  export: {
    size: { width: 1360, height: 780 },
    forLooking: true,
    async show(window) {
      await openStatement(window);
      await window.command('Clausemark: Export the Statement of Applicability…');
      await pause(800);
    },
  },
  heatmap: {
    size: { width: 1360, height: 780 },
    async show(window) {
      const frame = await openStatement(window);
      await frame.locator('[data-tab=coverage]').click();
      await frame.evaluate(() => window.scrollTo({ top: 190 }));
    },
  },
  reuse: {
    size: { width: 1360, height: 780 },
    forLooking: true,
    async show(window) {
      const frame = await openStatement(window);
      await frame.locator('[data-tab=reuse]').click();
      await pause(1500);
      await frame.evaluate(() => window.scrollTo({ top: 190 }));
    },
  },
  findings: {
    size: { width: 1280, height: 720 },
    async show(window) {
      await window.openFile('vulnerability-management-procedure.md:87');
      await window.command('View: Toggle Primary Side Bar Visibility');
      await window.command('Clausemark: Check all documents and show what was found');
    },
  },
  hover: {
    size: { width: 1120, height: 640 },
    async show(window) {
      await window.openFile('access-control-policy.md:20');
      await window.command('View: Toggle Primary Side Bar Visibility');
      const reference = window.page
        .locator('.view-line', { hasText: 'A.5.15) rests' })
        .locator('span', { hasText: /^A\.5\.15$/ });
      await reference.last().hover();
      await window.page.waitForSelector('.monaco-hover:not(.hidden) .hover-contents');
    },
  },
  completion: {
    size: { width: 1120, height: 560 },
    async show(window) {
      await window.openFile('ai-policy.md:24');
      await window.command('View: Toggle Primary Side Bar Visibility');
      await window.page.keyboard.press('Enter');
      await window.page.keyboard.type('Oversight follows ISO/IEC 42001:2023 A.9');
      await window.page.keyboard.press('Control+Space');
    },
  },
  refactoring: {
    size: { width: 1120, height: 640 },
    async show(window) {
      await window.openFile('access-control-policy.md:12:28');
      await window.command('View: Toggle Primary Side Bar Visibility');
      await window.page.keyboard.press('Control+.');
      await pause(2500);
    },
  },
  template: {
    size: { width: 1120, height: 520 },
    async show(window) {
      await window.openFile('access-control-policy.md');
      await window.command('Clausemark: Create a document from a template…');
      await pause(1500);
    },
  },
  coverage: {
    size: { width: 1120, height: 680 },
    async show(window) {
      await window.openFile('physical-security-policy.md');
      await window.command('Clausemark: Show coverage');
      await window.page.waitForSelector('.part.sidebar .monaco-list-row[aria-label^="A.7 "]');
      await window.page.click('.part.sidebar .monaco-list-row[aria-label^="A.7 "] .monaco-tl-twistie');
      await pause(500);
      await window.page.click('.part.sidebar .monaco-list-row[aria-label^="A.7.2 "] .monaco-tl-twistie');
    },
  },
  comparison: {
    size: { width: 1360, height: 780 },
    prepare: makeHistory,
    async show(window) {
      await window.openFile('soa.yaml');
      await window.command('View: Toggle Primary Side Bar Visibility');
      await window.command('Clausemark: Compare the Statement of Applicability with an earlier version…');
      await pause(1500);
      await window.page.keyboard.type('audit-2025');
      await pause(500);
      await window.page.keyboard.press('Enter');
      // The later version: the texts as they are now.
      await pause(1500);
      await window.page.keyboard.press('Enter');
      await pause(4000);
    },
  },
  import: {
    size: { width: 1360, height: 780 },
    prepare: (folder) => writeFileSync(join(folder, 'soa-2025.csv'), oldStatement),
    async show(window) {
      await window.command('View: Show Explorer');
      await window.page.click('.explorer-folders-view .monaco-list-row[aria-label^="soa-2025.csv"]', {
        button: 'right',
      });
      await window.page.click('.monaco-menu .action-label:has-text("Import a Statement of Applicability")');
      await pause(3500);
      await window.command('View: Toggle Primary Side Bar Visibility');
      await window.command('View: Close Other Editors in Group');
    },
  },
  documents: {
    size: { width: 1120, height: 680 },
    async show(window) {
      await window.openFile('physical-security-policy.md');
      await window.command('Clausemark: Show coverage');
      await window.page.waitForSelector('.part.sidebar .monaco-list-row[aria-label^="A.7 "]');
      await window.page.click('.part.sidebar .pane-header[aria-label^="Coverage"]');
      await window.page.click('.part.sidebar .pane-header[aria-label^="Reviews"]');
      await pause(800);
    },
  },
  walkthrough: {
    size: { width: 1280, height: 860 },
    forLooking: true,
    async show(window) {
      await window.command('Clausemark: Get started');
      await pause(2500);
    },
  },
  settings: {
    size: { width: 1280, height: 860 },
    forLooking: true,
    async show(window) {
      await window.command('Preferences: Open Settings (UI)');
      await pause(1500);
      await window.page.keyboard.type('@ext:clausemark.clausemark');
      await pause(2500);
    },
  },
  preview: {
    size: { width: 1280, height: 720 },
    async show(window) {
      await window.openFile('access-control-policy.md');
      await window.command('View: Toggle Primary Side Bar Visibility');
      await window.command('Markdown: Open Preview to the Side');
      await pause(4000);
    },
  },
};

/** The statement beside a narrow text. */
async function openStatement(window) {
  await window.openFile('soa.yaml');
  await window.command('View: Toggle Primary Side Bar Visibility');
  await window.command('Clausemark: Open the Statement of Applicability to the side');
  await pause(2500);
  await window.drag({ x: 704, y: 400 }, { x: 400, y: 400 });
  await pause(1000);
  return window.pane();
}
