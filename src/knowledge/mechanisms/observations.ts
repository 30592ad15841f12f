/**
 * What was measured in people and can be compared with the model: blood levels and occupancy. `fitted` rows made the
 * parameters; `shown` rows were left out of the fit, with the reason. Doses are milligrams of naltrexone hydrochloride.
 */
import { assume, cite, type Source } from '../../domain/source.ts';

export type Metric =
  /** Highest level, ng/mL. */
  | 'Cmax'
  /** Hour of the highest level. */
  | 'Tmax'
  /** Area under the curve to infinity, ng*h/mL. */
  | 'AUC'
  /** Half-life from 2 to 12 hours, h. */
  | 'early half-life'
  /** Half-life from 12 to 48 hours, h. */
  | 'late half-life'
  /** After intravenous doses, L/h. */
  | 'clearance'
  /** Steady-state volume after intravenous doses, L. */
  | 'volume'
  /** Percent of receptors blocked. */
  | 'occupancy'
  /** Percent of the block one hour after the dose. */
  | 'occupancy against 1 h';

export interface Observation {
  /** Rows of one study share what is particular to it. */
  readonly study: string;
  readonly of: 'naltrexone' | 'naltrexol' | 'mu';
  readonly metric: Metric;
  /** Single dose by mouth; 50 where the metric does not depend on it. */
  readonly doseMg: number;
  /** Hours after the dose, for occupancy. */
  readonly atH?: number;
  readonly people?: number;
  readonly value: number;
  /** Between the people measured. */
  readonly sd?: number;
  /** Of the mean. */
  readonly sem?: number;
  readonly use: 'fitted' | 'shown';
  readonly source: Source;
}

const BE = cite('be-china', 'abstract');
const SWISS = cite('fachinfo-naltrexin', 'pharmacokinetics');
const MEYER = cite('meyer-1984', 'abstract');
const RECALLED = assume('Meyer 1984 as cited by Gonzalez and Brogden 1988, recalled; weighs little');
const RABINER = cite(
  'troestheim-2022',
  'table of the scans of Rabiner 2011, less than 8 hours after the dose; 4 hours taken',
);
const LEE = cite('lee-1988', 'abstract; standard errors and numbers seen second-hand');

const blood = (
  study: string,
  of: 'naltrexone' | 'naltrexol',
  metric: Metric,
  value: number,
  source: Source,
  more: { readonly people?: number; readonly sd?: number; readonly use?: 'shown' } = {},
): Observation => ({ study, of, metric, doseMg: 50, value, source, use: 'fitted', ...more });

const scan = (doseMg: number, value: number): Observation => ({
  study: 'Rabiner',
  of: 'mu',
  metric: 'occupancy',
  doseMg,
  atH: 4,
  people: 1,
  value,
  use: 'fitted',
  source: RABINER,
});

const later = (atH: number, value: number, sem: number, count: number): Observation => ({
  study: 'Lee',
  of: 'mu',
  metric: 'occupancy against 1 h',
  doseMg: 50,
  atH,
  people: count,
  value,
  sem,
  use: 'fitted',
  source: LEE,
});

export const OBSERVATIONS: readonly Observation[] = [
  blood('Swiss', 'naltrexone', 'Cmax', 13.3, SWISS),
  blood('Swiss', 'naltrexone', 'Tmax', 1, SWISS),
  blood('Swiss', 'naltrexone', 'early half-life', 4, SWISS),
  blood('Swiss', 'naltrexol', 'Cmax', 108, SWISS),
  blood('Swiss', 'naltrexol', 'late half-life', 13, SWISS),
  blood('BE', 'naltrexone', 'Cmax', 17.2, BE, { people: 10, sd: 2.6 }),
  blood('BE', 'naltrexone', 'Cmax', 16.6, BE, { people: 10, sd: 1.6 }),
  blood('BE', 'naltrexone', 'AUC', 64.7, BE, { people: 10, sd: 9.4 }),
  blood('BE', 'naltrexone', 'AUC', 66.2, BE, { people: 10, sd: 8.4 }),
  blood('BE', 'naltrexone', 'Tmax', 0.81, BE, { people: 10, sd: 0.09 }),
  blood('BE', 'naltrexone', 'Tmax', 1.09, BE, { people: 10, sd: 0.25 }),
  blood('BE', 'naltrexone', 'early half-life', 2.97, BE, { people: 10, sd: 0.61 }),
  blood('BE', 'naltrexone', 'early half-life', 3.34, BE, { people: 10, sd: 1.49 }),
  blood('BE', 'naltrexol', 'late half-life', 9.9, BE, { people: 10, sd: 1.8 }),
  blood('BE', 'naltrexol', 'late half-life', 7.6, BE, { people: 10 }),
  blood('Meyer', 'naltrexone', 'Cmax', 8.6, RECALLED, { people: 24 }),
  blood('Meyer', 'naltrexol', 'Cmax', 99.3, RECALLED, { people: 24 }),
  blood('Meyer', 'naltrexone', 'early half-life', 4, MEYER, { people: 24 }),
  blood('Meyer', 'naltrexol', 'late half-life', 12, MEYER, { people: 24 }),
  blood('Meyer', 'naltrexone', 'clearance', 94, MEYER, { people: 24 }),
  blood('Licko', 'naltrexone', 'clearance', 211, cite('licko-1981', '3510 mL/min, with 300 as SE or SD')),
  blood('Licko', 'naltrexone', 'late half-life', 9.5, cite('licko-1981', 'oral exponent 0.00122 per minute')),
  blood('Wall', 'naltrexone', 'late half-life', 8.9, cite('wall-1981', 'abstract')),
  blood(
    'Dunbar',
    'naltrexone',
    'clearance',
    140,
    cite('dunbar-2007', 'abstract: CL/F after injection, where F is near 1'),
  ),
  blood(
    'Dunbar',
    'naltrexol',
    'AUC',
    670,
    cite('dunbar-2007', 'abstract: CL/fm 65.1 L/h, turned into the area of 50 mg by mouth'),
  ),
  blood('label', 'naltrexone', 'volume', 1350, cite('label-revia', 'pharmacokinetics; partly recalled')),
  blood('areas', 'naltrexol', 'AUC', 1050, assume('areas of 900 to 1230 recalled from several papers; weighs little')),
  scan(2, 27),
  scan(5, 43),
  scan(5, 46),
  scan(5, 58),
  scan(15, 61),
  scan(50, 92),
  scan(50, 98),
  later(48, 91, 6.4, 3),
  later(72, 80, 6.3, 3),
  later(120, 46, 7.4, 5),
  later(168, 30, 13.8, 4),
];
