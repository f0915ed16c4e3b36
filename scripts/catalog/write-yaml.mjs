// Writes catalog files: a readable head, then one entry or mapping row per line, so that a change is one line of a diff.

/** One value in flow style; every text is quoted, so that ids such as 5.10 never become numbers. */
function flow(value) {
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[${value.map(flow).join(', ')}]`;
  if (value !== null && typeof value === 'object') {
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${mapKey(key)}: ${flow(item)}`)
      .join(', ')} }`;
  }
  return JSON.stringify(value);
}

/** Fields whose values are words of a closed list: written without quotes. */
const bareFields = new Set(['kind', 'relation', 'confidence', 'role', 'status', 'type', 'source']);
const bareWord = /^[a-z][\w.-]*$/i;

function bareOrFlow(key, value) {
  if (!bareFields.has(key)) return flow(value);
  if (Array.isArray(value)) return `[${value.map((item) => bareOrFlow(key, item)).join(', ')}]`;
  return bareWord.test(value) ? value : flow(value);
}

/** One line: `{ id: "A.5.1", kind: control, … }`; undefined fields are left out. */
export function flowRow(row) {
  const fields = Object.entries(row).filter(([, value]) => value !== undefined);
  return `{ ${fields.map(([key, value]) => `${key}: ${bareOrFlow(key, value)}`).join(', ')} }`;
}

function withoutUndefined(value) {
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined));
}

/** Longest line of the head before a list is written one item a line. */
const lineWidth = 120;

/** `key: value`; lists and small maps on one line where they fit, otherwise one item a line. */
function headField(key, value) {
  const line = `${key}: ${bareOrFlow(key, value)}\n`;
  const isObject = value !== null && typeof value === 'object';
  const ofScalars = isObject && Object.values(value).every((item) => typeof item !== 'object');
  if (!isObject || (ofScalars && line.length <= lineWidth && !Object.values(value).some(isSentence))) return line;
  const lines = Array.isArray(value)
    ? value.map((item) => `  - ${typeof item === 'object' ? flowRow(item) : flow(item)}\n`)
    : Object.entries(value).map(([name, item]) => `  ${mapKey(name)}: ${flow(item)}\n`);
  return `${key}:\n${lines.join('')}`;
}

const isSentence = (item) => typeof item === 'string' && item.length > 40;
const mapKey = (name) => (/^[a-z][\w.-]*$/i.test(name) ? name : JSON.stringify(name));

function headText(head) {
  return Object.entries(withoutUndefined(head))
    .map(([key, value]) => headField(key, value))
    .join('');
}

function commentLines(comment) {
  return comment.map((line) => `# ${line}\n`).join('');
}

/** A whole file. `sections` are `{comment?, rows}`; their rows are written under `listName`. */
export function catalogFile({ schema, comment, head, listName, sections }) {
  const lines = [
    `# yaml-language-server: $schema=${schema}\n`,
    commentLines(comment),
    headText(head),
    `${listName}:\n`,
  ];
  for (const section of sections) {
    if (section.comment) lines.push(`  # ${section.comment}\n`);
    for (const row of section.rows) lines.push(`  - ${flowRow(row)}\n`);
  }
  return lines.join('');
}
