/**
 * Free text that has killed people: naked decimal points, trailing zeros, short forms that are read as something else,
 * and words that make another medicine of it.
 */
import { assume, cite } from '../../../domain/source.ts';
import { isOpioid } from '../../../knowledge/drugs/drug.ts';
import { readText } from '../../../knowledge/drugs/lexicon.ts';
import { MOST_A_DAY_UG } from './limits.ts';
import type { WordCheck } from './row.ts';

const SAFE_WRITING = assume(
  'lists of error-prone abbreviations and dose designations, recalled; a rule of every pharmacy',
);
const MG = '(?:mg|milligrams?|mcg|micrograms?|ug|µg|μg|mL|ml|g)';

/** A check that refuses what a pattern finds. */
function pattern(
  id: string,
  asks: string,
  expression: RegExp,
  says: (found: string) => string,
  todo: string,
  severity: WordCheck['severity'] = 'refuse',
): WordCheck {
  const find = (text: string) => {
    const found = expression.exec(text)?.[0].trim();
    return found === undefined ? undefined : { says: says(found), todo };
  };
  return { id, asks, severity, source: SAFE_WRITING, find };
}

export const WORD_CHECKS: readonly WordCheck[] = [
  pattern(
    'trailing-zero',
    'Does any number end in a zero after the decimal point?',
    /(?<![\d.])\d+\.\d*0(?![\d.])/,
    (found) => `${found} has a zero after the decimal point and is misread as ten times more`,
    'Write 3 mg, never 3.0 mg.',
  ),
  pattern(
    'leading-zero',
    'Is a zero missing before a decimal point?',
    /(?<![\w.)])\.\d+/,
    (found) => `${found} has no zero before the decimal point and is misread as ten times more`,
    'Write 0.5 mg, never .5 mg.',
  ),
  pattern(
    'decimal-comma',
    'Is there a decimal comma?',
    new RegExp(`\\d,\\d{1,3}\\s*${MG}\\b`),
    (found) => `${found} has a decimal comma`,
    'Write a decimal point: 4.5 mg.',
  ),
  pattern(
    'slow-release',
    'Does any word ask for slow release?',
    /(?<!\b(?:no|not|never|without|avoid)[\s-])\b(?:(?:slow|sustained|extended|modified|controlled|prolonged|delayed)[\s-]?release|timed?[\s-]release|SR|XR|ER|CR|XL)\b/i,
    (found) => `"${found}" asks for slow release`,
    'Order immediate release only.',
  ),
  pattern(
    'short-form',
    'Are there short forms that are misread?',
    /(?<![A-Za-z])(?:Q\.?O\.?D\.?|q\.?o\.?d\.?|Q\.?D\.?|q\.?d\.?|Q\.?H\.?S\.?|q\.?h\.?s\.?|H\.?S\.?|hs|h\.s\.|MS|MSO4|MgSO4|I\.?U\.?|U|µg|μg)(?![A-Za-z])/,
    (found) => `"${found}" is a short form that is misread`,
    'Write it out: daily, at bedtime, units, micrograms.',
  ),
  pattern(
    'as-directed',
    'Do the directions say what to do?',
    /\b(?:as directed|as instructed|as needed|as tolerated|when required|p\.?r\.?n\.?(?![a-z])|ut dict)/i,
    (found) => `"${found}" says nothing that a patient can follow`,
    'Write the amount, the time and the nights.',
  ),
  pattern(
    'unit-missing',
    'Does every amount have a unit?',
    new RegExp(
      `\\b(?:take|dose(?: of)?|strength(?: of)?)\\s*:?\\s*\\d+(?:\\.\\d+)?(?![\\d.])(?!\\s*(?:${MG}|capsules?|caps?)\\b)`,
      'i',
    ),
    (found) => `"${found}" has no unit`,
    'Write the unit beside every number.',
  ),
  pattern(
    'controlled-substance',
    'Is it treated as a controlled substance?',
    /\bDEA\b|\bschedule (?:II|III|IV|V|[2-5])\b|\bC-?(?:II|III|IV|V)\b/i,
    (found) => `"${found}": naltrexone is not a controlled substance and needs no DEA number`,
    'Leave it out. Looking up opioids in the monitoring programme remains good practice.',
    'warn',
  ),
  {
    id: 'amount-in-words-too-high',
    asks: 'Does any text name more than the highest low dose?',
    severity: 'refuse',
    source: cite('final-2024', 'abstract: up to 6 mg; the 50 mg tablet may be named as what is not suitable'),
    find: (text) => {
      const high = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(mg|mcg|ug|micrograms?)\b(?! tablets?)/gi)].find(
        ([, number, unit]) => Number(number) * (unit?.toLowerCase() === 'mg' ? 1000 : 1) > MOST_A_DAY_UG,
      );
      return high && { says: `${high[0]} is no low dose`, todo: 'Check for a lost decimal point: 45 mg for 4.5 mg.' };
    },
  },
  {
    id: 'mg-or-ml',
    asks: 'Do millilitres and milligrams of the liquid agree?',
    severity: 'refuse',
    source: cite('fawcett-1997', 'secondary: 1 mg in 1 mL'),
    find: (text) => {
      const [found, ml, mg] = /(\d+(?:\.\d+)?)\s*mL\s*\((\d+(?:\.\d+)?)\s*mg\)/i.exec(text) ?? [];
      return found === undefined || Number(ml) === Number(mg)
        ? undefined
        : { says: `${found}: with 1 mg in 1 mL both numbers are the same`, todo: 'Write both, 0.5 mL (0.5 mg).' };
    },
  },
  {
    id: 'opioid-named',
    asks: 'Is an opioid named on the order?',
    severity: 'refuse',
    source: cite('label-revia', 'contraindications: people receiving opioid analgesics'),
    find: (text) => {
      const opioid = readText(text).mentions.find(({ drug, match }) => match === 'exact' && isOpioid(drug));
      return (
        opioid && {
          says: `${opioid.words} is an opioid; it must never meet naltrexone`,
          todo: 'Stop. Screen the patient again before anything is ordered.',
        }
      );
    },
  },
];
