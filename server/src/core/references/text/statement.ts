/** Whether the words beside a lettered item name the Statement of Applicability, which has another letter in each standard. */
import type { Span } from '../../text.js';

const statementWords =
  "statement of applicability|applicability statement|soa|erklärung zur anwendbarkeit|anwendbarkeitserklärung|déclaration d[’']applicabilité|" +
  'declaración de aplicabilidad|declaração de aplicabilidade|verklaring van toepasselijkheid|dichiarazione di applicabilità';
const spaced = statementWords.replaceAll(' ', '\\s+');
const marks = '[\\s|()[\\]*_"“”\'’:,./–—-]';
/** Only words that tie the document to the clause; with any other word between them the two may be unrelated. */
const fillersBefore =
  'the|is|are|which|that|asks|for|calls|requires|demands|required|requirement|demanded|by|in|of|under|per|to|see|cf|as|with|according|accordance|line|following|follows|' +
  'meets|fulfils|satisfies|asked|document|record|management|system|ai|iso|iec|\\d{5}(?::\\d{4})?|v(?:ersion)?[. ]?\\d+(?:\\.\\d+)*|clauses?|cl|sections?|letter|point|item|statement|gemäß|nach|laut|von|der|des|die|selon|' +
  // What is done with it; a sentence that ends so is unrelated.
  '(?:produced|prepared|kept|maintained|made|drawn up|written|created|documented|established|issued|erstellt|geführt|établie|tenue|' +
  'elaborada|mantenida|mantida|opgesteld|bijgehouden|redatta|tenuta)(?!\\s?\\.)|wird|wurde|est|se|wordt|è|' +
  'klausel|abschnitt|normkapitel|clausola|cláusula|clausule|gefordert|verlangt|verlangte|geforderte|exigée|requise|demandée|prévue|par|la|le|de|du|au|' +
  'exigida|requerida|pedida|prevista|por|que|exige|pela|pelo|na|no|en|el|vereist|gevraagd|door|zoals|richiesta|prevista|dal|dalla|dalle|alla|chapitre|section|capítulo|seção|secção|sección|apartado|punto|hoofdstuk|capitolo';
const fillersAfter =
  'of|iso|iec|\\d{5}(?::\\d{4})?|the|an?|which|that|asks?|requires?|demands?|calls|for|as|is|our|its|als|ist|die|unsere|comme|est|la|notre|como|es|nuestra|é|nossa|come|nostra|is|onze';

const statementBefore = new RegExp(
  `(?<![\\p{L}\\d])(?:${spaced})(?:${marks}|(?<![\\p{L}\\d])(?:${fillersBefore})(?![\\p{L}\\d]))*$`,
  'iu',
);
const statementAfter = new RegExp(
  `^(?:${marks}|(?<![\\p{L}\\d])(?:${fillersAfter})(?![\\p{L}\\d]))*(?<![\\p{L}\\d])(?:${spaced})(?![\\p{L}\\d])`,
  'iu',
);
/** "This statement", "die Erklärung": enough in a document that is one by its title. */
const shortWords =
  '(?:the|this|our|present) statement|this (?:is the )?document|(?:diese|die|vorliegende) erklärung|(?:cette|la|présente) déclaration|(?:esta|la|presente) declaración|' +
  '(?:esta|a|presente) declaração|(?:deze|de) verklaring|(?:questa|la|presente) dichiarazione';
const shortBefore = new RegExp(
  `(?<![\\p{L}\\d])(?:${shortWords})(?:${marks}|(?<![\\p{L}\\d])(?:${fillersBefore})(?![\\p{L}\\d]))*$`,
  'iu',
);
const inTitle = new RegExp(`(?<![\\p{L}\\d])(?:${spaced})(?![\\p{L}\\d])`, 'iu');

/** Whether a title is that of a Statement of Applicability. */
export function isTitleOfStatement(title: string): boolean {
  return inTitle.test(title);
}

/** A blank line, or the next row, item or heading. */
export const endOfBlock = /\n\s*(?:\n|[|#]|[-*+]\s)/;
/** How far away the words may stand, in characters; also keeps the patterns on short texts. */
export const farthest = 100;

/** Whether the Statement of Applicability is named right before or right behind the reference; in itself "the statement" is. */
export function namesStatement(span: Span, text: string, isInStatement = false): boolean {
  const before = text
    .slice(Math.max(0, span.start - farthest), span.start)
    .split(endOfBlock)
    .pop()!;
  const after = text.slice(span.end, span.end + farthest).split(endOfBlock, 1)[0]!;
  return statementBefore.test(before) || statementAfter.test(after) || (isInStatement && shortBefore.test(before));
}
