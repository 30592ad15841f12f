/**
 * Names of a line that nobody here knows. A text is cut into its parts, the ingredients of a combination; each part must be
 * recognised by a word of its own, because the part that is not recognised may be the opioid (`ibuprofen / Zyxolin`).
 */
import { BESIDE_A_NAME, isEveryday } from './everyday.ts';
import { FILLER_WORDS } from './ordinary.ts';
import { tokens } from './spelling.ts';

/** A stroke inside a strength (`5 MG/ML`, `25 mcg/h`, `mg/5 mL`) parts nothing. */
const BETWEEN_PARTS =
  /[+&,;|\n]|\/(?!\s*[\d.]*\s*(?:ml|l|mg|actuat|actuation|hr|hrs|h|hour|hours|day|dose|spray|puff|vial|tab|tablet|cap|kg|g)(?![-\w]))/i;
const JOINING_WORDS: ReadonlySet<string> = new Set([
  'and',
  'with',
  'plus',
  'und',
  'mit',
  'et',
  'avec',
  'con',
  'y',
  'e',
]);

/** The words of a text by the parts that its punctuation makes; one after the other they are its tokens. */
export const partsOf = (text: string): readonly (readonly string[])[] =>
  text.replace(/[™®©]/g, ' ').normalize('NFKD').split(BETWEEN_PARTS).map(tokens);

/**
 * What nobody knows in a text, a name for each part; undefined when no part is recognised and none has a name either.
 * @param parts as `partsOf` cuts them
 * @param named words that belong to a name of the table of drugs, by their place in the whole text
 */
export function strangersIn(
  parts: readonly (readonly string[])[],
  named: ReadonlySet<number>,
): readonly string[] | undefined {
  const words = numbered(parts, named);
  const judged = words.map(judge);
  const strangers = judged.flatMap(({ stranger }) => stranger ?? []);
  return strangers.length === 0 && !judged.some(({ known }) => known) ? undefined : [...new Set(strangers)];
}

interface Word {
  readonly word: string;
  readonly known: boolean;
}

/** The parts with each word judged, cut again at joining words that are not inside a name (`Tylenol with codeine`). */
function numbered(parts: readonly (readonly string[])[], named: ReadonlySet<number>): readonly (readonly Word[])[] {
  let at = 0;
  return parts.flatMap((part) => {
    const pieces: Word[][] = [[]];
    for (const word of part) {
      const inName = named.has(at++);
      if (!inName && JOINING_WORDS.has(word)) pieces.push([]);
      else pieces.at(-1)?.push({ word, known: inName || isEveryday(word) });
    }
    return pieces;
  });
}

function judge(part: readonly Word[]): { readonly known: boolean; readonly stranger?: string } {
  const known = part.some((each) => each.known);
  const names = part.filter(({ word }) => isNameLike(word));
  const strange = names.filter((each) => !each.known && (!known || isForeign(each.word)));
  const named = known && hidesAnother(part) ? names : strange;
  return named.length === 0 ? { known } : { known, stranger: named.map(({ word }) => word).join(' ') };
}

/**
 * Words that add something unnamed to a name: `Co-Efferalgan` and `Paracetamol comp` have codeine in them. Recalled: what
 * the British names with `co-` that hold no opioid go on with.
 */
const ADDING_WORDS: ReadonlySet<string> = new Set(['co', 'comp', 'compositum', 'compound', 'cod', 'codein', 'kodein']);
const PLAIN_AFTER_CO =
  /^(enzyme|q|amoxiclav|trimoxazole?|careldopa|beneldopa|tenidone|amilofruse|amilozide|cyprindiol)$/;

const hidesAnother = (part: readonly Word[]): boolean =>
  part.some(
    ({ word, known }, at) =>
      !known && ADDING_WORDS.has(word) && !(word === 'co' && PLAIN_AFTER_CO.test(part[at + 1]?.word ?? '')),
  );

/** Letters of another script hide their name even beside one that is known. */
const isForeign = (word: string): boolean => !/^[a-z]+$|^\p{Number}+$/u.test(word);

const isNameLike = (word: string): boolean =>
  isForeign(word) ||
  (word.length >= 2 && !/^\p{Number}/u.test(word) && !FILLER_WORDS.has(word) && !BESIDE_A_NAME.has(word));
