/** What an OSCAL document refers to: standards, documents and evidence, each once, in its back matter. */
import type { Standard } from '../../core/catalog/types.js';
import { relativePath } from '../../core/relativePath.js';
import type { HeaderDocument, RowDocument, RowEvidence, SoaStandard } from '../../core/soa/modelTypes.js';
import { documentText, evidenceText } from '../../core/soa/render/cells.js';
import type { SoaExport } from '../../core/soa/render/exportInput.js';
import { encodePath, evidenceLink } from '../../core/soa/render/links.js';
import { ownerKey, systemKey } from './identity.js';
import type { Link, Resource } from './parts.js';
import { line, markupLine, uriReference } from './texts.js';
import { uuidOf } from './uuid.js';

export class Resources {
  private readonly all = new Map<string, Resource>();
  private readonly owner: string;

  constructor(private readonly input: SoaExport) {
    this.owner = ownerKey(input.model);
  }

  /** In the order in which they were first named. */
  get list(): readonly Resource[] {
    return [...this.all.values()];
  }

  /** A standard, law or framework. There is no public OSCAL catalog of them, so it is named and not linked. */
  standard({ key, name, fullTitle }: SoaStandard | Standard): string {
    const text = markupLine(fullTitle && fullTitle !== name ? `${name}: ${fullTitle}` : name);
    return this.add({
      uuid: uuidOf('standard', key),
      title: markupLine(name),
      description: 'Named for reference. Neither its text nor an OSCAL catalog of it is part of this document.',
      'document-ids': [{ identifier: line(name) }],
      citation: { text },
    });
  }

  /** What stands for the standard of the controls of the organisation's own: there is none. */
  ownControls(): string {
    return this.add({
      uuid: uuidOf(systemKey(this.input.model), 'own controls'),
      title: 'Additional controls',
      description:
        'Controls of the organisation’s own, beyond those of the standards. There is no catalog of them: title and source of each are properties of its requirement.',
    });
  }

  document(document: RowDocument): Link {
    const uuid = this.add({
      uuid: uuidOf('document', this.owner, document.path),
      title: markupLine(documentText(document)),
      ...this.rlinks(this.addressOf(document.path)),
    });
    const sections = document.sections.map(({ heading }) => heading).join(', ');
    const name = document.id ?? document.title;
    return { href: `#${uuid}`, rel: 'reference', text: markupLine(sections === '' ? name : `${name}: ${sections}`) };
  }

  /** The document that states the scope. It is linked where it is there, and else only named. */
  scopeDocument({ text, path, exists }: HeaderDocument): Link {
    const address = path !== null ? this.addressOf(path) : /^https?:\/\//i.test(text) ? uriReference(text) : null;
    const uuid = this.add({
      uuid: uuidOf('document', this.owner, path ?? text),
      title: markupLine(text),
      ...this.rlinks(exists === false ? null : address),
    });
    return { href: `#${uuid}`, rel: 'reference', text: markupLine(`Scope: ${text}`) };
  }

  /** The UUID does not follow from whether the file is there or the proof still holds, which the title says. */
  evidence(evidence: RowEvidence): Link {
    const { text, note, date, valid, statedUntil } = evidence;
    const address = evidenceLink(evidence, this.input.folder);
    const uuid = this.add({
      uuid: uuidOf('evidence', this.owner, ...[text, note, date, valid, statedUntil].map((part) => part ?? '')),
      title: markupLine(evidenceText(evidence)),
      ...this.rlinks(address === null ? null : uriReference(address)),
    });
    return { href: `#${uuid}`, rel: 'evidence', text: markupLine(text) };
  }

  /** From where the OSCAL file will lie. */
  private addressOf(path: string): string {
    return encodePath(relativePath(this.input.folder, path));
  }

  private rlinks(address: string | null): Pick<Resource, 'rlinks'> {
    return address === null ? {} : { rlinks: [{ href: address }] };
  }

  private add(resource: Resource): string {
    if (!this.all.has(resource.uuid)) this.all.set(resource.uuid, resource);
    return resource.uuid;
  }
}
