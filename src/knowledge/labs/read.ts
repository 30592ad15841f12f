/** The latest value of a lab in a person's record, in one unit; or why it cannot be told. Nothing is guessed. */
import { latest, type PartialDate } from '../../domain/dates.ts';
import type { Measurement, Patient } from '../../domain/patient.ts';
import { labOf } from './index.ts';
import type { Lab, LabId, LabUnit } from './lab.ts';
import { recognise } from './recognise.ts';

/** A number in the lab's own unit. */
export interface LabReading {
  readonly value: number;
  readonly unit: string;
  readonly date: PartialDate;
  /** Upper limit of normal in the same unit, when the record gives one. */
  readonly upperLimit?: number;
  /** Path in the record. */
  readonly from: string;
}

/** The record has something, and it cannot be relied on; the sentence says why. */
export interface LabDoubt {
  readonly doubt: string;
  readonly date?: PartialDate;
  readonly from: string;
}

/** A test that answers with a word. */
export interface LabWord {
  readonly positive: boolean;
  readonly date: PartialDate;
  readonly from: string;
}

/** The lines of a record about a lab, newest first; lines without a readable date come before all others. */
function findLab(patient: Patient, id: LabId): readonly Measurement[] {
  return (patient.measurements ?? [])
    .filter(({ what, status }) => status !== 'cancelled' && recognise(what).labs.includes(id))
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)));
}

const dayOf = ({ date }: Measurement): string => (date && latest(date)) ?? '9999';

/**
 * The newest number of a lab, converted to the lab's unit. `undefined` when the record has none; a doubt when the
 * newest line has no date, no number or no known unit, is preliminary, disagrees with itself, or when two lines of
 * the same day differ.
 */
export function latestLab(patient: Patient, id: LabId): LabReading | LabDoubt | undefined {
  return newest(patient, id, numberIn);
}

/** The newest answer of a test that answers with a word, such as hCG; doubts as in `latestLab`. */
export function latestWord(patient: Patient, id: LabId): LabWord | LabDoubt | undefined {
  return newest(patient, id, wordIn);
}

function newest<Reading extends LabReading | LabWord>(
  patient: Patient,
  id: LabId,
  read: (line: Measurement, lab: Lab) => Reading | LabDoubt,
): Reading | LabDoubt | undefined {
  const lines = findLab(patient, id);
  const sameDay = lines.filter((line) => dayOf(line) === dayOf(lines[0]!));
  const readings = sameDay.map((line) => doubtOf(line, labOf(id)) ?? read(line, labOf(id)));
  const [first] = readings;
  if (!first || 'doubt' in first) return first;
  const other = readings.find((reading) => 'doubt' in reading || told(reading) !== told(first));
  if (!other) return first;
  return 'doubt' in other
    ? other
    : doubt(sameDay[0]!, `two results of ${labOf(id).name} on ${first.date} differ: ${told(first)} and ${told(other)}`);
}

const told = (reading: LabReading | LabWord): string =>
  'value' in reading ? `${reading.value} ${reading.unit}` : reading.positive ? 'positive' : 'negative';

/** What makes a line unreliable before its value is looked at. */
function doubtOf(line: Measurement, lab: Lab): LabDoubt | undefined {
  if (recognise(line.what).contradicts)
    return doubt(line, `code and text of a line on ${lab.name} name different tests`);
  if (!line.date || !latest(line.date)) return doubt(line, `a result of ${lab.name} has no readable date`);
  if (line.status !== 'final') return doubt(line, `the latest ${lab.name} is ${line.status}, not final`);
  return undefined;
}

function numberIn(line: Measurement, lab: Lab): LabReading | LabDoubt {
  if (line.value === undefined)
    return doubt(line, `the latest ${lab.name} has no number${line.word ? ` but says "${line.word}"` : ''}`);
  if (!Number.isFinite(line.value) || line.value < 0)
    return doubt(line, `the latest ${lab.name} is ${line.value}, which cannot be`);
  const unit = unitOf(lab, line.unit);
  if (!unit) return doubt(line, `the latest ${lab.name} is in ${line.unit ?? 'no unit'}, which is not known for it`);
  return {
    value: inLabUnit(line.value, unit),
    unit: lab.unit,
    date: line.date!,
    ...(line.upperLimit === undefined ? {} : { upperLimit: inLabUnit(line.upperLimit, unit) }),
    from: line.from,
  };
}

function wordIn(line: Measurement, lab: Lab): LabWord | LabDoubt {
  const negative = /\bneg|\bnot detected\b|\babsent\b/i.test(line.word ?? '');
  const positive = /\bpos|(?<!not )\bdetected\b|\bpresent\b/i.test(line.word ?? '');
  if (negative === positive)
    return doubt(line, `the latest ${lab.name} says "${line.word ?? line.value ?? 'nothing'}", neither yes nor no`);
  return { positive, date: line.date!, from: line.from };
}

const doubt = (line: Measurement, says: string): LabDoubt => ({
  doubt: says,
  ...(line.date === undefined ? {} : { date: line.date }),
  from: line.from,
});

const plain = (unit: string): string =>
  unit
    .toLowerCase()
    .replace(/[[\]\s]/g, '')
    .replace(/[µμ]/g, 'u');

const unitOf = (lab: Lab, unit: string | undefined): LabUnit | undefined =>
  unit === undefined ? undefined : lab.units.find((known) => plain(known.unit) === plain(unit));

/** Twelve significant digits: enough for any assay, and 0.3 mg/dL becomes 3 mg/L and not 2.9999999999999996. */
const inLabUnit = (value: number, unit: LabUnit): number => Number((value * unit.times).toPrecision(12));
