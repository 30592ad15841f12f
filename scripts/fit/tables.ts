/** The tables of the report: parameters, observed against predicted, predictions, mechanisms. */
import { MECHANISMS, OBSERVATIONS, PARAMETERS, type Observation } from '../../src/knowledge/mechanisms/index.ts';
import { FITTED, STUDY_EFFECTS, type FittedName } from '../../src/knowledge/mechanisms/fitted.ts';
import { BLOOD_ROWS, bloodResiduals, fittedPoint, SCAN_ROWS, scanResiduals } from './objective.ts';
import { intervalOf, mean, virtualStudies, type Interval, type Person, type Regimen } from './intervals.ts';
import { curvesOf, predicted, TIMES, type Curves } from './predict.ts';

const number = (value: number): string => String(Number(value.toPrecision(3)));
const range = ({ low, high }: Interval): string => `${number(low)} to ${number(high)}`;

/** A table in Markdown, the first row its head. */
function table(rows: readonly (readonly string[])[]): string {
  const [head, ...body] = rows;
  return [head!, head!.map(() => '---'), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function parameterTable(): string {
  const rows = (Object.keys(FITTED) as FittedName[])
    .filter((name) => FITTED[name].logSe > 0)
    .map((name) => {
      const { unit, label, spread } = PARAMETERS.find((one) => one.name === name)!;
      const { value, logSe } = FITTED[name];
      const people = spread?.between !== 'people' ? 'none' : `${spread.law} ${spread.measure} ${spread.value}`;
      return [`\`${name}\``, label, `${value}${unit === '1' ? '' : ` ${unit}`}`, number(logSe), people];
    });
  return table([['Parameter', 'What', 'Value', 'Standard error (log)', 'Between people'], ...rows]);
}

/** Rows of observed values beside the typical person's and the interval of a study's mean. */
export function fitTable(): string {
  const values = Object.fromEntries(Object.entries(FITTED).map(([name, { value }]) => [name, value]));
  const residuals = residualsByRow();
  const rows = OBSERVATIONS.map((row) => {
    const typical = predicted(row, curvesOf(values, row.doseMg), values);
    return [what(row), row.study, number(row.value), number(typical), residuals.get(row)!, ...interval(row)];
  });
  return table([
    ['What', 'Study', 'Observed', 'Typical person', 'Residual, SD', '90 % of study means', 'Inside'],
    ...rows,
  ]);
}

/** In standard deviations of the objective, after the study's own level. */
function residualsByRow(): ReadonlyMap<Observation, string> {
  const at = fittedPoint();
  const all = [...bloodResiduals(at.blood).slice(0, BLOOD_ROWS.length), ...scanResiduals(at.bloodValues)(at.scans)];
  return new Map([...BLOOD_ROWS, ...SCAN_ROWS].map((row, k) => [row, all[k]!.toFixed(1)]));
}

/** The interval of a study's mean and whether the observation lies inside; none for intravenous doses. */
function interval(row: Observation): readonly [string, string] {
  if (row.metric === 'clearance' || row.metric === 'volume') return ['intravenous', ''];
  const found = intervalOf(meansFor(row));
  return [range(found), row.value >= found.low && row.value <= found.high ? 'yes' : 'no'];
}

const UNITS: Readonly<Record<Observation['metric'], string>> = {
  Cmax: 'ng/mL',
  Tmax: 'h',
  AUC: 'ng*h/mL',
  'early half-life': 'h',
  'late half-life': 'h',
  clearance: 'L/h',
  volume: 'L',
  occupancy: '%',
  'occupancy against 1 h': '%',
};

const NAMES = { naltrexone: 'naltrexone', naltrexol: '6-beta-naltrexol', mu: 'mu' } as const;

const what = ({ of, metric, doseMg, atH }: Observation): string =>
  `${NAMES[of]} ${metric}, ${UNITS[metric]}${of === 'mu' ? `, ${doseMg} mg at ${atH} h` : ''}`;

const studies = new Map<string, readonly (readonly Person[])[]>();

/** Means of virtual studies of the size of the real one. */
function meansFor(row: Observation): readonly number[] {
  const people = Math.min(row.people ?? 8, 10);
  const key = `${row.doseMg} ${people}`;
  const found = studies.get(key) ?? virtualStudies({ doseMg: row.doseMg }, TIMES, people);
  studies.set(key, found);
  return found.map((persons) => mean(persons.map((person) => metricOf(row, person))));
}

function metricOf(row: Observation, { values, outputs }: Person): number {
  const level = row.metric !== 'AUC' ? 1 : values[row.of === 'naltrexone' ? 'studyNaltrexone' : 'studyNaltrexol']!;
  return level * predicted(row, outputs as unknown as Curves, values);
}

/** What the model says where nothing in this repository was measured. */
interface Question {
  readonly says: string;
  readonly regimen: Regimen;
  readonly output: string;
  readonly hours: readonly number[];
  /** Highest of the hours, or the mean of them. */
  readonly read: 'highest' | 'mean';
}

const FIRST_HOURS = Array.from({ length: 25 }, (_, k) => k / 4);
const day = (number: number, hours: readonly number[]) => hours.map((hour) => 24 * (number - 1) + hour);

const highest = (says: string, output: string, regimen: Regimen): Question => ({
  says,
  output,
  regimen,
  hours: day(regimen.days ?? 1, FIRST_HOURS),
  read: 'highest',
});

const between = (says: string, output: string, regimen: Regimen, hours: readonly number[]): Question => ({
  says,
  output,
  regimen,
  hours: day(regimen.days ?? 1, hours),
  read: 'mean',
});

const PEAK = [1, 1.5, 2, 3, 4];

const QUESTIONS: readonly Question[] = [
  ...[1, 4.5, 50, 100].flatMap((doseMg) => [
    highest(`naltrexone Cmax, ng/mL, ${doseMg} mg once`, 'naltrexone', { doseMg }),
    highest(`6-beta-naltrexol Cmax, ng/mL, ${doseMg} mg once`, 'naltrexol', { doseMg }),
  ]),
  between('naltrexone at 24 h, ng/mL, 100 mg once', 'naltrexone', { doseMg: 100 }, [24]),
  between('6-beta-naltrexol at 24 h, ng/mL, 100 mg once', 'naltrexol', { doseMg: 100 }, [24]),
  highest('6-beta-naltrexol Cmax, ng/mL, 100 mg daily, day 8', 'naltrexol', { doseMg: 100, days: 8 }),
  highest('naltrexone Cmax, ng/mL, 100 mg once, compensated cirrhosis', 'naltrexone', {
    doseMg: 100,
    inputs: { compensated: 1 },
  }),
  highest('naltrexone Cmax, ng/mL, 100 mg once, decompensated cirrhosis', 'naltrexone', {
    doseMg: 100,
    inputs: { decompensated: 1 },
  }),
  ...[1, 4.5].map((doseMg) => between(`mu blocked, %, ${doseMg} mg once, 1 to 4 h`, 'mu', { doseMg }, PEAK)),
  between('mu blocked, %, 4.5 mg nightly, day 14, 1 to 4 h', 'mu', { doseMg: 4.5, days: 14 }, PEAK),
  between('mu blocked, %, 4.5 mg nightly, day 14, 24 h after', 'mu', { doseMg: 4.5, days: 14 }, [24]),
  between('mu blocked, %, 50 mg daily, day 7, 1 to 4 h', 'mu', { doseMg: 50, days: 7 }, PEAK),
  between('delta blocked, %, 50 mg daily, day 7, 1 to 4 h', 'delta', { doseMg: 50, days: 7 }, PEAK),
  between('kappa blocked, %, 50 mg daily, day 7, 1 to 4 h', 'kappa', { doseMg: 50, days: 7 }, PEAK),
  between('kappa blocked, %, 100 mg daily, day 7, 1 to 4 h', 'kappa', { doseMg: 100, days: 7 }, PEAK),
];

const PEOPLE_IN_A_STUDY = 8;

export function predictionTable(): string {
  const rows = QUESTIONS.map(({ says, regimen, output, hours, read }) => {
    const answer = ({ outputs }: Person) => (read === 'mean' ? mean(outputs[output]!) : Math.max(...outputs[output]!));
    const answers = virtualStudies(regimen, hours, PEOPLE_IN_A_STUDY).map((persons) => persons.map(answer));
    const [person, study] = [intervalOf(answers.map((one) => one[0]!)), intervalOf(answers.map(mean))];
    return [says, number(study.median), range(study), range(person)];
  });
  return table([['What', 'Median', '90 % of study means (8 people)', '90 % of people'], ...rows]);
}

export const studyTable = (): string =>
  table([
    ['Study and analyte', 'Level against the mean study'],
    ...Object.entries(STUDY_EFFECTS).map(([name, effect]) => [name, `x ${number(Math.exp(effect))}`]),
  ]);

export const mechanismTable = (): string =>
  table([
    ['Id', 'Mechanism', 'Ground', 'Share in mood', 'Evidence'],
    ...MECHANISMS.map(({ id, name, grade, mood, evidence, off }) => [
      `\`${id}\`${off === undefined ? ' (always on)' : ''}`,
      name,
      grade,
      mood === undefined ? '0' : String(mood.share),
      evidence,
    ]),
  ]);
