/**
 * The settings that are not rules, as the settings page shows them. Defaults come from the core, so that the page says
 * what really happens. `inFile` false: the setting is the editor's alone and has no place in .clausemark.yaml.
 */

const docs = 'https://github.com/clausemark/clausemark/blob/main/docs';

/** A list of words, each of them not empty. */
const words = { type: 'array', items: { type: 'string', minLength: 1 }, uniqueItems: true };

const added = 'What you list is added to the names known already; write `!name` to take one out.';

/** What each field of document control is, for the texts of its settings. */
const fieldHelp = {
  id: 'the document’s number',
  title: 'its title',
  type: 'its kind, such as policy or procedure',
  owner: 'who is responsible for it',
  version: 'its version',
  status: 'its status',
  classification: 'how confidential it is',
  approvedBy: 'who approved it',
  approved: 'when it was approved',
  nextReview: 'when it is to be reviewed',
};

/** Groups of settings in the order of the settings page. `defaults` are the core's `defaultSettings`. */
export function settingGroups(defaults) {
  const fields = Object.keys(defaults.fieldKeys);
  return [
    {
      title: 'Standards',
      settings: {
        standards: {
          ...words,
          items: { type: 'string', pattern: '^[A-Za-z0-9][A-Za-z0-9.-]*(:[A-Za-z0-9.-]+)?$' },
          default: defaults.standards,
          markdownDescription:
            'The standards your organisation follows, such as `27001:2022` or `27701`. Without an edition the current one is meant. A `soa.yaml` says it better and wins; with neither, the standards that the documents tag are taken.',
        },
        catalogs: {
          ...words,
          default: defaults.catalogs,
          scope: 'machine-overridable',
          markdownDescription: `Files or folders with your own catalogs, mappings and licensed texts ([how to write them](${docs}/catalog.md)). A path is taken from the workspace folder unless it begins with \`/\`. In Restricted Mode the workspace cannot set this.`,
        },
      },
    },
    {
      title: 'Documents',
      settings: {
        include: {
          ...words,
          default: defaults.include,
          markdownDescription:
            'Which files are policies: [patterns](https://code.visualstudio.com/docs/editor/glob-patterns) of paths below the workspace folder. What you list replaces the default.',
        },
        exclude: {
          ...words,
          default: [],
          markdownDescription: `Patterns of files and folders to leave out, besides \`${defaults.exclude.join('`, `')}\` and what \`.clausemarkignore\` names.`,
        },
        inlineCode: {
          type: 'boolean',
          default: defaults.inlineCode,
          markdownDescription: 'Recognise references inside `inline code`, too.',
        },
        'frontMatter.controlKeys': {
          ...words,
          default: [],
          markdownDescription: `Keys of the front matter that list the controls a document claims, besides \`controls\`, \`satisfies\`, \`annex_a_controls\` and other common ones. Nested keys are written with dots: \`compliance.iso.controls\`. ${added}`,
        },
        'frontMatter.clauseKeys': {
          ...words,
          default: [],
          markdownDescription: `Keys of the front matter that list the clauses a document claims, besides \`${defaults.clauseKeys.slice(0, 3).join('`, `')}\` and others. ${added}`,
        },
        'frontMatter.fieldKeys': {
          type: 'object',
          properties: Object.fromEntries(
            fields.map((field) => [
              field,
              {
                ...words,
                markdownDescription: `Keys for ${fieldHelp[field]}, besides \`${defaults.fieldKeys[field].join('`, `')}\`.`,
              },
            ]),
          ),
          additionalProperties: false,
          default: {},
          markdownDescription: `Under which keys your front matter states the fields of document control. Case, spaces, hyphens and underscores make no difference. ${added}`,
        },
        'frontMatter.requiredFields': {
          ...words,
          items: { type: 'string', enum: fields, enumDescriptions: fields.map((field) => sentence(fieldHelp[field])) },
          default: defaults.requiredFields,
          markdownDescription: 'Fields of document control that every policy must state (rule `missing-field`).',
        },
        'frontMatter.statusValues': {
          ...words,
          default: defaults.statusValues,
          markdownDescription: 'The values that a document’s status may have (rule `invalid-field`).',
        },
        documentTypes: {
          type: 'object',
          default: {},
          additionalProperties: {
            type: ['object', 'boolean'],
            additionalProperties: false,
            properties: {
              also: { ...words, markdownDescription: 'Other words for the type in the field `type`.' },
              idPrefix: { type: 'string', markdownDescription: 'How the ids of its documents begin, such as `POL`.' },
              folder: {
                type: 'string',
                markdownDescription: 'Where new documents of the type go, below the workspace folder.',
              },
              requiredFields: {
                ...words,
                items: { type: 'string', enum: fields },
                markdownDescription:
                  'Fields that its documents must state, instead of those in `#clausemark.frontMatter.requiredFields#`.',
              },
              version: {
                type: 'integer',
                minimum: 1,
                markdownDescription:
                  'The version of the template, which documents made from it record (`template: policy@2`). Without it: the highest `since` of its sections.',
              },
              sections: {
                type: 'array',
                items: { type: ['string', 'object'] },
                markdownDescription:
                  'The outline: headings in their order. With a question mark at the end (`Exceptions?`) the section is in the template and may be missing in a document. `{ title, also, required, hint, since }` says more: other headings that count, a sentence for the writer, and the version of the template that brought the section.',
              },
            },
          },
          markdownDescription: `What documents of each type state: fields and sections ([document types](${docs}/document-types.md)). Known are ${defaults.documentTypes.map(({ name }) => `\`${name}\``).join(', ')}; what you say of one of them takes the place of what is known of it, \`false\` leaves a type out, and another name is a new type.`,
        },
      },
    },
    {
      title: 'Editor',
      settings: {
        codeLens: {
          type: 'boolean',
          default: defaults.codeLens,
          inFile: false,
          markdownDescription:
            'Show above each policy and section what it covers, and above each decision in `soa.yaml` which documents claim the control. Needs `#editor.codeLens#`.',
        },
        titleHints: {
          type: 'boolean',
          default: defaults.titleHints,
          inFile: false,
          markdownDescription:
            'Show the title of a control or clause after its bare id, as an inlay hint. Needs `#editor.inlayHints.enabled#`.',
        },
        updateOnFileMove: {
          type: 'boolean',
          default: defaults.updateOnFileMove,
          inFile: false,
          markdownDescription:
            'When you rename or move files in the editor, change the paths in `soa.yaml` (evidence, documents, scope document, folders) and the links between documents with them, as one step that you can undo. Where `#markdown.updateLinksOnFileMove.enabled#` is on, VS Code changes the links and Clausemark the paths in `soa.yaml` only.',
        },
        statusBar: {
          type: 'boolean',
          default: true,
          scope: 'window',
          inFile: false,
          markdownDescription: 'Show the number of findings in the status bar while a policy or `soa.yaml` is open.',
        },
        markdownPreview: {
          type: 'boolean',
          default: true,
          scope: 'window',
          inFile: false,
          markdownDescription:
            'In the built-in Markdown preview, show references with their titles, tags above their sections, and front matter as a table.',
        },
        fileDecorations: {
          type: 'boolean',
          default: true,
          scope: 'window',
          inFile: false,
          markdownDescription:
            'Mark documents whose review is overdue with “!” and a colour in the explorer and in tabs. `#explorer.decorations.badges#` and `#explorer.decorations.colors#` turn off such marks of all extensions.',
        },
        keepIndex: {
          type: 'boolean',
          default: true,
          scope: 'machine',
          inFile: false,
          markdownDescription:
            'Keep what Clausemark knows of the documents (ids, headings, fields, findings; no whole texts) in VS Code’s storage on this machine, so that a large folder is ready at once the next time. Nothing is written into your folder. Takes effect when the window is opened again.',
        },
        'trace.server': {
          type: 'string',
          enum: ['messages', 'compact', 'verbose'],
          enumDescriptions: [
            'The name of each message and how long it took.',
            'Each message on one line.',
            'Each message with all that is in it. It holds the text of your documents.',
          ],
          default: 'messages',
          scope: 'window',
          inFile: false,
          markdownDescription:
            'What is written about the messages between VS Code and the Clausemark server, once the log level of the output channel *Clausemark* is set to *Trace* (command *Developer: Set Log Level*). Nothing leaves your machine.',
        },
      },
    },
  ];
}

function sentence(words) {
  return `${words[0].toUpperCase()}${words.slice(1)}.`;
}
