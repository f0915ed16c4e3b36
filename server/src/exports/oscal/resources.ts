/** What an OSCAL document refers to: standards, documents and evidence, each once, in its back matter. */
import type { Standard } from '../../core/catalog/types.js';
import { relativePath } from '../../core/relativePath.js';
import type { RowDocument, RowEvidence, SoaStandard } from '../../core/soa/modelTypes.js';
import { documentText, evidenceText } from '../../core/soa/render/cells.js';
import { encodePath, evidenceLink } from '../../core/soa/render/links.js';
import { type Link, line, type Resource } from './parts.js';
import { uuidOf } from './uuid.js';

export class Resources {
  private readonly all = new Map<string, Resource>();

  /** `folder`: where the OSCAL file will lie, for relative addresses. */
  constructor(private readonly folder: string) {}

  /** In the order in which they were first named. */
  get list(): readonly Resource[] {
    return [...this.all.values()];
  }

  /** A standard, law or framework. There is no public OSCAL catalog of them, so it is named and not linked. */
  standard({ key, name, fullTitle }: SoaStandard | Standard): string {
    const text = line(fullTitle && fullTitle !== name ? `${name}: ${fullTitle}` : name);
    return this.add({
      uuid: uuidOf('standard', key),
      title: line(name),
      description: 'Named for reference. Neither its text nor an OSCAL catalog of it is part of this document.',
      'document-ids': [{ identifier: line(name) }],
      citation: { text },
    });
  }

  document(document: RowDocument): Link {
    const uuid = uuidOf('document', document.path);
    const href = encodePath(relativePath(this.folder, document.path));
    this.add({ uuid, title: line(documentText(document)), rlinks: [{ href }] });
    return { href: `#${uuid}`, rel: 'reference', text: line(document.id ?? document.title) };
  }

  evidence(evidence: RowEvidence): Link {
    const text = line(evidenceText(evidence));
    const uuid = uuidOf('evidence', text);
    const href = evidenceLink(evidence, this.folder);
    this.add({ uuid, title: text, ...(href === null ? {} : { rlinks: [{ href }] }) });
    return { href: `#${uuid}`, rel: 'evidence', text: line(evidence.text) };
  }

  private add(resource: Resource): string {
    if (!this.all.has(resource.uuid)) this.all.set(resource.uuid, resource);
    return resource.uuid;
  }
}
