import { checkRule } from '../../support/checkRules.js';

const code = 'malformed-front-matter';

describe(code, () => {
  it('gives the first place only, and the text is checked all the same', () => {
    checkRule(
      code,
      `
      ---
      id: P-1
      title: "Doors
      controls: [99001:A.5.2
      ^^^^^^^^^^^^^^^^^^^^^^ error: A colon, comma, closing bracket or closing quotation mark is missing here. As long as…
      ---
      # Doors
    `,
    );
    checkRule(
      'unknown-reference',
      `
      ---
      id: P-1
      title: "Doors
      controls: [99001:A.5.2
      ---
      # Doors

      See ISO/IEC 99001:2020 A.5.99.
                             ^^^^^^ error: 99001:2020 has no A.5.99.…
    `,
    );
  });

  it('never runs front matter that is code', () => {
    checkRule(
      code,
      `
      ---js
      ^^^^^ warning: This front matter is marked as “js”. Only YAML and JSON are read, and nothing in it is run. Its fields…
      { id: 'P-1' }
      ---
      # Doors
    `,
    );
  });

  it('asks for the end of front matter', () => {
    checkRule(
      code,
      `
      ---
      ^^^ warning: The front matter that begins here is not closed by a line with “---”. Add that line after the last field…
      id: P-1
      # Doors
    `,
    );
  });

  it('only mentions a template', () => {
    checkRule(
      code,
      `
      ---
      title: {{ title }}: {{ subtitle }}
      owner: [
      ---
      ^^^ information: The indentation does not fit…
      # Doors
    `,
    );
  });

  it('has nothing to say of good front matter, or of none', () => {
    checkRule(code, '---\nid: P-1\n---\n# Doors\n');
    checkRule(code, '# Doors\n\n---\n\nText\n');
  });
});
