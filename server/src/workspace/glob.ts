/**
 * Globs → tests of paths, in time that grows with the length of path and glob alone. The usual way by regular expressions
 * takes longer than anybody lives for `*a*a*a*a*a*b`, and a folder that somebody sent can bring its own settings.
 *
 * `*` and `?` stay within a name, `**` is any number of folders, `[a-z]` and `[!a-z]` one character, `{a,b}` one of several
 * texts, `\` makes the next character an ordinary one. A `!` before a glob turns it round.
 */

/** A test of one name. */
type NameTest = (name: string) => boolean;

/** Any number of folders. */
const anyFolders = Symbol('**');
type Step = NameTest | typeof anyFolders;

/** More alternatives than that of one glob are no selection of policies. */
const mostAlternatives = 200;

/** Whether a path, in names, is one that the globs mean: any of them. */
export function globTest(globs: readonly string[]): (names: readonly string[]) => boolean {
  const tests = globs.map(oneGlobTest);
  return (names) => tests.some((test) => test(names));
}

function oneGlobTest(glob: string): (names: readonly string[]) => boolean {
  const isTurned = glob.startsWith('!');
  const written = (isTurned ? glob.slice(1) : glob).replace(/^\.\//, '');
  const ways = alternativesOf(written).map((text) => stepsOf(namesOf(text)));
  return (names) => ways.some((steps) => fits(steps, names)) !== isTurned;
}

/** The parts of a glob between its slashes. */
export function namesOf(glob: string): string[] {
  return glob.split('/');
}

/** What is meant by `a/**` is in `a`, and not `a` itself. */
export function stepsOf(parts: readonly string[]): Step[] {
  const whole = parts.length > 1 && parts.at(-1) === '**' ? [...parts, '*'] : parts;
  return whole.map((part) => (part === '**' ? anyFolders : nameTest(part)));
}

/** Goes back to the last `**` only: what an earlier one could take, the later one can take as well. */
export function fits(steps: readonly Step[], names: readonly string[]): boolean {
  let step = 0;
  let name = 0;
  let lastAny = -1;
  let nameThen = 0;
  while (name < names.length) {
    const wanted = steps[step];
    if (wanted === anyFolders) {
      lastAny = step++;
      nameThen = name;
    } else if (wanted?.(names[name]!)) {
      step++;
      name++;
    } else if (lastAny >= 0) {
      step = lastAny + 1;
      name = ++nameThen;
    } else return false;
  }
  while (steps[step] === anyFolders) step++;
  return step === steps.length;
}

/** One character that may stand at a place of a name; null for any number of any characters. */
type Sign = ((code: number) => boolean) | null;

function nameTest(part: string): NameTest {
  const star = part.indexOf('*');
  if (!/[*?[\\]/.test(part)) return (name) => name === part;
  if (star === part.lastIndexOf('*') && !/[?[\\]/.test(part)) {
    const [before, after] = [part.slice(0, star), part.slice(star + 1)];
    return (name) => name.length >= before.length + after.length && name.startsWith(before) && name.endsWith(after);
  }
  const signs = signsOf(part);
  return (name) => fitsName(signs, name);
}

/** The same as `fits`, within a name. */
function fitsName(signs: readonly Sign[], name: string): boolean {
  let sign = 0;
  let at = 0;
  let lastStar = -1;
  let atThen = 0;
  while (at < name.length) {
    const wanted = signs[sign];
    if (wanted === null) {
      lastStar = sign++;
      atThen = at;
    } else if (wanted?.(name.charCodeAt(at))) {
      sign++;
      at++;
    } else if (lastStar >= 0) {
      sign = lastStar + 1;
      at = ++atThen;
    } else return false;
  }
  while (signs[sign] === null) sign++;
  return sign === signs.length;
}

function signsOf(part: string): Sign[] {
  const signs: Sign[] = [];
  for (let at = 0; at < part.length; at++) {
    const mark = part[at]!;
    const end = mark === '[' ? setEnd(part, at) : -1;
    if (mark === '*') signs.push(null);
    else if (mark === '?') signs.push(() => true);
    else if (end > 0) {
      signs.push(setTest(part.slice(at + 1, end)));
      at = end;
    } else {
      if (mark === '\\' && at + 1 < part.length) at++;
      const code = part.charCodeAt(at);
      signs.push((other) => other === code);
    }
  }
  return signs;
}

/** Where the `]` of a set stands; -1 where there is none, and the bracket is only a bracket. */
function setEnd(part: string, start: number): number {
  const first = /[!^]/.test(part[start + 1] ?? '') ? start + 2 : start + 1;
  return part.indexOf(']', first + 1);
}

function setTest(written: string): (code: number) => boolean {
  const isTurned = /^[!^]/.test(written);
  const text = written.slice(isTurned ? 1 : 0).replace(/\\(.)/g, '$1');
  const ranges: [number, number][] = [];
  for (let at = 0; at < text.length; at++) {
    const isRange = text[at + 1] === '-' && at + 2 < text.length;
    ranges.push([text.charCodeAt(at), text.charCodeAt(isRange ? at + 2 : at)]);
    if (isRange) at += 2;
  }
  return (code) => ranges.some(([from, to]) => code >= from && code <= to) !== isTurned;
}

/** `a{b,c}` → `ab`, `ac`. Braces without a comma, or without an end, are only braces. */
function alternativesOf(glob: string): string[] {
  let texts = [''];
  for (let at = 0; at < glob.length; at++) {
    const choices = glob[at] === '{' ? choicesAt(glob, at) : null;
    if (choices) {
      const endings = choices.texts.flatMap(alternativesOf);
      if (texts.length * endings.length > mostAlternatives) return [];
      texts = texts.flatMap((text) => endings.map((ending) => text + ending));
      at = choices.end;
      continue;
    }
    const piece = glob[at] === '\\' ? glob.slice(at, at + 2) : glob[at]!;
    if (piece.length === 2) at++;
    texts = texts.map((text) => text + piece);
  }
  return texts;
}

function choicesAt(glob: string, start: number): { readonly texts: string[]; readonly end: number } | null {
  const texts: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < glob.length; at++) {
    const mark = glob[at];
    if (mark === '\\') at++;
    else if (mark === '{') depth++;
    else if ((mark === ',' && depth === 1) || (mark === '}' && --depth === 0)) {
      texts.push(glob.slice(from, at));
      from = at + 1;
      if (depth === 0) return texts.length > 1 ? { texts, end: at } : null;
    }
  }
  return null;
}
