/** Texts that are made to be slow, each about a megabyte: what the worst of them costs on the way from text to findings. */

const megabyte = 1_200_000;

const fill = (part, size = megabyte) => part.repeat(Math.ceil(size / part.length)).slice(0, size);

/** Name → text. */
export const hostileTexts = {
  'one line of words': () => fill('word '),
  'one line of ids': () => fill('27001:A.5.15 '),
  'one line of bare numbers': () => fill('5.1, '),
  'tags in front matter': () => `---\ncontrols:\n${fill('  - 27001:A.5.15\n')}---\n# T\n`,
  'one tag list': () => `---\ncontrols: [${fill('27001:A.5.15, ')}27001:A.5.1]\n---\n`,
  'a reference in each line': () => fill('See ISO/IEC 27001:2022 A.5.15.\n'),
  'a heading in each line': () => fill('## A.5.15 Access control\n'),
  'a paragraph for each standard': () => fill('ISO/IEC 27001:2022, ISO/IEC 42001 and GDPR Art. 32.\n\n'),
  'rows of a table': () => `| Control | Title |\n|---|---|\n${fill('| A.5.15 | Access control |\n')}`,
  'items of a list': () => fill('- A.5.15 Access control\n'),
  'nested quotes': () => `${fill('>', 10_000)} A.5.15\n`,
  'nested lists on one line': () => `${fill('- ', 20_000)}A.5.15\n`,
  'open brackets': () => fill('['),
  'open emphasis': () => fill('*a '),
  backticks: () => fill('`'),
  'silencing comments': () => fill('<!-- clausemark-disable-next-line -->\nA.9.99\n'),
  'open comments': () => fill('<!-- '),
  'front matter that never ends': () => `---\n${fill('a: b\n')}`,
  'ranges and lists': () => fill('A.5.1–A.5.37, A.6.1 to A.8.34 and '),
};
