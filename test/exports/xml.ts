/** A strict reader of XML that wrote none of what it reads. */
import { createRequire } from 'node:module';

interface Tag {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
}

interface Parser {
  onerror: (error: Error) => void;
  ontext: (text: string) => void;
  onopentag: (tag: Tag) => void;
  onclosetag: (name: string) => void;
  write(text: string): Parser;
  close(): void;
}

const sax = createRequire(import.meta.url)('sax') as { parser(strict: boolean): Parser };

export interface XmlHandlers {
  readonly open?: (tag: Tag) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Reads a whole text; throws where it is not well-formed, or holds a character that XML does not take. */
export function readXml(xml: string, handlers: XmlHandlers = {}): void {
  const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.exec(xml);
  if (illegal) throw new Error(`Character U+${illegal[0].charCodeAt(0).toString(16)} at ${illegal.index}`);
  const parser = sax.parser(true);
  parser.onerror = (error) => {
    throw error;
  };
  parser.ontext = (text) => handlers.text?.(text);
  parser.onopentag = (tag) => handlers.open?.(tag);
  parser.onclosetag = (name) => handlers.close?.(name);
  parser.write(xml).close();
}
