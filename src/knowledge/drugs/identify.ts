/**
 * Says which drugs of the table a line of the record contains, how that was found, and with what doubt. Codes and text are
 * two witnesses: where they agree, or only one speaks, the drug is sure; where they contradict each other, where the name is
 * misspelt, a street name or denied, it is a doubt; and a line that nobody can read is neither an opioid nor none.
 */
import { SYSTEMS, type Coding, type Concept, type Medicine } from '../../domain/patient.ts';
import { codeKey, type CodeTable, type CodeTableRow } from './codeTable.ts';
import { isIn, isOpioid, type Drug } from './drug.ts';
import { DRUGS } from './index.ts';
import { isVague, readText, type Mention, type Reading } from './lexicon.ts';

export type Way = 'rxnorm' | 'loaded table' | 'atc' | 'text' | 'street name' | 'misspelt text' | 'denied in text';

export interface Identified {
  readonly drug: Drug;
  readonly ways: readonly Way[];
  /** Whether a finding may rest on it; otherwise `doubt` says why it is only possible. */
  readonly sure: boolean;
  readonly doubt?: string;
}

export interface Identification {
  /** The line as the record calls it, for a sentence. */
  readonly label: string;
  readonly drugs: readonly Identified[];
  /** Whether code or text says what it is; when it does not, no drug may be called absent. */
  readonly readable: boolean;
  /** Why it cannot be read, or what else is wrong with the line. */
  readonly doubts: readonly string[];
  /** Names on the line that nobody here knows; each may be an opioid, and is among the doubts. */
  readonly strangers: readonly string[];
  /** What a reader should know and that is no doubt, such as a mistake in a loaded table. */
  readonly notes: readonly string[];
}

/** What one code says: the drugs of our table in it, possibly none; or nothing, when nobody knows the code. */
interface CodeSays {
  readonly label: string;
  readonly way: Way;
  readonly drugs: readonly Drug[];
  readonly note?: string;
  readonly doubt?: string;
  /** The code leaves open what else is in the product, so it does not vouch for a name that nobody knows. */
  readonly isCombination?: true;
}

const byRxnorm = new Map<string, Drug[]>();
for (const drug of DRUGS)
  for (const code of drug.rxnorm ?? []) byRxnorm.set(code, [...(byRxnorm.get(code) ?? []), drug]);
const byId = new Map(DRUGS.map((drug) => [drug.id, drug]));
const UNNAMED_OPIOID = byId.get('opioid-unspecified');
if (UNNAMED_OPIOID === undefined) throw new Error('the table of drugs has no row for an opioid that is not named');

/** What stands for a text that came in a shape that nobody can read: it may say anything, so its codes do not speak alone. */
export const UNREAD_TEXT = '(a text that could not be read)';

/** Letters of a text that are read; a name of a medicine is never longer. */
const LONGEST_TEXT = 1000;

/** Identifies one line of a list of medicines against our own table and, where a clinic has loaded one, its table of codes. */
export function identify(medicine: Medicine, table?: CodeTable): Identification {
  const concepts = [medicine.what, ...(medicine.ingredients ?? [])];
  const codes = concepts.flatMap((concept) => concept.codings.flatMap((coding) => codeSays(coding, table) ?? []));
  const all = textsOf(concepts);
  const texts = all.map((text) => ({ text, reading: readText(text.slice(0, LONGEST_TEXT)) }));
  const label = labelOf(medicine);
  const drugs = weigh(codes, texts);
  const isCoded = codes.some(({ doubt, isCombination }) => doubt === undefined && !isCombination);
  const readable = !all.includes(UNREAD_TEXT) && (drugs.length > 0 || isCoded || texts.some(isPlain));
  const strangers = readable && !isCoded ? strangersOf(concepts, texts) : [];
  return {
    label,
    drugs,
    readable,
    strangers,
    doubts: [
      ...codes.flatMap(({ doubt }) => doubt ?? []),
      ...(all.some((text) => text.length > LONGEST_TEXT)
        ? [`only the first ${LONGEST_TEXT} letters of "${label}" were read`]
        : []),
      ...(readable ? [] : [unreadable(medicine, all)]),
      ...besideTheName(medicine, drugs),
      ...strangers.map((name) => `"${name}" is a name that Lowdose does not know; it may contain an opioid`),
    ],
    notes: codes.flatMap(({ note }) => note ?? []),
  };
}

/** An opioid that the directions or a note name, and the name of the medicine does not. */
function besideTheName({ directions = '' }: Medicine, drugs: readonly Identified[]): readonly string[] {
  const named = readText(directions.slice(0, LONGEST_TEXT)).mentions.filter(
    ({ drug, match }) =>
      match === 'exact' && isOpioid(drug) && drug !== UNNAMED_OPIOID && !drugs.some((each) => each.drug === drug),
  );
  return [...new Set(named.map(({ drug }) => `the directions or a note of this line name ${drug.name}`))];
}

/** Names that nobody knows, on the line and in each of its ingredients. One text that is known whole explains the others. */
const strangersOf = (concepts: readonly Concept[], read: readonly TextSays[]): readonly string[] => [
  ...new Set(
    concepts.flatMap((concept) => {
      const texts = textsOf([concept]);
      const names = texts.map((text) => strangersOrNothing(read.find((each) => each.text === text)?.reading));
      if (names.some((each) => each?.length === 0)) return [];
      return names.find((each) => each !== undefined) ?? texts.slice(0, 1);
    }),
  ),
];

/** A text that only denies ("no opioids") names nothing and leaves nothing open. */
const strangersOrNothing = (reading: Reading | undefined): readonly string[] | undefined =>
  reading?.strangers ?? (reading !== undefined && reading.mentions.length > 0 ? [] : undefined);

/** What the line is called: its text, else its display, else its codes. */
function labelOf(medicine: Medicine): string {
  const text = textsOf([medicine.what])[0] ?? textsOf(medicine.ingredients ?? [])[0];
  if (text !== undefined) return text.length > 120 ? `${text.slice(0, 117)}...` : text;
  const coding = medicine.what.codings.find(({ code }) => code !== undefined);
  return coding?.code === undefined
    ? 'a line without code and text'
    : `code ${coding.code} (${coding.system ?? 'no system'})`;
}

const textsOf = (concepts: readonly Concept[]): readonly string[] => [
  ...new Set(
    concepts
      .flatMap((concept) => [concept.text, ...concept.codings.map(({ display }) => display)])
      .map((text) => text?.trim())
      .filter((text): text is string => text !== undefined && text !== ''),
  ),
];

interface TextSays {
  readonly text: string;
  readonly reading: Reading;
}

const isPlain = ({ text, reading }: TextSays): boolean =>
  reading.readable && !(isVague(text) && reading.otherWords.length === 0);

const unreadable = (medicine: Medicine, texts: readonly string[]): string =>
  texts.length === 0
    ? `${labelOf(medicine)} is in no table that is loaded, and no text says what it is`
    : `"${texts.join('", "')}" does not say which medicine it is`;

function codeSays(coding: Coding, table: CodeTable | undefined): CodeSays | undefined {
  if (coding.code === undefined) return undefined;
  if (coding.system === SYSTEMS.atc) return atcSays(coding.code);
  const own = coding.system === SYSTEMS.rxnorm ? byRxnorm.get(coding.code) : undefined;
  const row = coding.system === undefined ? undefined : table?.rows.get(codeKey(coding.system, coding.code));
  const label = `RxNorm ${coding.code}`;
  if (own === undefined) return row && tableSays(coding.code, row, table?.name ?? '');
  const mistaken = row?.opioid === true && !own.some(isOpioid);
  return {
    label: `${label} (${own.map(({ name }) => name).join(' and ')})`,
    way: 'rxnorm',
    drugs: own,
    ...(mistaken && {
      note: `${table?.name} lists ${label}, ${own[0]?.name}, as an opioid. ${own[0]?.note ?? 'It is none.'}`,
    }),
  };
}

function tableSays(code: string, row: CodeTableRow, tableName: string): CodeSays {
  const named = row.ingredients.flatMap((name) => readText(name).mentions.filter(({ match }) => match === 'exact'));
  const inName = readText(row.name).mentions.filter(({ match }) => match === 'exact');
  const drugs = [
    ...new Set([
      ...row.ingredientRxcuis.flatMap((cui) => byRxnorm.get(cui) ?? []),
      ...[...named, ...inName].map(({ drug }) => drug),
    ]),
  ];
  const opioidMissing = row.opioid && !drugs.some(isOpioid) && !drugs.some(({ id }) => id === 'kalopanax');
  return {
    label: `code ${code} (${row.name} in ${tableName})`,
    way: 'loaded table',
    drugs: opioidMissing && UNNAMED_OPIOID ? [...drugs, UNNAMED_OPIOID] : drugs,
  };
}

const ATC_CODE = /^[A-Z]\d\d[A-Z][A-Z]\d\d$/;
/** By the rules of ATC, codes that end in 20, 30 or 50 and above are combinations. */
const ATC_COMBINATION = /([23]0|[5-9]\d)$/;

function atcSays(code: string): CodeSays | undefined {
  const plain = code.trim().toUpperCase();
  const matches = DRUGS.flatMap((drug) =>
    (drug.atc ?? []).filter((atc) => plain.startsWith(atc)).map((atc) => ({ drug, atc })),
  );
  const longest = Math.max(0, ...matches.map(({ atc }) => atc.length));
  const drugs = matches.filter(({ atc }) => atc.length === longest).map(({ drug }) => drug);
  const label = `ATC ${plain}`;
  if (drugs.length > 0)
    return { label: `${label} (${drugs.map(({ name }) => name).join(' and ')})`, way: 'atc', drugs };
  if (ATC_CODE.test(plain))
    return { label, way: 'atc', drugs: [], ...(ATC_COMBINATION.test(plain) && { isCombination: true }) };
  const hides = plain !== '' && DRUGS.some((drug) => isOpioid(drug) && drug.atc?.some((atc) => atc.startsWith(plain)));
  return hides ? { label, way: 'atc', drugs: [], doubt: `${label} is a group that has opioids in it` } : undefined;
}

function weigh(codes: readonly CodeSays[], texts: readonly TextSays[]): readonly Identified[] {
  const mentions = texts
    .flatMap(({ reading }) => reading.mentions)
    .filter((mention, _, all) => !deniesAll(mention) && !isNamedBeside(mention, all));
  const coded = new Set(codes.flatMap(({ drugs }) => drugs));
  const all = new Set([...coded, ...mentions.map(({ drug }) => drug)]);
  return [...all].map((drug) => {
    const says = codes.filter(({ drugs }) => drugs.includes(drug));
    const named = mentions.filter((mention) => mention.drug === drug);
    const doubt = doubtOf(drug, says, named, codes, texts);
    const ways = [...new Set([...says.map(({ way }) => way), ...named.map(wayOf)])];
    return doubt === undefined ? { drug, ways, sure: true } : { drug, ways, sure: false, doubt };
  });
}

/** "No opioids" names nothing that was taken. */
const deniesAll = ({ drug, match }: Mention): boolean => match === 'denied' && drug === UNNAMED_OPIOID;

/** In "oxycodone (opioid)" the second word adds nothing to the first. */
const isNamedBeside = ({ drug }: Mention, all: readonly Mention[]): boolean =>
  drug === UNNAMED_OPIOID &&
  all.some((other) => other.drug !== drug && other.match === 'exact' && isOpioid(other.drug));

const wayOf = (mention: Mention): Way =>
  (({ exact: 'text', street: 'street name', misspelt: 'misspelt text', denied: 'denied in text' }) as const)[
    mention.match
  ];

function doubtOf(
  drug: Drug,
  says: readonly CodeSays[],
  named: readonly Mention[],
  codes: readonly CodeSays[],
  texts: readonly TextSays[],
): string | undefined {
  const plain = named.find(({ match }) => match === 'exact');
  if (says.length > 0 && named.length > 0 && named.every(({ match }) => match !== 'denied')) return undefined;
  if (says.length > 0) return named.length > 0 ? spoken(named[0], drug) : codeAgainstText(says, texts);
  if (plain === undefined) return spoken(named[0], drug);
  if (
    drug === UNNAMED_OPIOID &&
    texts.some(({ reading }) => reading.mentions.some((each) => isIn(each.drug, 'antagonist', 'withdrawal-aid')))
  )
    return 'the line names a medicine against opioids, and opioids themselves';
  return textAgainstCodes(plain, codes, texts) ?? textAgainstText(plain, texts);
}

function spoken(mention: Mention | undefined, drug: Drug): string | undefined {
  if (mention === undefined) return undefined;
  if (mention.match === 'misspelt') return `"${mention.words}" may be a misspelt "${mention.name}" (${drug.name})`;
  if (mention.match === 'street') return `"${mention.words}" may be a street name of ${drug.name}`;
  return `the text names ${drug.name} and says that it is not taken`;
}

/** A code names a drug and the text, which can be read, names another. */
function codeAgainstText(says: readonly CodeSays[], texts: readonly TextSays[]): string | undefined {
  const other = texts.filter(({ reading }) => reading.otherWords.length > 0 || reading.mentions.length > 0);
  const agrees = texts.some(({ reading }) =>
    reading.mentions.some(({ drug, match }) => match !== 'denied' && says.some(({ drugs }) => drugs.includes(drug))),
  );
  if (other.length === 0 || agrees) return undefined;
  return `${says[0]?.label} and the text "${other[0]?.text}" do not agree`;
}

/** The text names a drug and every code that anybody knows says another. */
function textAgainstCodes(
  mention: Mention,
  codes: readonly CodeSays[],
  texts: readonly TextSays[],
): string | undefined {
  if (codes.length === 0) return undefined;
  const inText = new Set(texts.flatMap(({ reading }) => reading.mentions.map(({ drug }) => drug)));
  if (codes.some(({ drugs }) => drugs.some((drug) => inText.has(drug)))) return undefined;
  return `the text names ${mention.name} and ${codes[0]?.label} says another drug`;
}

/** Two texts of the same line name different drugs. */
function textAgainstText(mention: Mention, texts: readonly TextSays[]): string | undefined {
  const [with_, without] = [true, false].map((has) =>
    texts.filter(({ reading }) => reading.mentions.some(({ drug }) => drug === mention.drug) === has),
  );
  const other = without?.find(({ reading }) => reading.mentions.length > 0);
  if (other === undefined) return undefined;
  const shared = other.reading.mentions.some(({ drug }) =>
    with_?.some(({ reading }) => reading.mentions.some((each) => each.drug === drug)),
  );
  return shared ? undefined : `one text of the line says "${with_?.[0]?.text}" and another "${other.text}"`;
}
