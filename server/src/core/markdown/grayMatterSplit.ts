/**
 * gray-matter as a second opinion on where front matter ends: for tests and debugging. It evaluates script front matter,
 * caches without bound and swallows unclosed blocks when it is left to its defaults, so this file is the only one that may
 * import it, always with options (no cache) and with engines that read nothing: those of YAML and JSON give no data, every
 * other one throws.
 */
import matter from 'gray-matter';

export interface GrayMatterSplit {
  /** The language after the opening fence, `yaml` without one. */
  readonly language: string;
  /** The source between the fences. */
  readonly matter: string;
  readonly content: string;
}

function refuse(): never {
  throw new Error('front matter in a script language');
}

const readNothing = { parse: () => ({}), stringify: refuse };
const refused = { parse: refuse, stringify: refuse };

const engines = {
  yaml: readNothing,
  yml: readNothing,
  json: readNothing,
  javascript: refused,
  js: refused,
  coffeescript: refused,
  coffee: refused,
  cson: refused,
  toml: refused,
};

/**
 * Front matter and body of a text, or null where the front matter is in a language that is not data. Never throws and
 * never runs anything of the text. Of a text with a byte order mark the body comes without it.
 */
export function splitWithGrayMatter(text: string): GrayMatterSplit | null {
  // gray-matter looks the language up with its inherited names too (`---constructor`), so it never sees others.
  const language = /^\uFEFF?---([^\r\n]*)/.exec(text)?.[1]?.trim() ?? '';
  if (/^[a-z_]/i.test(language) && !/^(?:yaml|yml|json)$/i.test(language)) return null;
  // An options object of its own for each call: gray-matter keeps results only for calls without one.
  const options = { engines, language: 'yaml', delimiters: '---', excerpt: false };
  try {
    const file = matter(text, options);
    return { language: file.language, matter: file.matter, content: file.content };
  } catch {
    return null;
  }
}
