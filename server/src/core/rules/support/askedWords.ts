/**
 * With which words a text asks about a number itself ("Where has A.12.6.1 gone?"), in the languages we read: what stands
 * before the number and behind it. A question that only uses a number ("Do the logs follow A.12.4.1?") is none of these.
 */

/** To the question mark, in few words and without another reference. */
const end = '[^.!?◆◇]{0,60}\\?';

/** Nothing but where or when is still said: "Is there an A.8.35 in the annex?" */
const soon =
  "(?:,? (?:again|about|now|today|gone|go|anyway|anymore|any more|in|im|at all|eigentlich|jetzt|heute|nun|noch|hin|geblieben|dans|aujourd'hui|donc|encore|en|ahora|hoy|na|no|agora|hoje|nog|nu|gebleven|vandaag|nel|nella|ora|oggi|finit[oa]|ancora|passée?)(?!\\p{L})[^.!?◆◇]{0,40})? ?\\?";

/** Behind a number whose being a number is asked: "Is A.8.35 a control?", "Isn't A.8.40 “Secure AI”?" */
const being =
  '(?: (?:still |really |even |no longer |noch |wirklich |überhaupt )?(?:an?|in|valid|real|right|correct|gone|wrong|part of|the (?:new|same|old|right)|called|eine?|gültig|richtig|een|geldig)(?!\\p{L})| ["“„«])[^.!?◆◇]{0,60}\\?';

/** Pairs of what stands before and behind. */
export const asked: readonly (readonly [string, string])[] = [
  ['what (?:became of|has become of|happened (?:to|with)|about)|whatever happened to', end],
  ["what(?: is|'s| was| were| are)", soon],
  ['where(?: has| have| did| is| are| was)|where (?:do|can) (?:i|we|you|one)(?: still)? find|where (?:does|do)', soon],
  ['where (?:does|do)', ' (?:come from|go)[^.!?◆◇]{0,20}\\?'],
  ['why (?:is|are|was|were) there (?:no|nothing|none)(?: \\p{L}+){0,2}?(?: on| about| for| of)?', end],
  ["(?:is|isn't|are|was|were)", being],
  ["(?:is|isn't|are|was)(?: not)? there(?: still| really)?", soon],
  ['(?:does|do|did)', ' (?:(?:still|really|even|actually|ever|not) ){0,2}exist[^.!?◆◇]{0,60}\\?'],
  ['(?:can|may|must|should) (?:i|we|you|one|people) still (?:use|cite|quote|write|mention|refer to)', end],
  ['was (?:ist|wurde|wird|war) aus|was geschah mit|was ist mit', end],
  ['was (?:ist|war|bedeutet)(?: eigentlich| nochmal| denn)?', soon],
  ['wo (?:ist|sind|steht|finde ich|findet man|findet sich)|wohin (?:ist|sind)|woher (?:kommt|stammt)', soon],
  ['(?:warum|wieso) (?:gibt es|steht)(?: \\p{L}+){0,3}? (?:nichts|keine?n?)(?: (?:zu|über|für|zur|zum))?', end],
  ['(?:gibt|gab) es(?: noch| wirklich| überhaupt)?(?: ein| eine| einen)?|existiert(?: noch)?(?: ein| eine)?', soon],
  ['(?:ist|sind)', being],
  ['gilt', ' noch[^.!?◆◇]{0,20}\\?'],
  ['(?:darf|kann|soll) (?:ich|man) (?:noch|weiterhin)', end],
  ["qu'(?:est|est-il|est-elle) (?:devenue?s?|advenu)(?: de)?|que (?:devien(?:t|nent)|sont devenue?s)", end],
  ["qu'est-ce que(?: c'est que)?|qu'était|où (?:est|sont)(?: donc)?(?: passée?s?)?|d'où (?:vient|sort)", soon],
  ['existe-t-(?:il|elle)(?: encore)?(?: un| une)?|y a-t-il(?: encore)?(?: un| une)?', soon],
  ['', ' (?:existe-t-(?:il|elle)|est-(?:il|elle) (?:encore )?(?:une?|dans|passée?|valable))[^.!?◆◇]{0,40}\\?'],
  ["est-ce qu(?:e|')", ' (?:existe|est (?:encore |bien )?(?:une?|dans|passée?|valable|juste))[^.!?◆◇]{0,40}\\?'],
  ["pourquoi (?:n'y a-t-il|il n'y a|n'a-t-on) (?:rien|pas|aucune?|plus)(?: (?:sur|de))?", end],
  ['(?:peut-on|puis-je|peut on) (?:encore|toujours) (?:citer|utiliser)', end],
  ['qué (?:pasó|ha pasado|fue|ha sido|ocurrió|es)(?: (?:con|de|del))?|dónde (?:está|están|quedó|ha quedado)', soon],
  ['de dónde (?:sale|salen|viene|vienen)|existen?(?: todavía| aún)?|hay(?: todavía)?(?: un| una)?|¿y', soon],
  ['sigue (?:valiendo|existiendo|vigente|siendo válid[oa])', end],
  ['por qué no hay nada(?: (?:sobre|de))?|se puede (?:seguir citando|citar todavía)', end],
  ['(?:o )?que (?:aconteceu|é feito|foi feito)(?: (?:com|de|do|da|a|ao|à))?|o que (?:é|era)', soon],
  ['onde (?:está|estão|ficou|foi parar)|de onde (?:vem|sai|saiu)|(?:ainda )?existem?|há(?: ainda)?(?: um| uma)?', soon],
  ['ainda (?:vale|é válid[oa])|porque não há nada(?: sobre)?|ainda se pode citar', end],
  ['wat is er (?:van|met|gebeurd met)|wat gebeurde er met', end],
  ['wat (?:is|was)|waar (?:is|zijn|staat|vind ik)|waar komt|bestaat(?: er)?(?: nog)?|is er(?: nog)?', soon],
  ['waarom (?:is|staat) er (?:niets|geen)(?: (?:over|van))?|mag (?:ik|men|je) nog', end],
  ['che fine (?:ha|hanno) fatto|(?:che )?ne è (?:stato )?(?:di|del|della)', end],
  ["cos'(?:è|era)|che cosa (?:è|era)|dov'è(?: finit[oa])?|dove (?:è|si trova)|da dove (?:viene|salta fuori)", soon],
  ["(?:perché|come mai) non c'è (?:nulla|niente)(?: (?:su|sul|sulla))?|si può ancora (?:citare|usare)", end],
  ["c'è(?: ancora)?(?: un| una)?|esiste(?: ancora)?(?: un| una)?|vale ancora", soon],
];

/** Behind a sentence with a number: "I found A.14.2.5 in a ticket. What is it?" */
export const whatIsIt =
  /^(?:what(?: is|'s| was) (?:it|this|that)|was ist (?:das|es)|qu'est-ce que c'est|¿?qué es(?: eso| esto)?|o que é(?: isso| isto)?|wat is (?:dat|het)|che cos'è|cos'è) ?\?/u;
