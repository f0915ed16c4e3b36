/** The messages of the `yaml` package in plain words. */
import { t } from '../l10n.js';

const explanations: Readonly<Record<string, () => string>> = {
  ALIAS_PROPS: () => t('An alias (*) cannot have a tag or anchor.'),
  BAD_ALIAS: () => t('A * at the start of a value means something else to YAML; put the value in quotes.'),
  BAD_COLLECTION_TYPE: () => t('This list or group does not have the type that its tag says.'),
  BAD_DIRECTIVE: () => t('A % at the start of a line means something else to YAML; put the text in quotes.'),
  BAD_DQ_ESCAPE: () =>
    t('After a backslash in double quotes only certain characters may stand; write \\\\ or use single quotes.'),
  BAD_INDENT: () => t('The indentation does not fit the lines around it, or a bracket above is not closed.'),
  BAD_PROP_ORDER: () => t('Anchors and tags must stand directly before their value.'),
  BAD_SCALAR_START: () => t('A value cannot begin with this character; put it in quotes.'),
  BLOCK_AS_IMPLICIT_KEY: () => t('There is a second colon in this line; put the value in quotes.'),
  BLOCK_IN_FLOW: () => t('Inside brackets no indented list or group can stand.'),
  DUPLICATE_KEY: () => t('This key stands here a second time.'),
  IMPOSSIBLE: () => t('It cannot be read as YAML.'),
  KEY_OVER_1024_CHARS: () => t('This key is too long; perhaps a quotation mark is missing.'),
  MISSING_CHAR: () => t('A colon, comma, closing bracket or closing quotation mark is missing here.'),
  MULTILINE_IMPLICIT_KEY: () => t('This line has no colon after its key, or a quotation mark is not closed.'),
  MULTIPLE_ANCHORS: () => t('A value can have only one anchor (&).'),
  MULTIPLE_DOCS: () => t('A second document begins here.'),
  MULTIPLE_TAGS: () => t('A value can have only one tag (!).'),
  NON_STRING_KEY: () => t('A key must be plain text.'),
  RESOURCE_EXHAUSTION: () =>
    t(
      'It is nested too deeply to be read. Fields and tags need few levels: is a bracket not closed, or does this not belong here?',
    ),
  TAB_AS_INDENT: () => t('A tab stands at the start of this line; YAML wants spaces there.'),
  TAG_RESOLVE_FAILED: () => t('A ! at the start of a value means something else to YAML; put the value in quotes.'),
  UNEXPECTED_TOKEN: () => t('This character does not fit here; put the value in quotes.'),
};

/**
 * One sentence for the reader, by the error code of `yaml` and the place in the text where it stumbles: the parser calls it one
 * thing when a value goes on below with another indentation, and when there is a second colon.
 */
export function explainYamlError(code: string, text: string, at: number): string {
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && [...lineAround(text, at).matchAll(/:(?=\s|$)/g)].length === 1) {
    return t('The line below is indented too far or too little to go with this one.');
  }
  return explanations[code]?.() ?? t('It cannot be read as YAML.');
}

function lineAround(text: string, at: number): string {
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  return /^[^\r\n]*/.exec(text.slice(start, start + 1000))![0];
}
