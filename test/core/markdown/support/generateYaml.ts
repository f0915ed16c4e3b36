/** Random front matter, mostly simple, with everything that YAML makes subtle. */
import type { Random } from './generate.js';

const keys = [
  'a',
  'b',
  'owner',
  'next review',
  'next-review',
  'x_y',
  '27001',
  '"q"',
  "'s'",
  'é',
  'a:b',
  'k (l)',
  '-d',
  'true',
  'null',
  '5.10',
  'a b ',
  '#k',
  'a"b',
  '<<',
  '?',
  '~',
];
const values = [
  '',
  ' ',
  'text',
  'two words',
  '5.10',
  '2026-01-01',
  '"quoted"',
  "'it''s'",
  '"a \\n b"',
  '27001:A.5.15',
  'a: b',
  'a:',
  'a #b',
  'a#b',
  '# c',
  '~',
  'true',
  '-',
  '- x',
  '[a, b]',
  '[27001:A.5.1, "x, y", \'z\']',
  '[]',
  '[ ]',
  '[a, ]',
  '[a,, b]',
  '[a',
  'a]',
  '{a: b}',
  '{}',
  '&x y',
  '*x',
  '!t v',
  '@a',
  '`b`',
  '%c',
  '|',
  '>',
  '>-',
  '|+',
  '|2',
  '"a" b',
  '"open',
  "'open",
  '"a"#b',
  '[a] b',
  '[a]# c',
  '[a] # c',
  '[a: b]',
  '[a:]',
  '[:a]',
  '[-a, -]',
  '[?a]',
  '[[a]]',
  '[a b, c d]',
  '-a',
  '?b',
  ':c',
  ', d',
  'a,b',
  'a]b',
  'a{b',
  'x: # y',
  'a\tb',
  '\tz',
  '"x":y',
  'a\\b',
  '...',
  '--- x',
  '<v',
  '=',
  '(p)',
  'a "b" c',
  "a'b",
];

/** A few lines of keys, items and values at random indentations. */
export function generateYaml(random: Random): string {
  const lines = random.below(9);
  const ending = random.below(8) === 0 ? '\r\n' : '\n';
  let text = '';
  let indent = 0;
  for (let i = 0; i < lines; i++) {
    indent = random.pick([0, 0, indent, indent, indent + 2, Math.max(0, indent - 2), random.below(6)]);
    text += ' '.repeat(indent);
    const kind = random.below(12);
    if (kind < 6) text += `${random.pick(keys)}${random.pick([':', ':', ':', ': ', ' :', ':  '])}`;
    else if (kind < 8) text += '- ';
    else if (kind === 8) text += `- ${random.pick(keys)}: `;
    else if (kind === 9) text += random.pick(['# comment', '', '  ']);
    if (random.below(4) > 0) text += (text.endsWith(':') ? ' ' : '') + random.pick(values);
    if (random.below(10) === 0) text += ' # note';
    text += random.below(60) === 0 ? '\r' : ending;
  }
  return random.below(4) === 0 ? text.trimEnd() : text;
}
