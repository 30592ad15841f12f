/** Who it is for and who answers for it. */
import { earliest, latest } from '../../../domain/dates.ts';
import { assume } from '../../../domain/source.ts';
import { isNpi } from '../npi.ts';
import { when, type OrderCheck } from './row.ts';

const PHARMACY_LAW = assume(
  'elements of a prescription in federal and state pharmacy law, recalled; check the statute',
);

export const PEOPLE_CHECKS: readonly OrderCheck[] = [
  {
    id: 'patient-name',
    asks: 'Is the patient named?',
    severity: 'refuse',
    source: PHARMACY_LAW,
    find: ({ patient }) =>
      when(!patient.name.trim(), 'patient.name', 'No patient is named.', 'Write the full name of the patient.'),
  },
  {
    id: 'patient-birth-date',
    asks: 'Is there a possible date of birth?',
    severity: 'refuse',
    source: PHARMACY_LAW,
    find: ({ patient: { birthDate }, written }) => {
      const born = earliest(birthDate);
      const wrong = born === undefined || born > written;
      return when(wrong, 'patient.birthDate', `"${birthDate}" is no date of birth.`, 'Ask for it: 1980-05-17.');
    },
  },
  {
    id: 'patient-birth-date-partial',
    asks: 'Is the date of birth complete?',
    severity: 'warn',
    source: PHARMACY_LAW,
    find: ({ patient: { birthDate } }) => {
      const partial = earliest(birthDate) !== undefined && earliest(birthDate) !== latest(birthDate);
      return when(
        partial,
        'patient.birthDate',
        `Only ${birthDate} is known.`,
        'Ask for the day; it tells people apart.',
      );
    },
  },
  {
    id: 'allergies-not-asked',
    asks: 'Were allergies asked about?',
    severity: 'warn',
    source: assume('capsules contain fillers and shells; an unasked allergy is unknown, not absent'),
    find: ({ patient }) =>
      when(
        patient.allergies === undefined,
        'patient.allergies',
        'Nobody asked about allergies.',
        'Ask, and write "none" when there are none.',
      ),
  },
  {
    id: 'prescriber-name',
    asks: 'Is the prescriber named?',
    severity: 'refuse',
    source: PHARMACY_LAW,
    find: ({ prescriber }) =>
      when(!prescriber.name.trim(), 'prescriber.name', 'No prescriber is named.', 'Write who prescribes.'),
  },
  {
    id: 'prescriber-number',
    asks: 'Can the prescriber be identified?',
    severity: 'refuse',
    source: PHARMACY_LAW,
    find: ({ prescriber: { npi, licence } }) =>
      when(
        !npi?.trim() && !licence?.trim(),
        'prescriber.npi',
        'Neither NPI nor licence number is given.',
        'Write the National Provider Identifier, or the licence number outside the United States.',
      ),
  },
  {
    id: 'npi-check-digit',
    asks: 'Is the NPI a real number?',
    severity: 'refuse',
    source: assume('ten digits, Luhn check digit over the prefix 80840 and the number: the CMS rule, recalled'),
    find: ({ prescriber: { npi } }) =>
      when(
        npi !== undefined && npi.trim() !== '' && !isNpi(npi),
        'prescriber.npi',
        `${npi} is no National Provider Identifier: ten digits with a check digit.`,
        'Compare it with the registry; a digit is wrong or two are swapped.',
      ),
  },
  {
    id: 'prescriber-phone',
    asks: 'Can the pharmacy call back?',
    severity: 'warn',
    source: PHARMACY_LAW,
    find: ({ prescriber }) =>
      when(!prescriber.phone?.trim(), 'prescriber.phone', 'No telephone number is given.', 'Add the number to call.'),
  },
];
