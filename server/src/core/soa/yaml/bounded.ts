/** The YAML parser with an end: it stops at the second document and after too many mistakes. */
import { Composer, type Document, Parser, type SchemaOptions } from 'yaml';

/** Far more than anybody makes in one document, and few enough to be found in no time. */
const maximumMistakes = 200;

/** The parser reports every mistake, and takes quadratic time for them: a hostile text would keep it busy for minutes. */
class TooManyMistakes extends Error {}

export interface FirstDocument {
  readonly document: Document.Parsed;
  /** Where a second document begins; null where there is none. */
  readonly nextAt: number | null;
}

/**
 * The first document of a text, with its errors and warnings. `schema` says what plain values become.
 * @throws TooManyMistakes where there are more than 200 of them
 */
export function parseFirstDocument(text: string, schema: Pick<SchemaOptions, 'schema'> = {}): FirstDocument {
  const composer = new Composer({
    ...schema,
    uniqueKeys: false, // Told by us, in our words; the parser's own check is quadratic.
    prettyErrors: false,
    logLevel: 'silent',
    version: '1.2',
  });
  let mistakes = 0;
  const count = () => {
    if (++mistakes > maximumMistakes) throw new TooManyMistakes();
  };
  // Not part of the public interface: should it go, nothing is counted here, and nothing else changes.
  const report = composer['onError'];
  composer['onError'] = (...details: Parameters<typeof report>) => {
    count();
    report(...details);
  };
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error') count();
    for (const document of composer.next(token)) return { document: document as Document.Parsed, nextAt: token.offset };
  }
  const [document] = composer.end(true, text.length);
  return { document: document as Document.Parsed, nextAt: null };
}
