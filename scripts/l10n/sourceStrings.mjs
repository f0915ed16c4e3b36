/** The texts for users in the sources of extension and panes: those that go through translation, and those that do not. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * All literals of a TypeScript text: `{ text, start, before }`; `before` is the code in front, without comments. Of a
 * template the parts between its `${}` are joined by `{}`.
 */
export function literalsOf(source) {
  const literals = [];
  let code = '';
  let at = 0;
  /** Depth of braces at which each template goes on that we are inside of. */
  const templates = [];
  let depth = 0;
  const readTemplate = (start) => {
    let text = '';
    while (at < source.length) {
      const character = source[at];
      if (character === '\\') {
        text += source.slice(at, at + 2);
        at += 2;
      } else if (character === '`') {
        at++;
        break;
      } else if (character === '$' && source[at + 1] === '{') {
        at += 2;
        templates.push(depth++);
        break;
      } else {
        text += character;
        at++;
      }
    }
    literals.push({ text, start, before: code });
    code += '``';
  };
  while (at < source.length) {
    const rest = source.slice(at, at + 2);
    if (rest === '//') at = endOf(source, '\n', at);
    else if (rest === '/*') at = endOf(source, '*/', at) + 2;
    else if (source[at] === '`') {
      at++;
      readTemplate(at - 1);
    } else if (source[at] === "'" || source[at] === '"') {
      const start = at;
      const quote = source[at++];
      while (at < source.length && source[at] !== quote) at += source[at] === '\\' ? 2 : 1;
      at++;
      literals.push({ text: withoutEscapes(source.slice(start + 1, at - 1)), start, before: code });
      code += "''";
    } else if (source[at] === '/' && /(?:[(,=:[!&|?{;\n]|\breturn)\s*$/.test(code.slice(-20))) {
      // A pattern: its quotes are no strings.
      const match = /^\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/\w*/.exec(source.slice(at));
      at += match ? match[0].length : 1;
      code += '/';
    } else {
      if (source[at] === '{') depth++;
      if (source[at] === '}') {
        depth--;
        if (templates.at(-1) === depth) {
          templates.pop();
          at++;
          readTemplate(at - 1);
          continue;
        }
      }
      code += source[at++];
    }
  }
  return literals;
}

function endOf(source, mark, from) {
  const end = source.indexOf(mark, from);
  return end < 0 ? source.length : end;
}

function withoutEscapes(text) {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|n|(.))/gs, (whole, code, other) => {
    if (code) return String.fromCharCode(Number.parseInt(code, 16));
    return whole === '\\n' ? '\n' : other;
  });
}

/** `l10n.t(` in the extension, `t(` in the panes. */
const translating = /(?:\bl10n\s*\.\s*t|(?<![.\w])t)\(\s*$/;

/** What users never see: names of modules, words for the log and for programmers. */
const unseen =
  /(?:\bimport\s*(?:type\b)?[^;]*$|\bfrom\s*$|\bimport\(\s*$|\b(?:error|warn|info|debug|trace)\(\s*$|new Error\(\s*$|throw\s[^;]*$)/;

/** Several words with a space between them, or a word that begins a sentence. */
const looksLikeWords = /\p{L}{2,}[\p{L}\p{P}]* +\p{L}|^\p{Lu}\p{Ll}{2,}/u;

/** Every text of the sources below the folders that goes through translation, with where it stands. */
export function translatedStrings(root, folders) {
  return each(root, folders, ({ text, before }) => translating.test(before) && text !== '');
}

/** Texts that look like words for users and do not go through translation. */
export function untranslatedStrings(root, folders) {
  return each(root, folders, ({ text, before }) => {
    return looksLikeWords.test(text) && !translating.test(before) && !unseen.test(before.slice(-300));
  });
}

function each(root, folders, wants) {
  const found = [];
  for (const folder of folders) {
    for (const name of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts') || name.endsWith('.d.ts')) continue;
      const source = readFileSync(join(root, folder, name), 'utf8');
      for (const literal of literalsOf(source)) {
        if (!wants(literal)) continue;
        const line = source.slice(0, literal.start).split('\n').length;
        found.push({ text: literal.text, place: `${folder}/${name}:${line}` });
      }
    }
  }
  return found;
}
