/**
 * The library: every operation on whatever a person brings (a FHIR record, the short form, a list of medicines), with
 * nothing of the face that asked. The command line and the server are thin covers over `run`.
 */
import { patientFromShortForm } from './care/shortForm.ts';
import { OPERATIONS, type OperationName } from './care/operations.ts';
import { perform, type Circumstances, type Envelope, type Operation } from './care/operation.ts';
import { isQuestionId } from './care/questions.ts';
import { isIsoDate } from './domain/dates.ts';
import type { Answer, Patient } from './domain/patient.ts';
import { error, quote, warning, type Problem } from './domain/problem.ts';
import { importRecord } from './fhir/import.ts';
import type { RecordSource } from './fhir/bytes.ts';
import { readMedicinesCsv } from './fhir/medicinesCsv.ts';

export { isOperation, OPERATIONS, type AnswerOf, type OperationName } from './care/operations.ts';
export type { Circumstances, Envelope, Operation } from './care/operation.ts';
export { importRecord } from './fhir/import.ts';
export { readCodeTable } from './fhir/codeTable.ts';

/** What a caller brings. At most one of `record`, `form` and `input.patient` says who the person is. */
export interface Request {
  /** The fields of the operation's own input. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** FHIR R4: text, bytes, a stream of bytes, or the parsed resource. */
  readonly record?: RecordSource | object;
  /** The short form of `care/shortForm.ts`. */
  readonly form?: unknown;
  /** A CSV of medicines; it becomes, or is added to, the medicines of the person. */
  readonly medicinesCsv?: string;
  /** Answers to direct questions by id: a bare value, `yes:2026-11-10`, or `{ value, on, by, date }`. */
  readonly answers?: Readonly<Record<string, unknown>>;
}

/** Carries out the operation called `name`. Never throws for bad input: see `problems` of what it returns. */
export async function run(name: OperationName, request: Request, circumstances: Circumstances): Promise<Envelope> {
  const operation: Operation = OPERATIONS[name];
  if (operation.takes !== 'record') return perform(operation, request.input ?? {}, circumstances);
  const { patient, problems } = await personOf(request, circumstances.today);
  const result = perform(operation, { ...request.input, patient }, circumstances);
  return { ...result, problems: [...problems, ...result.problems] };
}

interface Person {
  /** A person about whom nothing could be read is a person about whom nothing is known, and so may not start. */
  readonly patient: unknown;
  readonly problems: readonly Problem[];
}

async function personOf(request: Request, today: string): Promise<Person> {
  const base = await recordOf(request, today);
  const { medicinesCsv } = request;
  const listed =
    medicinesCsv === undefined
      ? undefined
      : typeof medicinesCsv === 'string'
        ? readMedicinesCsv(medicinesCsv)
        : { medicines: undefined, problems: [notGiven('medicinesCsv', medicinesCsv, 'a CSV as text')] };
  const answered = readAnswers(request.answers, today);
  const sent = [...base.problems, ...(listed?.problems ?? [])];
  const problems = [...sent, ...answered.problems];
  // A person that the schema will refuse goes on as it is, so that the refusal names the field.
  if (typeof base.patient !== 'object' || base.patient === null) return { patient: base.patient, problems };
  const patient = base.patient as Patient;
  const unread = [...(patient.unread ?? []), ...lostIn(sent)];
  return {
    patient: {
      ...patient,
      ...(unread.length > 0 && { unread }),
      ...(listed?.medicines && { medicines: [...(patient.medicines ?? []), ...listed.medicines] }),
      ...(Object.keys(answered.answers).length > 0 && { answers: { ...patient.answers, ...answered.answers } }),
    },
    problems,
  };
}

/** What could not be used stays with the person, so that no later step forgets it. */
const lostIn = (problems: readonly Problem[]): NonNullable<Patient['unread']> =>
  problems.filter(({ severity }) => severity === 'error').map(({ path, found }) => ({ from: path, text: found }));

async function recordOf(request: Request, today: string): Promise<Person> {
  const { record, form, input } = request;
  const sent = Object.entries({ record, form, patient: input?.['patient'] }).filter(([, value]) => value !== undefined);
  if (sent.length > 1) return { patient: {}, problems: [severalPeople(sent.map(([name]) => name))] };
  if (record !== undefined) {
    if (!isSource(record) && (typeof record !== 'object' || record === null))
      return { patient: {}, problems: [notGiven('record', record, 'a FHIR resource, as an object or as text')] };
    const { patient, problems } = await importRecord(isSource(record) ? record : JSON.stringify(record));
    return { patient: patient ?? {}, problems };
  }
  if (form !== undefined) {
    const { patient, problems } = patientFromShortForm(form, today);
    return { patient: patient ?? {}, problems };
  }
  return { patient: input?.['patient'] === undefined ? {} : input['patient'], problems: [] };
}

const severalPeople = (names: readonly string[]): Problem =>
  error(names.join(' and '), `${names.length} descriptions of a person`, 'one of them', 'Send one; nothing was read.');

const notGiven = (path: string, found: unknown, expected: string): Problem =>
  error(path, quote(found), expected, 'Correct it or leave it out.');

const isSource = (record: RecordSource | object): record is RecordSource =>
  typeof record === 'string' ||
  record instanceof Uint8Array ||
  (typeof record === 'object' && record !== null && Symbol.asyncIterator in record);

function readAnswers(raw: Request['answers'], today: string) {
  const answers: Record<string, Answer> = {};
  const problems: Problem[] = [];
  if (raw === undefined) return { answers, problems };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    return { answers, problems: [notGiven('answers', raw, 'an object with an answer for each question id')] };
  for (const [id, given] of Object.entries(raw)) {
    const answer = answerOf(given, today);
    if (answer === undefined)
      problems.push(
        error(
          `answers.${id}`,
          quote(given),
          'yes, no, a number, a date, a text, or { value, on }',
          'Answer the question again.',
        ),
      );
    else answers[id] = answer;
    if (!isQuestionId(id)) problems.push(unknownQuestion(id));
  }
  return { answers, problems };
}

const unknownQuestion = (id: string): Problem =>
  warning(
    `answers.${id}`,
    'the id of no question',
    'an id that "questions" or "screen" names',
    'Correct the id; the answer was kept and settles nothing.',
  );

function answerOf(given: unknown, today: string): Answer | undefined {
  if (typeof given === 'object' && given !== null)
    return 'value' in given ? ({ on: today, ...given } as Answer) : undefined;
  if (typeof given !== 'string')
    return typeof given === 'number' || typeof given === 'boolean' ? { value: given, on: today } : undefined;
  const dated = /^(yes|no)[ ,:@]+(\d{4}-\d{2}-\d{2})$/i.exec(given);
  if (dated?.[2] !== undefined && isIsoDate(dated[2]))
    return { value: /yes/i.test(dated[1] ?? ''), on: today, date: dated[2] };
  if (/^(yes|true)$/i.test(given)) return { value: true, on: today };
  if (/^(no|false)$/i.test(given)) return { value: false, on: today };
  return isIsoDate(given) ? { value: given, on: today, date: given } : { value: given, on: today };
}
