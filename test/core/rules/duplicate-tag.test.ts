import assert from 'node:assert/strict';
import { checkFix, checkRule, fixAllOf, fixTitles } from '../../support/checkRules.js';
import { catalogOfProject } from '../../support/realCatalog.js';

const code = 'duplicate-tag';

describe(code, () => {
  it('finds the second tag of a list, however it is written', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      controls: [99001:A.5.2, 99001:A.5.3, 99001:2020:A.5.2]
                                                      ^^^^^ warning: A.5.2 (Keys and locks) is tagged twice in this list. Remove one, so that each claim stands in one place.
      ---
      # Doors
    `,
    );
  });

  it('looks at each section for itself', () => {
    checkRule(
      code,
      `
      # Doors
      <!-- controls: 99001:A.5.2, 99001:A.5.2 -->
                                        ^^^^^ warning: A.5.2 (Keys and locks) is tagged twice in this section.…

      ## Windows
      <!-- controls: 99001:A.5.2 -->
    `,
    );
  });

  it('lets parallel lists repeat each other', () => {
    checkRule(code, '---\ncontrols: [99001:A.5.2]\nsatisfies: [99001:A.5.2]\n---\n# Doors\n');
  });

  it('mentions a range that repeats a part', () => {
    checkRule(
      code,
      `
      ---
      controls: [99001:A.5.2, 99001:A.5.1-A.5.3]
                                    ^^^^^^^^^^^ information: “A.5.1-A.5.3” repeats what this list tags already: A.5.2 (Keys and locks). Remove one, so that each claim stands in one place.
      ---
      # Doors
    `,
    );
  });

  it('removes the second from a flow list with its comma', () => {
    checkFix(
      code,
      'Remove the second A.5.2',
      '---\ncontrols: [99001:A.5.2, 99001:A.5.3, 99001:A.5.2]\n---\n# Doors\n',
      '---\ncontrols: [99001:A.5.2, 99001:A.5.3]\n---\n# Doors\n',
    );
  });

  it('removes the line of a block list', () => {
    checkFix(
      code,
      'Remove the second A.5.2',
      '---\ncontrols:\n  - 99001:A.5.2\n  - 99001:A.5.2 # again\n  - 99001:A.5.3\n---\n# Doors\n',
      '---\ncontrols:\n  - 99001:A.5.2\n  - 99001:A.5.3\n---\n# Doors\n',
    );
  });

  it('removes it from a comment', () => {
    checkFix(
      code,
      'Remove the second A.5.2',
      '# Doors\n<!-- controls: 99001:A.5.2, 99001:A.5.2 -->\n',
      '# Doors\n<!-- controls: 99001:A.5.2 -->\n',
    );
    checkFix(
      code,
      'Remove the second A.5.2',
      '# Doors\n<!-- controls: 99001:A.5.2 -->\n<!-- controls: 99001:A.5.2 -->\n\nText.\n',
      '# Doors\n<!-- controls: 99001:A.5.2 -->\n\nText.\n',
    );
  });

  it('tears no range or phrase apart, nor does “fix all”', () => {
    const texts = [
      '---\ncontrols: [99001:A.5.1-A.5.3, 99001:A.5.3-A.5.1]\n---\n# Doors\n',
      '---\ncontrols: ["99001:A.5.1-A.5.3", "99001:A.5.3-A.5.1"]\n---\n# Doors\n',
      '---\ncontrols:\n  - 99001:A.5.1-A.5.3\n  - 99001:A.5.3-A.5.1 # rückwärts\n---\n# Türen\n',
      '---\r\ncontrols: [99001:A.5.1, 99001:A.5.3-A.5.1]\r\n---\r\n# Doors\r\n',
      '# Doors\n<!-- controls: 99001:A.5.1-A.5.3, 99001:A.5.3-A.5.1 -->\n\nText.\n',
    ];
    for (const text of texts) {
      assert.deepEqual(fixTitles(code, text), [], text);
      assert.deepEqual(fixAllOf(text), { 'policy.md': text });
    }
  });

  it('loses no words that stand at the second alone', () => {
    const text = (lines: string) => `---\ncontrols:\n${lines}---\n# Doors\n`;
    for (const lines of [
      '  - 99001:A.5.2\n  - 99001:A.5.2 (for guests, ticket 4711)\n',
      '  - 99001:A.5.2\n  - "99001:A.5.2 for guests"\n',
      '  - 99001:A.5.2 (for staff)\n  - 99001:A.5.2 (for guests)\n',
      '  - 99001:A.5.2\n  - 99001:A.5.2 – Gäste\n',
    ]) {
      assert.deepEqual(fixTitles(code, text(lines)), [], lines);
      assert.deepEqual(fixAllOf(text(lines)), { 'policy.md': text(lines) });
    }
    const flow = '---\ncontrols: [99001:A.5.2, 99001:A.5.2 (guests)]\n---\n# Doors\n';
    assert.deepEqual(fixAllOf(flow), { 'policy.md': flow });
    // A remark goes with the tag where somebody says so.
    const remark = text('  - 99001:A.5.2\n  - 99001:A.5.2 # see ticket 12\n');
    assert.deepEqual(fixTitles(code, remark), ['Remove the second A.5.2']);
    assert.deepEqual(fixAllOf(remark), { 'policy.md': remark });
    // Its title, and what the first says as well, are not lost.
    for (const lines of [
      '  - 99001:A.5.2 (for guests)\n  - 99001:A.5.2 (for guests)\n',
      '  - 99001:A.5.2\n  - 99001:A.5.2 Keys and locks\n',
      '  - 99001:A.5.2\n  - 99001:A.5.2 # Keys and locks\n',
    ]) {
      const first = `${lines.split('\n')[0]}\n`;
      assert.deepEqual(fixAllOf(text(lines)), { 'policy.md': text(first) });
    }
  });

  it('leaves the comma of a remark alone', () => {
    const text = (lines: string) => `---\ncontrols: [\n  99001:A.5.2, # first,\n${lines}]\n---\n# Doors\n`;
    assert.deepEqual(fixAllOf(text('  99001:A.5.2 ')), { 'policy.md': text('   ') });
  });

  it('leaves the standard to what stands behind the removed one', () => {
    const text = (written: string) => `---\nclauses: [27001:9.2, 42001:9.2, "${written}"]\n---\n# Doors\n`;
    const options = { catalog: catalogOfProject() };
    assert.deepEqual(fixAllOf(text('42001:9.2 and 9.3'), options), { 'policy.md': text('42001:9.3') });
  });
});
