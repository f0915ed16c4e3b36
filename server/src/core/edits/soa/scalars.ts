/** A value → YAML that reads back as exactly that value, for us and for every other program. */
import { isSafePlain } from './plain.js';

export type QuoteStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface ScalarPlace {
  /** Inside of braces or brackets, where a comma ends a value. */
  readonly isFlow: boolean;
  /** What is there now; a new value is written in the same style where it can be. */
  readonly style: QuoteStyle;
  /** What the file ends its lines with. */
  readonly lineBreak: string;
  /** Spaces before the lines of a text of several lines. */
  readonly indent: number;
  /** A date may stand without quotes, as people write dates. */
  readonly isDate?: boolean;
}

/** Above that, texts in blocks are wrapped. */
const blockWidth = 100;

/** @param value trimmed and not empty */
export function writeScalar(value: string, place: ScalarPlace): string {
  const { style, isFlow } = place;
  const isBlock = !isFlow && (style === 'literal' || style === 'folded');
  if (isBlock && canBeBlock(value))
    return style === 'folded' && !value.includes('\n') ? folded(value, place) : literal(value, place);
  if (value.includes('\n') && !isFlow && canBeBlock(value)) return literal(value, place);
  if (style === 'single' && /^[\x20-\x7e\u00a0-\u1fff\u2030-\ud7ff]*$/.test(value) && !/\p{Cf}/u.test(value)) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (style !== 'double' && isSafePlain(value, { isFlow, isDate: place.isDate ?? false })) return value;
  return doubleQuoted(value);
}

/** In double quotes, which YAML reads like JSON; what cannot be seen, or ends a line for some readers, as its number. */
export function doubleQuoted(text: string): string {
  return JSON.stringify(text).replace(/[\p{Cf}\p{Zl}\p{Zp}\u007f-\u009f]/gu, (character) => {
    const number = character.codePointAt(0)!.toString(16);
    return number.length > 4 ? `\\U${number.padStart(8, '0')}` : `\\u${number.padStart(4, '0')}`;
  });
}

/** A block keeps its text as it is: nothing in it may need an escape, and its first line may not begin with a space. */
function canBeBlock(value: string): boolean {
  return (
    !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\ufffe\uffff]/u.test(value.replaceAll('\n', '')) &&
    !/^\s|[ \t]$|[ \t]\n|\n[ \t]/.test(value)
  );
}

function literal(value: string, place: ScalarPlace): string {
  const lines = value.split('\n').map((line) => (line === '' ? '' : ' '.repeat(place.indent) + line));
  return ['|-', ...lines].join(place.lineBreak);
}

/** One paragraph, wrapped at spaces that stand alone: only those become line breaks and come back as spaces. */
function folded(value: string, place: ScalarPlace): string {
  const lines: string[] = [];
  let line = '';
  for (const word of value.split(/(?<! ) (?! )/)) {
    if (line !== '' && line.length + word.length + place.indent >= blockWidth) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return ['>-', ...lines.map((each) => ' '.repeat(place.indent) + each)].join(place.lineBreak);
}
