/** What all OSCAL documents of ours are made of. Names of fields are those of OSCAL 1.2. */
import { line } from './texts.js';

export const oscalVersion = '1.2.0';

/** Names of ours that OSCAL does not have are in this name space. It is a name, not a page. */
export const ourNames = 'https://github.com/clausemark/clausemark/ns/oscal';

export interface Property {
  readonly name: string;
  readonly ns?: string;
  readonly value: string;
}

export interface Link {
  readonly href: string;
  readonly rel: string;
  readonly text?: string;
}

export interface Resource {
  readonly uuid: string;
  readonly title: string;
  readonly description?: string;
  readonly 'document-ids'?: readonly { readonly identifier: string }[];
  readonly citation?: { readonly text: string };
  readonly rlinks?: readonly { readonly href: string }[];
}

/** A property in our name space; none for an empty value. */
export function own(name: string, value: string | null | undefined): Property[] {
  return value?.trim() ? [{ name, ns: ourNames, value: line(value) }] : [];
}

/** A list, or nothing where it would be empty: OSCAL takes no empty lists. */
export function listed<K extends string, T>(name: K, items: readonly T[]): Partial<Record<K, readonly T[]>> {
  return items.length > 0 ? ({ [name]: items } as Record<K, readonly T[]>) : {};
}
