import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { parse as parseYaml } from 'yaml';
import { decisionKeys, headerKeys } from '../../../server/src/core/soa/fieldNames.js';

const root = new URL('../../../', import.meta.url);
const read = (path: string) => readFileSync(fileURLToPath(new URL(path, root)), 'utf8');
const schema = JSON.parse(read('docs/schema/soa.schema.json'));
const validate = new Ajv({ allowUnionTypes: true }).compile(schema);

/** Messages of the schema about a text; empty where it is fine. */
function complaints(text: string): string[] {
  validate(parseYaml(text));
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

describe('soa.schema.json', () => {
  it('accepts the examples', () => {
    const folder = fileURLToPath(new URL('examples/', root));
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      path.endsWith('soa.yaml'),
    );
    assert.ok(paths.length > 0);
    for (const path of paths) assert.deepEqual(complaints(read(`examples/${path}`)), [], path);
  });

  it('accepts the YAML of its page', () => {
    const blocks = [...read('docs/soa.md').matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => match[1]!);
    assert.ok(blocks.length >= 2);
    for (const block of blocks) assert.deepEqual(complaints(block), []);
  });

  it('accepts the short forms', () => {
    const text = `standards: [27001:2022]
controls:
  27001:A.5.1: no
  27001:A.5.2: { applicable: undecided, drivers: [risk], evidence: a.md, target: 2026-Q3, status: not started }
  27001:A.5.3:
`;
    assert.deepEqual(complaints(text), []);
  });

  it('accepts lists and keys of texts where the reader takes them for a text, and a time behind a day', () => {
    const text = `organisation: { name: Tea Ltd, number: HRB 4711 }
approved_by: [CEO, CISO]
approved: 2026-03-01T10:00:00Z
classification: [internal]
controls:
  27001:A.5.1: { applicable: yes, owner: [IT, HR], justification: [R-1, R-2] }
`;
    assert.deepEqual(complaints(text), []);
    assert.notDeepEqual(complaints('approved: 2026-03-01 at noon'), []);
  });

  it('accepts keys that are still to be filled in, as a first soa.yaml has them', () => {
    const decision = [
      'justification',
      'drivers',
      'owner',
      'supplier',
      'documents',
      'evidence',
      'decided',
      'decided_by',
      'review',
    ];
    const lists = 'drivers: [], documents: [], evidence: []';
    const text = `organisation: # its name
scope:
owner:
approved_by:
approved:
classification:
controls:
  27001:A.5.1:
    applicable: true
${decision.map((key) => `    ${key}:\n`).join('')}  27001:A.5.2: { applicable: true, ${lists} }
`;
    assert.deepEqual(complaints(text), []);
  });

  it('refuses unknown keys and values', () => {
    for (const text of [
      'organisaton: X',
      'status: great',
      'approved: yesterday',
      'controls: { 27001:A.5.1: { applicable: perhaps } }',
      'controls: { 27001:A.5.1: { colour: red } }',
      'controls: { 27001:A.5.1: { drivers: { love: [x] } } }',
      'standards: { 27701: { roles: [cook] } }',
    ]) {
      assert.notDeepEqual(complaints(text), [], text);
    }
  });

  it('has the recommended spelling of every key, with a description', () => {
    const first = (names: Readonly<Record<string, readonly string[]>>) => Object.values(names).map(([name]) => name!);
    assert.deepEqual(Object.keys(schema.properties).sort(), first(headerKeys).sort());
    const decision = schema.definitions.decision.properties;
    assert.deepEqual(Object.keys(decision).sort(), first(decisionKeys).sort());
    const described = (value: { description?: string; $ref?: string }) =>
      value.description ?? schema.definitions[value.$ref?.split('/').pop() ?? '']?.description;
    for (const [name, value] of Object.entries({ ...schema.properties, ...decision })) {
      assert.ok(described(value as { description?: string }), name);
    }
  });

  it('has a page that names every key', () => {
    const page = read('docs/soa.md');
    for (const [name] of [...Object.values(headerKeys), ...Object.values(decisionKeys)]) {
      assert.ok(page.includes(`\`${name}\``), `docs/soa.md does not explain ${name}`);
    }
  });
});
