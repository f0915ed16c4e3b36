/** A reference that can mean controls of more than one standard or edition. */

import type { CatalogEntry, Standard } from '../catalog/types.js';
import { isNote, type PolicyDocument, type Reference } from '../document.js';
import { t } from '../l10n.js';
import type { Snapshot } from '../snapshot.js';
import { replaceReference } from './support/replace.js';
import { keepTagsBeside, tagText } from './support/tagsBeside.js';
import { joinOr, quoted, shortName } from './support/wording.js';
import type { Fix, Rule } from './types.js';

export const ambiguousReference: Rule = {
  code: 'ambiguous-reference',
  defaultSeverity: 'information',
  title: 'A reference that can mean more than one standard or edition',
  checkDocument(document, snapshot, report) {
    for (const reference of document.references) {
      const readings = readingsOf(reference, snapshot);
      if (readings.length < 2 || isNote(reference)) continue;
      report({
        span: reference.span,
        message: messageOf(reference, readings),
        fixes: readings.map((reading) => qualify(reading, reference, document, snapshot)),
      });
    }
  },
};

interface KnownReading {
  readonly standard: Standard;
  readonly entry: CatalogEntry;
}

/** The readings that the catalog can name, current editions first. */
function readingsOf(reference: Reference, snapshot: Snapshot): KnownReading[] {
  const readings: KnownReading[] = [];
  for (const reading of reference.readings) {
    const standard = snapshot.catalog.edition(reading.standard, reading.edition);
    const entry = standard && snapshot.catalog.find(standard.key, reference.id);
    if (standard && entry) readings.push({ standard, entry });
  }
  return readings.sort((a, b) => Number(a.standard.status !== 'current') - Number(b.standard.status !== 'current'));
}

function messageOf(reference: Reference, readings: readonly KnownReading[]): string {
  const meanings = readings.map(({ standard, entry }) => t('{0} in {1}', quoted(entry.title), shortName(standard)));
  const example = qualifiedText(readings[0]!, reference);
  const { title } = readings[0]!.entry;
  if (readings.every(({ entry }) => entry.title === title))
    return t(
      '{0} ({1}) can be that of {2}, and nothing near it says which. Name the standard, for example {3}.',
      reference.id,
      title,
      joinOr(readings.map(({ standard }) => shortName(standard))),
      quoted(example),
    );
  return t(
    '{0} can mean {1}, and nothing near it says which. Name the standard, for example {2}.',
    reference.id,
    joinOr(meanings),
    quoted(example),
  );
}

function qualify(reading: KnownReading, reference: Reference, document: PolicyDocument, snapshot: Snapshot): Fix {
  const edits = [
    replaceReference(document, reference, qualifiedText(reading, reference)),
    ...(reference.isTag ? keepTagsBeside(reading.standard, reference, document, snapshot) : []),
  ];
  return { title: t('Qualify as {0} ({1})', shortName(reading.standard), reading.entry.title), edits };
}

/** `27001:A.8.3` in a tag, `ISO/IEC 27001:2022 A.8.3` in prose. A tag of a withdrawn edition names the edition too. */
function qualifiedText({ standard }: KnownReading, reference: Reference): string {
  if (!reference.isTag) return `${standard.name} ${reference.text}`;
  return tagText(standard, reference);
}
