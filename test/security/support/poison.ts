/** Attacks that texts of documents, file names and spreadsheets may hold, and values that are full of them. */

export const far = 'https://evil.example';
const steal = 'window.hacked=(window.hacked||0)+1';

/** Ways from a text to code, style, a request or another page. */
export const payloads: readonly string[] = [
  `<script>${steal}</script>`,
  `<img src=${far}/i onerror="${steal}">`,
  `<svg onload="${steal}"><style>*{display:none}</style></svg>`,
  `<style>@import "${far}/s.css"; body{display:none!important}</style>`,
  `<link rel=stylesheet href=${far}/s.css><link rel=prefetch href=${far}/p>`,
  `<iframe srcdoc="<script>parent.hacked=1</script>" src=${far}></iframe>`,
  `<object data=${far}></object><embed src=${far}>`,
  `<meta http-equiv=refresh content="0;url=${far}">`,
  `<base href=${far}/>`,
  `<form action=${far}><button formaction=${far} autofocus onfocus="${steal}">x</button></form>`,
  `<a href="javascript:${steal}">x</a><a href="command:workbench.action.quit">y</a>`,
  `" onmouseover="${steal}" style="position:fixed;inset:0" x="`,
  `' onfocus='${steal}' autofocus '`,
  `javascript:${steal}`,
  `data:text/html,<script>${steal}</script>`,
  `[x](javascript:${steal}) ![i](${far}/i.png) <${far}>`,
  `{{constructor.constructor('${steal}')()}}\${${steal}}`,
  `</title></textarea></style></script><script>${steal}</script>`,
  '\u202Egnp.exe\u0000\u001b[31m\uD800',
];

/** By these names the page tells one thing from another; with other words in their places nothing would be shown. */
const identities = new Set(['key', 'standardKey', 'groupKey', 'source', 'roles', 'sheet']);

/** The value with an attack behind each of its texts, or in its place where it is an address; `round` is the first of them. */
export function poisoned(value: unknown, round: number): unknown {
  let turn = round;
  const poison = (part: unknown, name: string): unknown => {
    if (typeof part === 'string') {
      // A word such as `implemented` is one of a fixed list.
      if (identities.has(name) || /^[a-z][a-zA-Z-]*$/.test(part)) return part;
      const payload = payloads[turn++ % payloads.length]!;
      return /^https?:/.test(part) ? payload : part + payload;
    }
    if (Array.isArray(part)) return part.map((each) => poison(each, name));
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(Object.entries(part).map(([key, each]) => [key, poison(each, key)]));
  };
  return poison(value, '');
}
