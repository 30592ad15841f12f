/** The sentences that go with the medicine, gravest first, each with what it rests on. */
import type { Bottle } from '../../domain/order.ts';
import { assume, cite, type Source } from '../../domain/source.ts';
import { formById } from '../../knowledge/forms/index.ts';

export interface Warning {
  readonly says: string;
  readonly source: Source;
}

export const OPIOID_WARNING: Warning = {
  says: 'Never take it with an opioid (pain, cough or diarrhoea medicine, patch, kratom): it can bring on sudden withdrawal and keeps opioid pain relief from working.',
  source: cite('label-revia', 'contraindications and warnings: opioids'),
};

const EVERYONE: readonly Warning[] = [
  OPIOID_WARNING,
  {
    says: 'Tell every doctor, dentist and ambulance that you take naltrexone. Carry the card.',
    source: cite('label-revia', 'information for patients: carry identification'),
  },
  { says: 'May cause vivid dreams.', source: cite('younger-2013', 'abstract: side effects') },
];

const CAPSULES: readonly Warning[] = [
  { says: 'Swallow whole with water.', source: assume('a capsule that is opened loses its exact amount') },
];

const LIQUIDS: readonly Warning[] = [
  {
    says: 'Measure with the oral syringe, never with a spoon.',
    source: assume('household spoons differ twofold; recalled'),
  },
];

/** What stands on a bottle of this form. */
export const warningsFor = ({ form }: Bottle): readonly Warning[] => [
  ...EVERYONE,
  ...(formById(form)?.kind === 'measured' ? LIQUIDS : CAPSULES),
];

/** That it is compounded, and where harm is reported. */
export const COMPOUNDED: Warning = {
  says: 'This is a compounded drug. Report harm to the pharmacy or to FDA MedWatch (1-800-FDA-1088).',
  source: assume('practice of compounding pharmacies; the wording of section 503B is recalled, check the statute'),
};

/** What an order says to the pharmacist beside its directions. */
export const PHARMACIST_NOTES: readonly Warning[] = [
  {
    says: 'Not a controlled substance: no DEA number, no schedule, no report to the monitoring programme.',
    source: assume('naltrexone is in no schedule of the Controlled Substances Act; recalled'),
  },
  {
    says: 'Before each fill look up opioids in the monitoring programme and ask the patient anew: any opioid, or an operation ahead, stops the fill.',
    source: assume('good practice, not a duty; the question is the one asked before each step'),
  },
];
