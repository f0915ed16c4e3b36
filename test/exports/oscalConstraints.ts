/**
 * What OSCAL 1.2 asks of a document beyond the shape of its objects, in our words: what must be there once, what must refer
 * to something in the same document, and which words are its own. Read in NIST's metaschemas (metadata, component definition,
 * security plan, mapping) and in the list of their named constraints; nothing of them is copied. Only what touches the parts
 * that we write is checked.
 */

/** JSON that may be walked through freely. */
// biome-ignore lint/suspicious/noExplicitAny: the types of OSCAL would be longer than these rules
type Loose = any;

interface Node {
  readonly path: string;
  /** The name of the field that holds it, without the place in a list. */
  readonly field: string;
  readonly value: Loose;
}

/** Every object of a document, with its place. */
function* nodesIn(value: Loose, path = '', field = ''): Generator<Node> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* nodesIn(item, `${path}[${index}]`, field);
  } else if (value !== null && typeof value === 'object') {
    yield { path, field, value };
    for (const [name, item] of Object.entries(value)) yield* nodesIn(item, `${path}.${name}`, name);
  }
}

const nistNames = 'http://csrc.nist.gov/ns/oscal';
const relationships = ['equivalent-to', 'equal-to', 'subset-of', 'superset-of', 'intersects-with', 'no-relationship'];

/** Names of properties that are OSCAL's own where we write them; all others need a name space of their own. */
const ownProperties: Readonly<Record<string, readonly string[]>> = {
  metadata: ['marking', 'keywords'],
  'implemented-requirements': ['implementation-status', 'control-origination'],
};

/** What is wrong, each with its place; empty where nothing is. */
export function brokenConstraints(document: Loose): string[] {
  const [root] = Object.values(document) as Loose[];
  const nodes = [...nodesIn(root)];
  return [
    ...twice(uuidsOf(nodes), (uuid) => uuid, ''),
    ...onceOnly(nodes),
    ...rolesAndParties(root, nodes),
    ...resources(root, nodes),
    ...properties(nodes),
    ...requirements(nodes),
    ...mappings(nodes),
    ...states(nodes),
  ];
}

/** Two of a list may not have the same key. */
function twice(items: readonly Loose[] | undefined, keyOf: (item: Loose) => string, path: string): string[] {
  const keys = (items ?? []).map(keyOf);
  return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => `${path}: ${key} stands here twice`);
}

/** All that name something: no two things of a document may have one. */
function uuidsOf(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ value }) => (typeof value.uuid === 'string' ? [value.uuid] : []));
}

function onceOnly(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ path, value, field }) => [
    ...twice(value['responsible-roles'], (one) => one['role-id'], `${path}.responsible-roles`),
    ...twice(value['responsible-parties'], (one) => one['role-id'], `${path}.responsible-parties`),
    ...twice(value['document-ids'], (one) => `${one.scheme} ${one.identifier}`, `${path}.document-ids`),
    ...twice(value['rlinks'], (one) => `${one.href} ${one['media-type']}`, `${path}.rlinks`),
    ...twice(value['by-components'], (one) => one['component-uuid'], `${path}.by-components`),
    ...twice(value['components'], (one) => one.uuid, `${path}.components`),
    ...twice(value['resources'], (one) => one.uuid, `${path}.resources`),
    ...twice(value['roles'], (one) => one.id, `${path}.roles`),
    ...twice(value['parties'], (one) => one.uuid, `${path}.parties`),
    ...twice(value['implemented-requirements'], (one) => one['control-id'], `${path}.implemented-requirements`),
    ...(field === 'metadata'
      ? [
          ...twice(value.props, (one) => [one.name, one.ns, one.class, one.value].join(' '), `${path}.props`),
          ...twice(value.links, (one) => [one.href, one.rel, one['media-type']].join(' '), `${path}.links`),
        ]
      : []),
  ]);
}

function rolesAndParties({ metadata }: Loose, nodes: readonly Node[]): string[] {
  const roles = new Set((metadata.roles ?? []).map(({ id }: Loose) => id));
  const parties = new Set((metadata.parties ?? []).map(({ uuid }: Loose) => uuid));
  return nodes.flatMap(({ path, value }) => [
    ...('role-id' in value && !roles.has(value['role-id']) ? [`${path}: no role ${value['role-id']}`] : []),
    ...(value['party-uuids'] ?? [])
      .filter((uuid: string) => !parties.has(uuid))
      .map((uuid: string) => `${path}: no party ${uuid}`),
  ]);
}

/** Links into the document lead to its back matter and have no media type; what is cited has a title. */
function resources(root: Loose, nodes: readonly Node[]): string[] {
  const known = new Set((root['back-matter']?.resources ?? []).map(({ uuid }: Loose) => `#${uuid}`));
  return nodes.flatMap(({ path, value, field }) => {
    const faults: string[] = [];
    for (const name of ['href', 'source']) {
      const href = value[name];
      if (typeof href === 'string' && href.startsWith('#') && !known.has(href))
        faults.push(`${path}: no resource ${href}`);
    }
    if (field === 'links' && value.href.startsWith('#') && 'media-type' in value) faults.push(`${path}: a media type`);
    if (field === 'resources' && 'citation' in value && !value.title) faults.push(`${path}: cited without a title`);
    if (field === 'information-types' && !value.uuid) faults.push(`${path}: an information type without a UUID`);
    return faults;
  });
}

/** A property without a name space has one of OSCAL's own names. */
function properties(nodes: readonly Node[]): string[] {
  return nodes.flatMap(({ path, value, field }) =>
    (value.props ?? [])
      .filter(({ name, ns = nistNames }: Loose) => ns === nistNames && !(ownProperties[field] ?? []).includes(name))
      .map(({ name }: Loose) => `${path}: ${name} is no property of OSCAL`),
  );
}

/** A requirement of a security plan is met by at least one component that the plan has. */
function requirements(nodes: readonly Node[]): string[] {
  const plan = nodes.find(({ field }) => field === 'system-implementation');
  if (!plan) return [];
  const components = new Set(plan.value.components.map(({ uuid }: Loose) => uuid));
  const isThisSystem = plan.value.components.some(({ type }: Loose) => type === 'this-system');
  return [
    ...(isThisSystem ? [] : [`${plan.path}: no component stands for the system itself`]),
    ...nodes
      .filter(({ field }) => field === 'implemented-requirements')
      .flatMap(({ path, value }) => {
        const by = value['by-components'] ?? [];
        const unknown = by.filter((one: Loose) => !components.has(one['component-uuid']));
        return by.length === 0 || unknown.length > 0 ? [`${path}: no component of the plan`] : [];
      }),
  ];
}

/** Words of a mapping that OSCAL does not have need a name space of their own. */
function mappings(nodes: readonly Node[]): string[] {
  return nodes
    .filter(({ field }) => field === 'maps')
    .flatMap(({ path, value }) => {
      const isOscal = (value.ns ?? nistNames) === nistNames;
      const isKnown = relationships.includes(value.relationship);
      return isOscal === isKnown ? [] : [`${path}: ${value.relationship} in ${value.ns ?? nistNames}`];
    });
}

/** “Other” is explained. */
function states(nodes: readonly Node[]): string[] {
  return nodes
    .filter(({ field, value }) => field === 'status' && value.state === 'other' && !value.remarks)
    .map(({ path }) => `${path}: other, and not a word on it`);
}
