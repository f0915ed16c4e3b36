import { checkRule } from '../../support/checkRules.js';

const code = 'malformed-front-matter';

describe(code, () => {
  it('gives the first place only, and the text is checked all the same', () => {
    const text = `
      ---
      id: P-1
      title: "Doors
      ^^^^^^^^^^^^^ error: …
      controls: [99001:A.5.2
      ---
      # Doors

      See ISO/IEC 99001:2020 A.5.99.
    `;
    checkRule('unknown-reference', `
      ---
      id: P-1
      title: "Doors
      controls: [99001:A.5.2
      ---
      # Doors

      See ISO/IEC 99001:2020 A.5.99.
                             ^^^^^^ error: 99001:2020 has no A.5.99.…
    `);
    void text;
  });

  it('never runs front matter that is code', () => {
    checkRule(code, `
      ---js
      ^^^^^ warning: …
      { id: 'P-1' }
      ---
      # Doors
    `);
  });

  it('only mentions a template', () => {
    checkRule(code, `
      ---
      title: {{ title }}: {{ subtitle }}
             ^^^^^^^^^^^ information: …
      owner: [
      ---
      # Doors
    `);
  });

  it('has nothing to say of good front matter, or of none', () => {
    checkRule(code, '---\nid: P-1\n---\n# Doors\n');
    checkRule(code, '# Doors\n\n---\n\nText\n');
  });
});
