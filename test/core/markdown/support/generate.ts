/** Random Markdown from a seed: lines made of container prefixes and leaf starts, and mutations of given documents. */

export interface Random {
  /** An integer in [0, limit). */
  below(limit: number): number;
  pick<T>(values: readonly T[]): T;
}

/** mulberry32: the same sequence for the same seed everywhere. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    below: (limit) => Math.floor(next() * limit),
    pick: (values) => values[Math.floor(next() * values.length)]!,
  };
}

const prefixes = [
  '> ',
  '>',
  '> > ',
  '- ',
  '-',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '10. ',
  '3.',
  ' ',
  '  ',
  '   ',
  '    ',
  '     ',
  '\t',
  ' \t',
  '      ',
  '[^1]: ',
  '[^a]:',
  '-   ',
  '-     ',
  '- \t',
  '>\t',
  '-\t',
  '1.\t',
  '0. ',
  '        ',
];

const contents = [
  'foo',
  'bar baz',
  'A.5.15 and A.5.16',
  '# Heading',
  '## Two ##',
  '#',
  '####### seven',
  '#no',
  '===',
  '---',
  '----',
  '***',
  '* * *',
  '- - -',
  '___',
  '_ _',
  '=',
  '-',
  '```',
  '~~~',
  '````',
  '``` js',
  '~~~ a`b',
  '``` a`b',
  '<div>',
  '</div>',
  '<!-- c -->',
  '<!-- open',
  'end -->',
  '<!-->',
  '<pre>',
  '</pre>',
  '<script>x</script>',
  '<?php',
  '?>',
  '<!X',
  '<![CDATA[',
  ']]>',
  '<b>',
  '<x y="z">',
  '<x',
  '</x>',
  '| a | b |',
  '| - | - |',
  '|-|-|',
  'a | b',
  '- | -',
  ':-: | --:',
  '| a |',
  '| - |',
  '|',
  '||',
  'a|b\\|c',
  ':-',
  ':--|',
  '--- | ---',
  '`a|b`|c',
  '[a]: /u',
  '[a]: /u "t"',
  "[b]: <u> 'x",
  "y'",
  '[c]:',
  '/url',
  '"title"',
  '[a]',
  '[a][b]',
  '![i](u)',
  '[l](u "t")',
  '[ ] task',
  '[x] done',
  '[x]',
  'text <!-- in --> line',
  '`<!-- no -->`',
  '\\<!-- no -->',
  '<a href="<!-- -->">',
  '[x](<!-- -->)',
  '`` ` ``',
  '`open',
  '1. x',
  '2. y',
  '- x',
  '+',
  '14) q',
  '\\',
  '\\# no',
  '&amp; &nbsp;',
  'http://a.b/c',
  '<http://a.b>',
  'x@y.zz',
  '{{p}}',
  '**b**',
  '*i*',
  '{% t %}',
  '[^1]',
  '[^a]',
  'foo  ',
  'a\tb',
  '| \\| | `|` |',
  '<!-- a --><!-- b -->',
  '---yaml',
  'é 😀 ü',
];

const endings = ['\n', '\n', '\n', '\n', '\n', '\r\n', '\r'];

/** A small document of random lines, rich in what makes block structure subtle. */
export function generateDocument(random: Random): string {
  const lines = 1 + random.below(8);
  const ending = random.pick(endings);
  let text = random.below(60) === 0 ? '\uFEFF' : '';
  for (let line = 0; line < lines; line++) {
    const depth = random.pick([0, 0, 1, 1, 2, 2, 3]);
    for (let i = 0; i < depth; i++) text += random.pick(prefixes);
    if (random.below(7) > 0) text += random.pick(contents);
    if (random.below(12) === 0) text += ` ${random.pick(contents)}`;
    text += random.below(40) === 0 ? random.pick(endings) : ending;
  }
  return random.below(3) === 0 ? text.trimEnd() : text;
}

const inlineParts = [
  'foo ',
  'A.5.15',
  ' ',
  ' ',
  '\n',
  '\\',
  '`',
  '``',
  '`',
  '<',
  '>',
  '<!--',
  '-->',
  '<!-- x -->',
  '<b>',
  '</b>',
  '<a b="',
  '"',
  "'",
  '=',
  '/>',
  '[',
  ']',
  '![',
  '](',
  '(',
  ')',
  '[a]',
  '[b]',
  '[^1]',
  '[]',
  '<u>',
  '*',
  '_',
  '**',
  '~~',
  '&amp;',
  '&',
  ';',
  'http://',
  'https://x.yz/a',
  'www.',
  'www.a.bc',
  '.',
  ',',
  '@',
  'a@b.cd',
  '!',
  ':',
  '|',
  '#',
  '<?',
  '?>',
  '<!X',
  '<![CDATA[',
  ']]>',
  '](u)',
  '](<u>)',
  '](u "t")',
  "](u 't')",
  '](u (t))',
  '[^2]',
  '![^1]',
  '<http://x>',
  '<x:y>',
  '\\[',
  '\\]',
  '\\`',
  '\\\n',
  'é',
  '😀',
  '{{p}}',
  '</',
  '(a)',
  ' "',
  '-',
];

/** One paragraph of random inline marks, with definitions of `a` and a footnote `1` after it. */
export function generateInline(random: Random): string {
  let text = random.pick(['', '', '- ', '> ', '# ', '- [ ] ', 'x ']);
  const parts = 1 + random.below(14);
  for (let i = 0; i < parts; i++) text += random.pick(inlineParts);
  return `${text}\n\n[a]: /x\n\n[^1]: note\n`;
}

const insertions = [
  '\n',
  '\n\n',
  '> ',
  '- ',
  '    ',
  '\t',
  '|',
  '`',
  '```\n',
  '<!-- ',
  '-->',
  '<div>\n',
  '[',
  ']: x',
  '*',
  '#',
  '---\n',
  '===\n',
  '1. ',
  '\\',
  '\r\n',
  '<',
  '~~~\n',
  ' ',
];

/** The document with a few random cuts, insertions and moved lines; at most `size` characters of it. */
export function mutate(document: string, random: Random, size: number): string {
  const from = random.below(Math.max(1, document.length - size));
  let text = document.slice(from, from + size);
  const changes = 1 + random.below(5);
  for (let i = 0; i < changes; i++) {
    const at = random.below(text.length + 1);
    const kind = random.below(4);
    if (kind === 0) text = text.slice(0, at) + text.slice(at + 1 + random.below(12));
    else if (kind === 1) text = text.slice(0, at) + random.pick(insertions) + text.slice(at);
    else {
      const lines = text.split('\n');
      const line = random.below(lines.length);
      if (kind === 2) lines[line] = random.pick(prefixes) + lines[line]!;
      else lines.splice(line, 1, ...lines.splice(random.below(lines.length), 1), lines[line] ?? '');
      text = lines.join('\n');
    }
  }
  return text;
}

const noise = [
  ...Array<string>(12).fill('\n'),
  ...Array<string>(8).fill(' '),
  '>',
  '-',
  '  ',
  '\t',
  '>',
  '-',
  '*',
  '+',
  '1',
  '.',
  ')',
  '#',
  '=',
  '~',
  '`',
  '<',
  '/',
  '!',
  '[',
  ']',
  '^',
  ':',
  '|',
  '|',
  '\\',
  'a',
  'b',
  '(',
  '"',
  '_',
  '&',
  '\r',
  '~~~',
  '```',
  '<!--',
  '-->',
  '<a>',
  '<p>',
  '[^a]:',
  '| - |',
  '---',
  'http://a.b',
  '@',
];

/** Random marks without any plan. */
export function generateNoise(random: Random): string {
  const length = 1 + random.below(40);
  let text = '';
  for (let i = 0; i < length; i++) text += random.pick(noise);
  return text;
}
