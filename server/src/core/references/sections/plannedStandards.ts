/** "ISO/IEC 42001 is planned for next year.": does the sentence before a list or table name a standard only in passing? */
import { annexWords, clauseWords, controlWords, requirementWords } from '../text/lexicon.js';
import type { Mention } from '../text/mentions.js';
import { endsSentence, type Run } from '../text/run.js';
import { isMark, isWord, type Token } from '../text/tokens.js';

const laterWords = new Set(
  (
    'planned later postponed upcoming excluded preparation geplant vorgesehen später künftig vorbereitung ausgeschlossen prévu prévue prévus prévues ' +
    'planifié planifiée ultérieurement préparation exclu exclue previsto prevista previstos previstas planificado planificada preparación excluido excluida planeado planeada ' +
    'planejado planejada preparação excluído excluída pianificato pianificata preparazione escluso esclusa gepland voorbereiding uitgesloten'
  ).split(' '),
);

const laterPhrases = [
  'not yet',
  'next year',
  'out of scope',
  'outside the scope',
  'not part',
  'noch nicht',
  'nächstes jahr',
  'nicht teil',
  'pas encore',
  'plus tard',
  'hors périmètre',
  'hors du périmètre',
  'aún no',
  'todavía no',
  'más adelante',
  'fuera del alcance',
  'ainda não',
  'mais tarde',
  'fora do âmbito',
  'fora do escopo',
  'non ancora',
  'più avanti',
  'fuori ambito',
  'nog niet',
  'volgend jaar',
  'buiten scope',
].map((phrase) => phrase.split(' '));
const lastWords = new Set(laterPhrases.map((phrase) => phrase[phrase.length - 1]!));

/** What leads in to a list or table: "The following …", "… as shown below". */
const introducingWords = new Set(
  (
    'following follows below table list shown these folgende folgenden folgt unten tabelle liste diese suivant suivante suivants suivantes dessous tableau ces siguiente siguientes ' +
    'tabla lista estos estas seguinte seguintes tabela estes seguente seguenti tabella elenco questi queste volgende onderstaande tabel lijst deze'
  ).split(' '),
);
const introducing = [introducingWords, annexWords, clauseWords, controlWords, requirementWords];

/** The mentions of a text but those in sentences that only say that their standard is still to come, or out of scope. */
export function withoutPlanned(run: Run, mentions: readonly Mention[]): readonly Mention[] {
  if (mentions.length === 0 || !run.tokens.some((_, at) => saysLater(run.tokens, at))) return mentions;
  const kept: Mention[] = [];
  let next = 0;
  let first = 0;
  for (let at = 0; at <= run.tokens.length && next < mentions.length; at++) {
    if (at < run.tokens.length && !endsSentence(run, at)) continue;
    const isPassing = isInPassing(run.tokens, first, at);
    for (; next < mentions.length && mentions[next]!.first <= at; next++) if (!isPassing) kept.push(mentions[next]!);
    first = at + 1;
  }
  return kept;
}

function isInPassing(tokens: readonly Token[], first: number, end: number): boolean {
  let isLater = false;
  for (let at = first; at < end; at++) {
    if (isIntroducing(tokens[at])) return false;
    if (saysLater(tokens, at)) isLater = true;
  }
  return isLater;
}

/** Whether a word leads on to a list or table, or speaks of the parts of a standard: "the following", "controls". */
export function isIntroducing(token: Token | undefined): boolean {
  return introducing.some((words) => isWord(token, words));
}

/** Whether a word, or the phrase that ends with it, says that something is still to come or out of scope. */
export function saysLater(tokens: readonly Token[], at: number): boolean {
  if (tokens[at]!.kind !== 'word') return false;
  if (laterWords.has(tokens[at]!.lower)) return true;
  if (!lastWords.has(tokens[at]!.lower)) return false;
  return laterPhrases.some((phrase) =>
    phrase.every((word, nth) => tokens[at - phrase.length + 1 + nth]?.lower === word),
  );
}

/** "ISO/IEC 27001: reuse A.5.19.": a name whose ids stand behind it, in the same sentence. */
export function namesOwnIds({ tokens, prose }: Run, { end, stop }: Mention): boolean {
  if (!isMark(tokens[end], ':')) return false;
  const sentence = /^.*?(?:[.!?](?=\s)|$)/s.exec(prose.slice(stop, stop + longestRemark))![0];
  return ownId.test(sentence);
}

/** In characters. */
const longestRemark = 200;
const ownId = /(?<![\w.])A\.\d+\.\d/;
