/** What the operations answer, in the types of the operations themselves. */
import type { IsoDate } from '../domain/dates.ts';
import type { Patient } from '../domain/patient.ts';
import type { Question } from '../domain/result.ts';
import type { AnswerOf } from '../care/operations.ts';
import type { Envelope } from './api.ts';

export type Verdict = AnswerOf<'screen'>;

export interface Screening extends Envelope<Verdict> {
  /** First day on which no known wait blocks any more. */
  readonly date?: IsoDate;
  /** Open questions, most decisive first. */
  readonly questions?: readonly Question[];
}

export type Reading = Envelope<Patient>;
export type QuestionGroups = AnswerOf<'questions'>;
export type Protocols = AnswerOf<'protocols'>;
export type PlanAnswer = NonNullable<AnswerOf<'plan'>>;
export type Planning = Envelope<PlanAnswer>;
export type OrderAnswer = NonNullable<AnswerOf<'order'>>;
export type Ordering = Envelope<OrderAnswer>;
export type LintAnswer = AnswerOf<'lint'>;
export type Claims = AnswerOf<'claims'>;

/** A file that is ready to be saved. */
export interface ReadyFile {
  readonly name: string;
  readonly mediaType: string;
  readonly base64: string;
}

export interface Files extends Envelope<OrderAnswer> {
  readonly files?: readonly ReadyFile[];
}

/** One answer; the day it is about, where the question asks for one. */
export interface Told {
  readonly value: string | number | boolean;
  readonly date?: IsoDate;
}

/** What the person (or the prescriber for them) answered, by question id. */
export type Given = Readonly<Record<string, Told>>;

export interface DemoPerson {
  readonly name: string;
  readonly says: string;
  readonly record: unknown;
}
