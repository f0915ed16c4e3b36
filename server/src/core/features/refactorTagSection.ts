/** Tagging a section with the controls that it cites or is titled like, and moving tags between sections and the front matter. */

import type { CatalogEntry, Standard } from '../catalog/types.js';
import type { PolicyDocument, Reference } from '../document.js';
import type { Replacement } from '../edits/applyEdits.js';
import { addTag, removeTag } from '../edits/frontMatterList.js';
import { t } from '../l10n.js';
import { withTitle } from '../rules/support/wording.js';
import type { Snapshot } from '../snapshot.js';
import type { Span } from '../text.js';
import type { Refactoring } from './refactorTypes.js';
import { referencesAt } from './support/at.js';
import { afterEdits, allSayings } from './support/readAgain.js';
import { addSectionTags, controlOf, discussedUntagged, sectionAt, tagOf } from './support/sectionTags.js';

/** More choices than this are no choice. */
const mostChoices = 6;

type Control = { readonly entry: CatalogEntry; readonly standard: Standard };

/** `Tag this section with …`: one for each control that the section speaks of and does not tag, and one for all of them. */
export function tagSection(snapshot: Snapshot, document: PolicyDocument, text: string, at: Span): Refactoring[] {
  const section = sectionAt(document, at.start);
  const controls = discussedUntagged(document, section, snapshot);
  const offers: { title: string; controls: readonly Control[] }[] = controls
    .slice(0, mostChoices)
    .map((control) => ({ title: t('Tag this section with {0}', withTitle(control.entry)), controls: [control] }));
  if (controls.length > 1) {
    offers.push({ title: t('Tag this section with all {0} controls that it speaks of', controls.length), controls });
  }
  return offers.flatMap(({ title, controls: chosen }) => {
    const tags = chosen.map(({ entry, standard }) => tagOf(entry, standard));
    const edit = addSectionTags(text, document, section, tags, snapshot);
    return edit && adds(snapshot, document, text, [edit], chosen.length)
      ? [{ title, kind: 'rewrite' as const, edits: [{ path: document.path, ...edit }] }]
      : [];
  });
}

/** Whether the edits add so many tags and change nothing else. */
function adds(
  snapshot: Snapshot,
  document: PolicyDocument,
  text: string,
  edits: Replacement[],
  count: number,
): boolean {
  const after = afterEdits(snapshot, document.path, text, edits);
  if (!after) return false;
  const added = allSayings(after);
  for (const saying of allSayings(document)) {
    const index = added.indexOf(saying);
    if (index < 0) return false;
    added.splice(index, 1);
  }
  return added.length === count && added.every((saying) => saying.endsWith(' tag'));
}

/** From the front matter to the sections that cite the control; in a section from the front matter to it; from a comment back. */
export function moveTags(snapshot: Snapshot, document: PolicyDocument, text: string, at: Span): Refactoring[] {
  if (!document.frontMatter) return [];
  const tag = referencesAt(document, at.start, text).find((one) => one.isTag);
  if (tag?.where === 'front-matter') return sectionsFor(tag, snapshot, document, text);
  if (tag?.where === 'comment') return toFrontMatter(tag, snapshot, document, text);
  const section = sectionAt(document, at.start);
  const heading = document.headings[section];
  if (!heading || at.start < document.frontMatter.span.end) return [];
  const wanted = new Set(discussedUntagged(document, section, snapshot).map(({ entry }) => entry.key));
  // Of a control that is tagged twice one tag is offered, and it then is wanted no more: both moves have the same title.
  return frontMatterTags(document, snapshot)
    .filter(({ control }) => wanted.delete(control.entry.key))
    .slice(0, mostChoices)
    .flatMap(({ reference, control }) =>
      moveToSection(
        reference,
        control,
        section,
        t('Move the tag {0} here from the front matter', withTitle(control.entry)),
        {
          snapshot,
          document,
          text,
        },
      ),
    );
}

interface Ground {
  readonly snapshot: Snapshot;
  readonly document: PolicyDocument;
  readonly text: string;
}

function frontMatterTags(document: PolicyDocument, snapshot: Snapshot) {
  return document.references.flatMap((reference) => {
    const control =
      reference.isTag && reference.where === 'front-matter' ? controlOf(reference, document, snapshot) : null;
    return control ? [{ reference, control }] : [];
  });
}

function sectionsFor(tag: Reference, snapshot: Snapshot, document: PolicyDocument, text: string): Refactoring[] {
  const control = controlOf(tag, document, snapshot);
  if (!control) return [];
  const sections = document.headings.flatMap((heading, section) => {
    const isCited = discussedUntagged(document, section, snapshot).some(({ entry }) => entry.key === control.entry.key);
    return isCited ? [{ heading, section }] : [];
  });
  return sections.slice(0, mostChoices).flatMap(({ heading, section }) =>
    moveToSection(tag, control, section, t('Move this tag to the section “{0}”', heading.text), {
      snapshot,
      document,
      text,
    }),
  );
}

function moveToSection(
  tag: Reference,
  control: Control,
  section: number,
  title: string,
  ground: Ground,
): Refactoring[] {
  const { snapshot, document, text } = ground;
  const removal = removeTag(text, document, tag);
  const addition = addSectionTags(text, document, section, [tagOf(control.entry, control.standard)], snapshot);
  return removal && addition ? moved(title, [removal, addition], ground) : [];
}

function toFrontMatter(tag: Reference, snapshot: Snapshot, document: PolicyDocument, text: string): Refactoring[] {
  const control = controlOf(tag, document, snapshot);
  if (!control || frontMatterTags(document, snapshot).some((one) => one.control.entry.key === control.entry.key)) {
    return [];
  }
  const removal = removeTag(text, document, tag);
  const addition = addTag(text, document, control.entry, control.standard, snapshot.settings);
  const ground = { snapshot, document, text };
  return removal && addition ? moved(t('Move this tag to the front matter'), [removal, addition], ground) : [];
}

/** The move, where the document afterwards names the same as before. */
function moved(title: string, edits: readonly Replacement[], { snapshot, document, text }: Ground): Refactoring[] {
  const after = afterEdits(snapshot, document.path, text, edits);
  if (!after || allSayings(after).join() !== allSayings(document).join()) return [];
  return [{ title, kind: 'move', edits: edits.map((edit) => ({ path: document.path, ...edit })) }];
}
