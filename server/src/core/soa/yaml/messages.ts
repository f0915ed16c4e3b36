/** The YAML parser's error codes in the words of somebody who writes policies and not programs. */

const messages: Readonly<Record<string, string>> = {
  ALIAS_PROPS: 'A value that repeats another one (`*name`) cannot have a name or a type of its own.',
  BAD_ALIAS: 'The asterisk needs a name behind it. If it is part of the text, put the value in quotes.',
  BAD_COLLECTION_TYPE: 'The type given here does not fit the value.',
  BAD_DIRECTIVE: 'A line cannot begin with a percent sign here. If it is part of the text, put the value in quotes.',
  BAD_DQ_ESCAPE: 'A backslash in double quotes begins a special character, and this is none. Use single quotes instead.',
  BAD_INDENT: 'The indentation is off: keys that belong together begin in the same column, and what is below them further right.',
  BAD_PROP_ORDER: 'A name (`&name`) or a type (`!type`) must stand before the value, behind the dash or the colon.',
  BAD_SCALAR_START: 'A value cannot begin with this character. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'There is a second colon with a space behind it in this line. Put the value in quotes.',
  BLOCK_IN_FLOW: 'Inside brackets everything has to be separated by commas; a value over several lines is not possible there.',
  DUPLICATE_KEY: 'This key stands here twice.',
  IMPOSSIBLE: 'This part cannot be read.',
  KEY_OVER_1024_CHARS: 'This key is too long. Is the colon missing?',
  MISSING_CHAR: 'A character is missing here: a colon behind the key, or a closing quote or bracket.',
  MULTILINE_IMPLICIT_KEY: 'The colon behind this key is missing.',
  MULTIPLE_ANCHORS: 'A value can have one name (`&name`) only.',
  MULTIPLE_DOCS: 'Three hyphens begin a second document here; only the first one is read.',
  MULTIPLE_TAGS: 'A value can have one type (`!type`) only.',
  NON_STRING_KEY: 'A key must be plain text.',
  TAB_AS_INDENT: 'Tabs cannot be used for indentation. Use spaces.',
  TAG_RESOLVE_FAILED: 'The type behind the exclamation mark is not known and is ignored. If it is text, put the value in quotes.',
  UNEXPECTED_TOKEN: 'This part does not belong here. Is a quote, a comma, a colon or a line break missing?',
};

/**
 * A sentence for an error or warning of the `yaml` package.
 * @param code the package's error code; a code we do not know gives a general sentence
 * @param message its English message, used to tell a missing colon from a missing quote
 */
export function plainYamlMessage(code: string, message: string): string {
  if (code === 'MISSING_CHAR') {
    if (message.includes('map values')) return 'The colon behind this key is missing.';
    if (message.includes('quote')) return 'The closing quote is missing.';
    if (message.includes('expected to end with') || message.includes('must end with')) {
      return 'The closing bracket is missing.';
    }
    if (message.includes('single newline') || message.includes('whitespace')) return 'A space is missing here.';
  }
  if (code === 'BAD_INDENT' && message.includes('end with a')) {
    return `The closing bracket \`${message.slice(-1)}\` is missing.`;
  }
  return messages[code] ?? 'This part cannot be read as YAML.';
}
