/** What is ordered: the drug, its salt, its release, its filler, and why it has to be made. */
import type { Order } from '../../../domain/order.ts';
import { assume, cite } from '../../../domain/source.ts';
import { formById, FORMS, type DoseForm, type Filler } from '../../../knowledge/forms/index.ts';
import { when, type OrderCheck, type Place } from './row.ts';

const CONVENTION = cite('ifmsynergy-2026', 'filler conventions; no head-to-head data, weak evidence');
type Named = Pick<Filler, 'name' | 'alsoCalled' | 'says'>;
/** What a compounding pharmacy adds without being asked. */
const EXCIPIENT =
  /gelatin|pork|porcine|beef|bovine|paraben|benzoate|sorbitol|sorbate|sucralose|saccharin|aspartame|glycol|gluten|\b(?:corn|soya?)\b/i;
const SALT = /^naltrexone (?:hydrochloride|hcl)$/i;
const isNaltrexone = (drug: string): boolean => /^naltrexone\b/i.test(drug.trim());

export const formsOf = ({ supply }: Order): readonly DoseForm[] =>
  [...new Set(supply.fills.flatMap((fill) => fill.bottles).map((bottle) => bottle.form))]
    .map(formById)
    .filter((form) => form !== undefined);

/** Whether the text names it; "dye-free" does not. */
const calls = (text: string, filler: Named): boolean => {
  const named = text.toLowerCase().replace(/\b[a-z]+[- ]free\b/g, '');
  return [filler.name, ...filler.alsoCalled].some((name) => named.includes(name));
};

const FILLERS: readonly Filler[] = FORMS.flatMap((form) => form.fillers);

export const DRUG_CHECKS: readonly OrderCheck[] = [
  {
    id: 'other-drug',
    asks: 'Is it naltrexone?',
    severity: 'refuse',
    source: assume('this product orders naltrexone and nothing else'),
    find: ({ drug }) => when(!isNaltrexone(drug), 'drug', `The drug is "${drug}".`, 'Write naltrexone hydrochloride.'),
  },
  {
    id: 'wrong-salt',
    asks: 'Is it the hydrochloride?',
    severity: 'refuse',
    source: assume('amounts are of the hydrochloride; 1 mg of base is 1.11 mg of it, by molecular weight'),
    find: ({ drug }) =>
      when(
        isNaltrexone(drug) && !SALT.test(drug.trim()),
        'drug',
        `"${drug}" does not name the hydrochloride.`,
        'Write naltrexone hydrochloride; amounts are of the salt.',
      ),
  },
  {
    id: 'wrong-route',
    asks: 'Is it taken by mouth?',
    severity: 'refuse',
    source: assume('capsule and liquid are swallowed'),
    find: ({ route }) => when(route !== 'oral', 'route', `The route is "${route}".`, 'Write oral.'),
  },
  {
    id: 'not-immediate-release',
    asks: 'Is it immediate release?',
    severity: 'refuse',
    source: CONVENTION,
    find: ({ release }) => when(release !== 'immediate', 'release', `The release is "${release}".`, 'Write immediate.'),
  },
  {
    id: 'filler-missing',
    asks: 'Is the filler named?',
    severity: 'refuse',
    source: CONVENTION,
    find: ({ filler }) =>
      when(
        /^\s*(?:(?:none|any|unknown|n\/?a|tbd)\b.*)?$/i.test(filler),
        'filler',
        'No filler is named.',
        'Write microcrystalline cellulose, or what is wanted.',
      ),
  },
  {
    id: 'filler-excluded',
    asks: 'Is an excluded filler used?',
    severity: 'refuse',
    source: CONVENTION,
    find: excluded,
  },
  {
    id: 'filler-allergy',
    asks: 'Is the patient allergic to what is in it?',
    severity: 'refuse',
    source: assume('an allergy to a filler or a dye forbids it'),
    find: allergicTo,
  },
  {
    id: 'filler-allergy-not-excluded',
    asks: 'Is what the patient cannot have written down as excluded?',
    severity: 'refuse',
    source: assume('the pharmacy chooses shells and flavours after the list of exclusions, not after the record'),
    find: allergyNotExcluded,
  },
  {
    id: 'allergy-to-excipient',
    asks: 'Could the shell, a preservative or a sweetener hold what the patient cannot have?',
    severity: 'warn',
    source: assume('shells, preservatives and sweeteners are chosen by the pharmacy and stand in no order'),
    find: ({ patient }) =>
      (patient.allergies ?? []).flatMap((allergy, index) =>
        when(
          EXCIPIENT.test(allergy),
          `patient.allergies[${index}]`,
          `The patient is recorded as allergic to ${allergy}; the order does not say whether the medicine holds it.`,
          'Ask the pharmacy what shell, preservative and sweetener it uses.',
        ),
      ),
  },
  {
    id: 'naltrexone-allergy',
    asks: 'Is the patient hypersensitive to naltrexone?',
    severity: 'refuse',
    source: cite('label-revia', 'contraindications: hypersensitivity'),
    find: ({ patient }) =>
      (patient.allergies ?? []).flatMap((allergy, index) =>
        when(
          /naltrexone/i.test(allergy),
          `patient.allergies[${index}]`,
          `The patient is recorded as allergic to ${allergy}.`,
          'Do not order. Clear up the reaction first.',
        ),
      ),
  },
  {
    id: 'reason-missing',
    asks: 'Does it say why it has to be compounded?',
    severity: 'refuse',
    source: assume('section 503A: no copy of a commercial product; recalled, check the statute'),
    find: ({ reasonForCompounding }) =>
      when(
        !reasonForCompounding.trim(),
        'reasonForCompounding',
        'It does not say why the medicine has to be compounded.',
        'Write it, for example: strength not commercially available.',
      ),
  },
  {
    id: 'delivery-missing',
    asks: 'Does it say where to and in what?',
    severity: 'warn',
    source: assume('an order without an address waits for a telephone call'),
    find: ({ shipTo, packaging }) => [
      ...when(
        !shipTo.trim(),
        'shipTo',
        'It does not say where to send it.',
        'Write an address, or that it is fetched.',
      ),
      ...when(!packaging.trim(), 'packaging', 'No packaging is named.', 'Write child-resistant bottles.'),
    ],
  },
];

function excluded(order: Order): readonly Place[] {
  const byForm = formsOf(order).flatMap((form) => form.fillers.filter((filler) => filler.use === 'avoid'));
  const byOrder = order.excludedFillers.map((name) => FILLERS.find((filler) => calls(name, filler)) ?? named(name));
  const found = [...byForm, ...byOrder].find((filler) => calls(order.filler, filler));
  return when(
    found !== undefined,
    'filler',
    `The filler "${order.filler}" contains ${found?.name}, which is excluded. ${found?.says ?? ''}`.trim(),
    'Write microcrystalline cellulose, or another filler that is not excluded.',
  );
}

const named = (name: string): Named => ({
  name: name.toLowerCase(),
  alsoCalled: [],
  says: 'The order itself excludes it.',
});

/** What is in the medicine: the filler as written, and what its forms bring with them. */
const contents = (order: Order): string =>
  [order.filler, order.flavour ?? '', ...formsOf(order).flatMap((form) => form.brings)].join(' ').toLowerCase();

const allergens = ({ patient }: Order) =>
  (patient.allergies ?? []).flatMap((allergy, index) =>
    FILLERS.filter((filler) => calls(allergy, filler))
      .slice(0, 1)
      .map((filler) => ({ allergy, filler, path: `patient.allergies[${index}]` })),
  );

function allergicTo(order: Order): readonly Place[] {
  return allergens(order)
    .filter(({ filler }) => calls(contents(order), filler))
    .map(({ allergy, filler, path }) => ({
      path,
      says: `The patient is recorded as allergic to ${allergy}; the medicine contains ${filler.name}.`,
      todo: 'Choose another filler or form, and ask what happened.',
    }));
}

function allergyNotExcluded(order: Order): readonly Place[] {
  return allergens(order)
    .filter(({ filler }) => !calls(contents(order), filler))
    .filter(({ filler }) => !order.excludedFillers.some((name) => calls(name, filler)))
    .map(({ allergy, filler }) => ({
      path: 'excludedFillers',
      says: `The patient is recorded as allergic to ${allergy}, and ${filler.name} is not excluded.`,
      todo: `Add ${filler.name} to the exclusions.`,
    }));
}
