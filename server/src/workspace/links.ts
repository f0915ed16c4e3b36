/** Addresses of our own pages. */

const pages = 'https://github.com/clausemark/clausemark/blob/main/docs';

/** The page that explains a rule. */
export function rulePage(code: string): string {
  return `${pages}/rules/${code}.md`;
}
