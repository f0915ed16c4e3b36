import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { renderExport } from '../../server/src/exports/main.js';
import { exampleExport, hostileExport, hostileTexts, type Sample } from './support.js';

const schema = JSON.parse(readFileSync(new URL('../../docs/schema/statement.schema.json', import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
const validate = ajv.compile(schema);
const validateRow = ajv.compile({ $ref: `${schema.$id}#/$defs/row` });

async function textOf(format: 'json' | 'jsonl', { input, catalog }: Sample): Promise<string> {
  return new TextDecoder().decode(await renderExport(format, input, catalog));
}

function errorsOf(text: string): unknown[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).slice(0, 5);
}

// biome-ignore lint/suspicious/noExplicitAny: the statement is broken on purpose
type Loose = any;

describe('JSON', () => {
  it('keeps its published schema', async () => {
    assert.deepEqual(errorsOf(await textOf('json', exampleExport())), []);
  });

  it('keeps it without clauses, without a soa.yaml, and with hostile texts', async () => {
    const { input, catalog } = exampleExport();
    const model = { ...input.model, path: null };
    assert.deepEqual(errorsOf(await textOf('json', { input: { ...input, model, matrix: null }, catalog })), []);
    for (const text of hostileTexts.slice(0, 19))
      assert.deepEqual(errorsOf(await textOf('json', hostileExport(text))), []);
  });

  it('has rows of the same schema line by line', async () => {
    const lines = (await textOf('jsonl', exampleExport())).trimEnd().split('\n');
    assert.equal(lines.length, 210);
    for (const line of lines) assert.ok(validateRow(JSON.parse(line)), JSON.stringify(validateRow.errors));
  });

  it('is refused by the schema where something is wrong', async () => {
    const text = await textOf('json', exampleExport());
    const broken = (change: (statement: Loose) => void) => {
      const statement = JSON.parse(text);
      change(statement);
      return validate(statement);
    };
    assert.equal(
      broken(() => {}),
      true,
    );
    assert.equal(
      broken((statement) => delete statement['asOf']),
      false,
    );
    assert.equal(
      broken((statement) => delete (statement['rows'] as { key?: string }[])[5]!.key),
      false,
    );
    assert.equal(
      broken((statement) => Object.assign(statement, { formatVersion: 2 })),
      false,
    );
    assert.equal(
      broken((statement) => Object.assign(statement['rows'][0], { applicability: 'maybe' })),
      false,
    );
    assert.equal(
      broken((statement) => Object.assign(statement['clauses']['rows'][0], { kind: 'x' })),
      false,
    );
  });

  it('holds no control character that could steer a terminal', async () => {
    for (const text of hostileTexts) {
      assert.doesNotMatch(
        await textOf('json', hostileExport(text)),
        /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u,
      );
    }
  });
});
