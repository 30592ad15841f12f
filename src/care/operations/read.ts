import { z } from 'zod';
import type { Concept, Patient } from '../../domain/patient.ts';
import type { Operation } from '../operation.ts';
import { patientSchema } from '../schemas.ts';

/** Shows what was understood of a record before anything is concluded from it. */
export const read: Operation<{ patient: Patient }, Patient> = {
  name: 'read',
  sentence: 'Read a record and show what was understood of it: medicines, conditions, allergies, values, scores.',
  takes: 'record',
  input: z.strictObject({ patient: patientSchema }),
  example: { patient: { name: 'Ada Example', birthDate: '1980-05-01', medicines: [] } },
  run: ({ patient }) => ({ answer: patient, because: [], problems: [] }),
  inWords: ({ answer }) => [
    [answer.name ?? 'No name', answer.birthDate && `born ${answer.birthDate}`, answer.sex].filter(Boolean).join(', '),
    ...LISTS.map(([key, title]) => listInWords(title, answer[key])),
  ],
};

const LISTS = [
  ['medicines', 'Medicines'],
  ['conditions', 'Conditions'],
  ['allergies', 'Allergies'],
  ['measurements', 'Values'],
  ['procedures', 'Procedures'],
  ['scores', 'Scales'],
] as const;

const listInWords = (title: string, list: readonly object[] | undefined): string =>
  `  ${title}: ${list === undefined ? 'not in the record (not asked)' : list.length === 0 ? 'none' : [`${list.length}`, ...namesIn(list)].join('\n    ')}`;

const namesIn = (list: readonly object[]): readonly string[] =>
  (list as readonly Readonly<Record<string, unknown>>[])
    .slice(0, SHOWN)
    .map(lineOf)
    .concat(list.length > SHOWN ? [`and ${list.length - SHOWN} more (--json shows all)`] : []);

/** Lines of one list that a terminal shows. */
const SHOWN = 12;

function lineOf(entry: Readonly<Record<string, unknown>>): string {
  const what = entry['what'] as Concept | undefined;
  const named = what?.text ?? what?.codings[0]?.display ?? what?.codings[0]?.code ?? 'no name';
  const name = what === undefined ? entry['scale'] : named;
  const value = [entry['value'] ?? entry['total'] ?? entry['word'], entry['unit']];
  const date = entry['recorded'] ?? entry['date'] ?? entry['onset'] ?? entry['start'];
  return [name, value.filter(isSaid).map(String).join(' '), entry['status'], date]
    .filter((part) => isSaid(part) && part !== '')
    .map(String)
    .join(', ');
}

const isSaid = (part: unknown): boolean => part !== undefined;
