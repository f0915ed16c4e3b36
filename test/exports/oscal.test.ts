/** OSCAL: the rules of NIST's schemas, and the schemas themselves where they are at hand. */
import assert from 'node:assert/strict';
import { implementationStatus } from '../../server/src/exports/oscal/requirement.js';
import { uuidOf } from '../../server/src/exports/oscal/uuid.js';
import { brokenConstraints } from './oscalConstraints.js';
import { documentOf, type Loose, oscalFormats, schemaFaults, schemaFolder, valuesOf } from './oscalFaults.js';
import { brokenRules } from './oscalRules.js';
import { exampleExport, hostileExport, hostileTexts } from './support.js';

describe('OSCAL', function () {
  this.timeout(30_000);

  for (const format of oscalFormats) {
    describe(format, () => {
      it('keeps the rules of OSCAL 1.2', async () => {
        assert.deepEqual(brokenRules(format, await documentOf(format, exampleExport())).slice(0, 5), []);
      });

      it('keeps what OSCAL asks across objects', async () => {
        assert.deepEqual(brokenConstraints(await documentOf(format, exampleExport())).slice(0, 5), []);
        for (const text of hostileTexts) {
          const broken = brokenConstraints(await documentOf(format, hostileExport(text)));
          assert.deepEqual(broken.slice(0, 3), [], JSON.stringify(text).slice(0, 40));
        }
      });

      it('is valid against the schema of NIST, where that is at hand', async function () {
        if (schemaFolder() === null) return this.skip();
        assert.deepEqual((await schemaFaults(format, await documentOf(format, exampleExport()))).slice(0, 5), []);
        for (const text of hostileTexts) {
          const faults = await schemaFaults(format, await documentOf(format, hostileExport(text)));
          assert.deepEqual(faults.slice(0, 3), [], JSON.stringify(text).slice(0, 40));
        }
      });

      it('keeps the rules with hostile texts', async () => {
        for (const text of hostileTexts) {
          const broken = brokenRules(format, await documentOf(format, hostileExport(text)));
          assert.deepEqual(broken.slice(0, 3), [], JSON.stringify(text).slice(0, 40));
        }
      });

      it('refers to nothing that is not in it', async () => {
        const document = await documentOf(format, exampleExport());
        const uuids = valuesOf(document, 'uuid');
        assert.equal(new Set(uuids).size, uuids.length, 'two things have one UUID');
        const references = ['href', 'source']
          .flatMap((name) => valuesOf(document, name))
          .filter((href) => href.startsWith('#'));
        assert.ok(references.length > 0);
        for (const href of references) assert.ok(uuids.includes(href.slice(1)), href);
        const roles = new Set(valuesOf(document, 'id'));
        for (const role of valuesOf(document, 'role-id')) assert.ok(roles.has(role), role);
      });

      it('is the same for the same input, with another UUID for another content', async () => {
        const { input, catalog } = exampleExport();
        const [first, second] = [
          await documentOf(format, { input, catalog }),
          await documentOf(format, { input, catalog }),
        ];
        assert.deepEqual(first, second);
        const header = { ...input.model.header, version: '3.2' };
        const other = await documentOf(format, { input: { ...input, model: { ...input.model, header } }, catalog });
        const [root] = Object.keys(first);
        assert.notEqual(first[root!].uuid, other[root!].uuid);
      });
    });
  }

  it('lists every control of the statement, with what the record says of it', async () => {
    const document = await documentOf('oscal-component', exampleExport());
    const [component] = document['component-definition'].components;
    const sets = component['control-implementations'];
    assert.deepEqual(
      sets.map((set: Loose) => set['implemented-requirements'].length),
      [93, 78, 38, 1],
    );
    const first = sets[0]['implemented-requirements'][0];
    const { ns: _, ...status } = first.props[0];
    assert.deepEqual([first['control-id'], status], ['A.5.1', { name: 'implementation-status', value: 'implemented' }]);
    assert.deepEqual(first['responsible-roles'], [{ 'role-id': 'ciso' }]);
    assert.match(first.remarks, /^Nineteen hospitals/);
    const values = (name: string) =>
      first.props.filter((prop: Loose) => prop.name === name).map((prop: Loose) => prop.value);
    assert.deepEqual(
      [values('driver-risk'), values('model'), values('supplier')],
      [['R-018'], ['shared'], ['Rheinhost GmbH']],
    );
    assert.deepEqual(
      first.links.map((link: Loose) => link.rel),
      ['reference', 'evidence'],
    );
  });

  it('never says more of a control than the record does', () => {
    const { rows } = exampleExport().input.model;
    const row = rows[0]!;
    assert.equal(implementationStatus({ ...row, applicability: 'no' }), 'not-applicable');
    assert.equal(implementationStatus({ ...row, applicability: 'undecided', status: 'implemented' }), null);
    assert.equal(implementationStatus({ ...row, applicability: 'yes', status: 'not-started' }), null);
    assert.equal(implementationStatus({ ...row, applicability: 'yes', status: 'not-assessed' }), null);
    assert.equal(implementationStatus({ ...row, applicability: 'yes', status: null }), null);
    assert.equal(implementationStatus({ ...row, applicability: 'yes', status: 'partial' }), 'partial');
  });

  it('tells the controls of a security plan apart, although standards use the same numbers', async () => {
    const document = await documentOf('oscal-ssp', exampleExport());
    const ids = valuesOf(document, 'control-id');
    assert.equal(ids.length, 210);
    assert.equal(new Set(ids).size, 210);
  });

  it('maps the standards in scope to each other and to laws, each pair once', async () => {
    const document = await documentOf('oscal-mapping', exampleExport());
    const { mappings, 'back-matter': back } = document['mapping-collection'];
    const nameOf = (href: string) => back.resources.find(({ uuid }: Loose) => `#${uuid}` === href).title;
    const pairs = mappings.map(
      (each: Loose) => `${nameOf(each['source-resource'].href)} → ${nameOf(each['target-resource'].href)}`,
    );
    assert.equal(new Set(pairs).size, pairs.length);
    assert.ok(pairs.includes('ISO/IEC 27001:2022 → ISO/IEC 42001:2023'), pairs.join('\n'));
    assert.ok(!pairs.includes('ISO/IEC 42001:2023 → ISO/IEC 27001:2022'));
    const words = new Set(valuesOf(document, 'relationship'));
    for (const word of words)
      assert.ok(['equal-to', 'subset-of', 'superset-of', 'intersects-with', 'related-to'].includes(word), word);
    const related = mappings
      .flatMap(({ maps }: Loose) => maps)
      .filter((map: Loose) => map.relationship === 'related-to');
    assert.ok(related.length > 0 && related.every((map: Loose) => map.ns.startsWith('https://')));
  });
});

describe('the rules for OSCAL', () => {
  it('find what is wrong', async () => {
    const document = await documentOf('oscal-component', exampleExport());
    const definition = document['component-definition'];
    definition.uuid = '12345678-1234-1234-1234-123456789012';
    definition.metadata.title = 'two\nlines';
    definition.components[0]['control-implementations'][0]['implemented-requirements'][0]['control-id'] = '5.1';
    definition.extra = true;
    delete definition.metadata.version;
    assert.deepEqual(
      brokenRules('oscal-component', document).map((problem) => problem.split(':')[0]),
      [
        '.component-definition.uuid',
        '.component-definition.metadata',
        '.component-definition.metadata.title',
        '.component-definition.components[0].control-implementations[0].implemented-requirements[0].control-id',
        '.component-definition.extra',
      ],
    );
  });
});

describe('the constraints of OSCAL', () => {
  it('find what is wrong in a security plan', async () => {
    const document = await documentOf('oscal-ssp', exampleExport());
    const plan = document['system-security-plan'];
    const [first, second, third, fourth] = plan['control-implementation']['implemented-requirements'];
    first['by-components'] = [];
    second['responsible-roles'].push(second['responsible-roles'][0]);
    third.props.push({ name: 'colour', value: 'blue' });
    fourth.links[0].href = '#00000000-0000-4000-8000-000000000000';
    delete plan['system-characteristics'].status.remarks;
    delete plan['system-characteristics']['system-information']['information-types'][0].uuid;
    plan.metadata.roles = plan.metadata.roles.filter(({ id }: Loose) => id !== 'creator');
    const faults = brokenConstraints(document).join('\n');
    for (const expected of [
      /implemented-requirements\[0\]: no component of the plan/,
      /implemented-requirements\[1\]\.responsible-roles: .* stands here twice/,
      /implemented-requirements\[2\]: colour is no property of OSCAL/,
      /implemented-requirements\[3\]\.links\[0\]: no resource #00000000/,
      /status: other, and not a word on it/,
      /information type without a UUID/,
      /responsible-parties\[0\]: no role creator/,
    ]) {
      assert.match(faults, expected);
    }
  });

  it('find what is wrong in a mapping', async () => {
    const document = await documentOf('oscal-mapping', exampleExport());
    const { mappings } = document['mapping-collection'];
    const maps = mappings[0].maps;
    const related = mappings.flatMap((one: Loose) => one.maps).find((map: Loose) => map.relationship === 'related-to');
    delete related.ns;
    const known = maps.find((map: Loose) => map.relationship !== 'related-to');
    if (known) known.ns = 'https://example.org';
    mappings[0]['source-resource'].href = '#nothing';
    const faults = brokenConstraints(document);
    assert.equal(faults.length, known ? 3 : 2, faults.join('\n'));
  });
});

describe('uuidOf', () => {
  it('is a UUID of version 5 that parts cannot run into', () => {
    assert.match(uuidOf('a', 'b'), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(uuidOf('a', 'b'), uuidOf('a', 'b'));
    assert.notEqual(uuidOf('a', 'b'), uuidOf('ab'));
    assert.notEqual(uuidOf('a', 'b'), uuidOf('a","b'));
  });
});
