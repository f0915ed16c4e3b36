/** Damaged and mixed texts, made from real ones: what a random search begins with. */
import fc from 'fast-check';

/** Pieces that texts of ours are made of, and those that parsers stumble over. */
const pieces = [
  '---\n',
  '...\n',
  '```\n',
  '<!--',
  '-->',
  '<!-- clausemark-disable -->',
  '| a | b |\n|---|---|\n',
  '> ',
  '- ',
  '1. ',
  '# ',
  '***',
  '[',
  '](',
  '![',
  '`',
  'A.5.15',
  'A.5.1–A.5.37',
  '27001:A.8.99',
  'ISO/IEC 27001:2013',
  'clause 6.1.3 d)',
  'GDPR Art. 32(1)(b)',
  'Annex IV AI Act',
  '93 controls in 14 domains',
  'controls: [',
  'controls:\n  - ',
  'owner: ',
  '{{',
  '&amp;',
  '&#x0;',
  '\\',
  '\t',
  '\r',
  '\r\n',
  '\u0000',
  '\uFEFF',
  '\uD800',
  '\uDC00',
  '\u2028',
  'ﬀ',
  '🔐',
  '999999999999999999999',
  '&a [*a, *a]',
  '!!js/function x',
  '? ',
  ': ',
  '%YAML 1.1\n',
  'standards: { 27001: { edition: 2022 } }\n',
  '<script>',
  '{%',
  '%}',
];

type Change =
  | { readonly kind: 'cut' | 'double' | 'move'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly piece: string; readonly times: number };

const place = fc.double({ min: 0, max: 1, noNaN: true });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constantFrom('cut', 'double', 'move'), at: place, length: place.map((share) => share ** 4) }),
  fc.record({
    kind: fc.constant('insert'),
    at: place,
    piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 5 })),
    times: fc.oneof({ weight: 9, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.nat({ max: 300 }) }),
  }),
) as fc.Arbitrary<Change>;

function apply(text: string, one: Change): string {
  const at = Math.floor(one.at * text.length);
  if (one.kind === 'insert') return text.slice(0, at) + one.piece.repeat(one.times) + text.slice(at);
  const end = Math.min(text.length, at + Math.ceil(one.length * text.length));
  const part = text.slice(at, end);
  if (one.kind === 'cut') return text.slice(0, at) + text.slice(end);
  return one.kind === 'double'
    ? text.slice(0, end) + part + text.slice(end)
    : part + text.slice(0, at) + text.slice(end);
}

/** Texts made from the given ones: two spliced together, then changed in a few places. */
export function damaged(texts: readonly string[]): fc.Arbitrary<string> {
  const any = fc.constantFrom(...texts);
  const spliced = fc.tuple(any, any, place, place).map(([a, b, from, to]) => {
    return a.slice(0, Math.floor(from * a.length)) + b.slice(Math.floor(to * b.length));
  });
  return fc
    .tuple(fc.oneof(any, spliced), fc.array(change, { maxLength: 6 }))
    .map(([text, changes]) => changes.reduce(apply, text).slice(0, 60_000));
}
