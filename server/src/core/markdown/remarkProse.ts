/**
 * The slow definition of what `proseOf` keeps, from the tokens of micromark (the tokeniser inside remark-parse) with the
 * same extensions. Like remarkReference.ts for tests and debugging only.
 */
import { parse, postprocess, preprocess } from 'micromark';
import { gfm } from 'micromark-extension-gfm';
import { maskAddresses } from './addresses.js';
import { decodeReference } from './characterReferences.js';
import { escapeIn } from './inline.js';
import type { Block } from './types.js';

const blanked = 0;
const kept = 1;
const code = 2;
const escaped = 3;

/** Tokens whose text inside is not prose. */
const opaque = new Set([
  'autolink',
  'codeFenced',
  'codeIndented',
  'definition',
  'gfmFootnoteCall',
  'gfmFootnoteDefinitionLabel',
  'htmlFlow',
  'htmlText',
  'literalAutolink',
  'reference',
  'resource',
]);

const prose = new Set(['characterEscapeValue', 'data', 'emphasisSequence', 'strikethroughSequence', 'strongSequence']);

/** For each block its prose as micromark's tokens give it. Only for paragraphs, headings and table cells. */
export class RemarkProse {
  private readonly marks: Uint8Array;
  /** Starts and ends of character references. */
  private readonly references = new Map<number, number>();

  constructor(
    private readonly text: string,
    start: number,
  ) {
    this.marks = new Uint8Array(text.length);
    const body = text.slice(start);
    const shift = start + (body.charCodeAt(0) === 0xfeff ? 1 : 0);
    const document = parse({ extensions: [gfm()] }).document();
    const events = postprocess(document.write(preprocess()(body, undefined, true)));
    let depth = 0;
    for (const [kind, token] of events) {
      const from = shift + token.start.offset;
      const to = shift + token.end.offset;
      if (opaque.has(token.type)) depth += kind === 'enter' ? 1 : -1;
      if (kind === 'exit' || depth > 0) continue;
      if (prose.has(token.type)) this.marks.fill(kept, from, to);
      else if (token.type === 'codeText') this.marks.fill(code, from, to);
      else if (token.type === 'escapeMarker') this.marks.fill(escaped, from, to);
      else if (token.type === 'characterReference') this.references.set(from, to);
    }
  }

  /** The same as `proseOf` should give without inline code. */
  of(block: Block): string {
    const { text, marks } = this;
    let result = '';
    for (let i = block.span.start; i < block.span.end; i++) {
      const end = this.references.get(i);
      if (end !== undefined) {
        result += decodeReference(text.slice(i, end));
        i = end - 1;
      } else if (/[\r\n]/.test(text.charAt(i))) result += text.charAt(i);
      else if (marks[i] === code) result += '\uFFFC';
      else if (marks[i] === escaped) result += escapeIn(text, i);
      else result += marks[i] === blanked ? ' ' : text.charAt(i);
    }
    return maskAddresses(result);
  }
}
