import { z } from 'zod';
import { inWords } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Question } from '../../domain/result.ts';
import { screen as screenPatient, type Screening } from '../screen.ts';
import type { Answered, Operation } from '../operation.ts';
import { patientSchema } from '../schemas.ts';

/** The gate. An unknown never passes it. */
export const screen: Operation<{ patient: Patient }, Screening['answer']> = {
  name: 'screen',
  sentence: 'Say whether a person may start low-dose naltrexone, from when, what to ask first, or why not.',
  takes: 'record',
  input: z.strictObject({ patient: patientSchema }),
  example: { patient: { name: 'Ada Example', birthDate: '1980-05-01' } },
  run: ({ patient }, circumstances) => {
    const { answer, date, questions, because } = screenPatient({ patient, ...circumstances });
    return { answer, because, problems: [], extra: { ...(date !== undefined && { date }), questions } };
  },
  inWords: (result) => [verdictInWords(result), ...questionsInWords(result)],
};

/** `ASK FIRST. Not before 3 March 2027.` */
export function verdictInWords({
  answer,
  date,
}: {
  readonly answer: Screening['answer'];
  readonly date?: unknown;
}): string {
  const day = typeof date === 'string' ? inWords(date) : undefined;
  if (answer === 'wait') return `WAIT. May start on ${day ?? 'a date that is not known yet'} if nothing more is taken.`;
  if (answer === 'must-not') return 'MUST NOT start.';
  if (answer === 'ask')
    return `ASK FIRST. Nothing may start until this is answered.${day === undefined ? '' : ` In any case not before ${day}.`}`;
  return 'MAY START, if the clinician agrees.';
}

function questionsInWords({ questions }: Answered<Screening['answer']>): readonly string[] {
  const open = (questions ?? []) as readonly Question[];
  return open.flatMap(({ id, text, why }, at) => [
    `  ${at + 1}. ${text}`,
    `     why: ${why}`,
    `     answer with --answer ${id}=...`,
  ]);
}
