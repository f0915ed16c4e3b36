/**
 * What the JSON schemas of OSCAL 1.2.0 ask of the parts that we write, in our words: which fields an object may have,
 * which it must have, and what each may hold. Read from oscal_component_schema.json, oscal_ssp_schema.json and
 * oscal_mapping_schema.json of NIST. It is no schema of NIST and leaves out what we never write. Where the schemas are at hand,
 * a test shows that these rules refuse whatever they refuse (`oscalRules.test.ts`).
 */

type Check = (value: unknown, path: string) => string[];

const pattern =
  (regex: RegExp): Check =>
  (value, path) => {
    return typeof value === 'string' && regex.test(value) ? [] : [`${path}: ${JSON.stringify(value)?.slice(0, 60)}`];
  };

const uuid = pattern(/^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[45][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$/);
const string = pattern(/^\S(.*\S)?$/u);
const token = pattern(/^(\p{L}|_)(\p{L}|\p{N}|[.\-_])*$/u);
const line = pattern(/^[^\n]+$/u);
const text = pattern(/^[\s\S]*$/u);
/** An address as RFC 3986 has it, but for brackets, which it allows around an IPv6 number only. */
const address = "(?:[A-Za-z0-9\\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})";
const uri = pattern(new RegExp(`^[a-zA-Z][a-zA-Z0-9+\\-.]+:${address}+(?:#${address}*)?$`));
const reference = pattern(new RegExp(`^(?:#[0-9a-f-]+|${address}+(?:#${address}*)?)$`));
/** The beginning of a day that exists, of 1900 or later. */
const moment: Check = (value, path) => {
  const isMoment = typeof value === 'string' && /^(?:19|2\d)\d{2}-\d{2}-\d{2}T00:00:00Z$/.test(value);
  const date = new Date(isMoment ? value : Number.NaN);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString() === `${String(value).slice(0, 19)}.000Z`;
  return exists ? [] : [`${path}: ${JSON.stringify(value)?.slice(0, 60)}`];
};
const oneOf =
  (...values: readonly string[]): Check =>
  (value, path) =>
    values.includes(value as string) ? [] : [`${path}: ${JSON.stringify(value)}`];

/** A list that may not be empty. */
const many =
  (check: Check): Check =>
  (value, path) => {
    if (!Array.isArray(value) || value.length === 0) return [`${path}: no list, or an empty one`];
    return value.flatMap((item, index) => check(item, `${path}[${index}]`));
  };

/** An object with these fields and no others; a name that ends in `!` must be there. */
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value, path) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return [`${path}: no object`];
    const checks = new Map(Object.entries(fields).map(([name, check]) => [name.replace(/!$/, ''), check]));
    const missing = Object.keys(fields).filter((name) => name.endsWith('!') && !(name.slice(0, -1) in value));
    return [
      ...missing.map((name) => `${path}: ${name.slice(0, -1)} is missing`),
      ...Object.entries(value).flatMap(([name, item]) => {
        const check = checks.get(name);
        return check ? check(item, `${path}.${name}`) : [`${path}.${name}: not allowed`];
      }),
    ];
  };

const props = many(object({ 'name!': token, ns: uri, 'value!': string, uuid, class: token, remarks: text }));
const links = many(object({ 'href!': reference, rel: token, 'media-type': string, text: line }));
const responsibleRoles = many(object({ 'role-id!': token, 'party-uuids': many(uuid), props, links, remarks: text }));

const metadata = object({
  'title!': line,
  published: moment,
  'last-modified!': moment,
  'version!': string,
  'oscal-version!': string,
  revisions: many(object({ 'version!': string, published: moment, props, links, remarks: text })),
  props,
  links,
  roles: many(object({ 'id!': token, 'title!': line })),
  parties: many(object({ 'uuid!': uuid, 'type!': oneOf('person', 'organization'), name: string })),
  'responsible-parties': many(object({ 'role-id!': token, 'party-uuids!': many(uuid) })),
  remarks: text,
});

const backMatter = object({
  resources: many(
    object({
      'uuid!': uuid,
      title: line,
      description: text,
      props,
      'document-ids': many(object({ scheme: uri, 'identifier!': string })),
      citation: object({ 'text!': line }),
      rlinks: many(object({ 'href!': reference, 'media-type': string })),
      remarks: text,
    }),
  ),
});

const component = object({
  'component-definition!': object({
    'uuid!': uuid,
    'metadata!': metadata,
    components: many(
      object({
        'uuid!': uuid,
        'type!': string,
        'title!': line,
        'description!': text,
        props,
        'control-implementations': many(
          object({
            'uuid!': uuid,
            'source!': reference,
            'description!': text,
            props,
            'implemented-requirements!': many(
              object({
                'uuid!': uuid,
                'control-id!': token,
                'description!': text,
                props,
                links,
                'responsible-roles': responsibleRoles,
                remarks: text,
              }),
            ),
          }),
        ),
      }),
    ),
    'back-matter': backMatter,
  }),
});

const states = ['operational', 'under-development', 'under-major-modification', 'disposition', 'other'];

const ssp = object({
  'system-security-plan!': object({
    'uuid!': uuid,
    'metadata!': metadata,
    'import-profile!': object({ 'href!': reference, remarks: text }),
    'system-characteristics!': object({
      'system-ids!': many(object({ 'identifier-type': uri, 'id!': string })),
      'system-name!': string,
      'description!': text,
      'system-information!': object({
        'information-types!': many(object({ uuid, 'title!': line, 'description!': text })),
      }),
      'status!': object({ 'state!': oneOf(...states), remarks: text }),
      'authorization-boundary!': object({ 'description!': text }),
    }),
    'system-implementation!': object({
      'components!': many(
        object({
          'uuid!': uuid,
          'type!': string,
          'title!': line,
          'description!': text,
          'status!': object({
            'state!': oneOf('under-development', 'operational', 'disposition', 'other'),
            remarks: text,
          }),
        }),
      ),
    }),
    'control-implementation!': object({
      'description!': text,
      'implemented-requirements!': many(
        object({
          'uuid!': uuid,
          'control-id!': token,
          props,
          links,
          'responsible-roles': responsibleRoles,
          'by-components': many(
            object({
              'component-uuid!': uuid,
              'uuid!': uuid,
              'description!': text,
              'implementation-status': object({
                'state!': oneOf('implemented', 'partial', 'planned', 'alternative', 'not-applicable'),
                remarks: text,
              }),
            }),
          ),
          remarks: text,
        }),
      ),
    }),
    'back-matter': backMatter,
  }),
});

const resource = object({ 'type!': oneOf('catalog', 'profile'), 'href!': reference });
const mapItem = object({ 'type!': oneOf('control', 'statement'), 'id-ref!': string });

const mapping = object({
  'mapping-collection!': object({
    'uuid!': uuid,
    'metadata!': metadata,
    'provenance!': object({
      'method!': oneOf('human', 'automation', 'hybrid'),
      'matching-rationale!': oneOf('syntactic', 'semantic', 'functional'),
      'status!': oneOf('complete', 'not-complete', 'draft', 'deprecated', 'superseded'),
      'mapping-description!': text,
    }),
    'mappings!': many(
      object({
        'uuid!': uuid,
        'source-resource!': resource,
        'target-resource!': resource,
        'maps!': many(
          object({
            'uuid!': uuid,
            ns: uri,
            'relationship!': token,
            'sources!': many(mapItem),
            'targets!': many(mapItem),
            'confidence-score': object({ category: string }),
            props,
            links,
            remarks: text,
          }),
        ),
      }),
    ),
    'back-matter': backMatter,
  }),
});

const documents = { 'oscal-component': component, 'oscal-ssp': ssp, 'oscal-mapping': mapping };

export type OscalFormat = keyof typeof documents;

/** What is wrong with a document, each with its place; empty where nothing is. */
export function brokenRules(format: OscalFormat, document: unknown): string[] {
  return documents[format](document, '');
}
