/** One question as a field of its kind. A choice answers at once; typing answers after a pause or on leaving the field. */
import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useId, type ChangeEvent } from 'react';
import type { Question } from '../../domain/result.ts';
import type { Told } from '../contracts.ts';
import { useDraft } from '../draft.ts';
import './question.css';

interface QuestionFieldProps {
  readonly question: Question;
  readonly told: Told | undefined;
  readonly onAnswer: (told: Told | undefined) => void;
}

export function QuestionField(props: QuestionFieldProps) {
  const { question, told, onAnswer } = props;
  return (
    <div className={told === undefined ? 'question' : 'question answered'}>
      <Field {...props} />
      {told !== undefined && (
        <button type="button" className="take-back no-print" onClick={() => onAnswer(undefined)}>
          Take the answer back<span className="unseen">: {question.text}</span>
        </button>
      )}
    </div>
  );
}

function Field(props: QuestionFieldProps) {
  const { kind } = props.question;
  if (kind === 'yes-no' || kind === 'choice') return <Chosen {...props} />;
  return kind === 'date' ? <Dated {...props} /> : <Typed {...props} />;
}

interface Option {
  readonly value: Told['value'];
  readonly says: string;
}

const YES_NO: readonly Option[] = [
  { value: true, says: 'Yes' },
  { value: false, says: 'No' },
];

/** Some questions go on with "If yes, on which day last?": then a yes has a day. */
const asksForDay = ({ text }: Question): boolean => /which day|what day|which date/i.test(text);

function Chosen({ question, told, onAnswer }: QuestionFieldProps) {
  const why = useId();
  const options = question.kind === 'yes-no' ? YES_NO : (question.choices ?? []);
  return (
    <fieldset aria-describedby={why}>
      <legend>{question.text}</legend>
      <p id={why} className="question-why">
        {question.why}
      </p>
      <div className="row question-options">
        {options.map((option) => (
          <Radio
            key={String(option.value)}
            name={question.id}
            label={option.says}
            checked={told?.value === option.value}
            onChange={() => onAnswer({ value: option.value })}
          />
        ))}
      </div>
      {told?.value === true && asksForDay(question) && (
        <DayInput
          label="On which day"
          day={told.date ?? ''}
          onDay={(date) => onAnswer(date === '' ? { value: true } : { value: true, date })}
        />
      )}
    </fieldset>
  );
}

/** A day, or "never" where the question allows it. */
function Dated({ question, told, onAnswer }: QuestionFieldProps) {
  const why = useId();
  const allowsNever = /never/i.test(question.text);
  return (
    <fieldset aria-describedby={why}>
      <legend>{question.text}</legend>
      <p id={why} className="question-why">
        {question.why}
      </p>
      <div className="row dated">
        <DayInput
          label="Day"
          day={told?.date ?? ''}
          onDay={(date) => onAnswer(date === '' ? undefined : { value: date, date })}
        />
        {allowsNever && (
          <Button
            variant={told?.value === 'never' ? 'filled' : 'default'}
            aria-pressed={told?.value === 'never'}
            onClick={() => onAnswer({ value: 'never' })}
          >
            Never
          </Button>
        )}
      </div>
    </fieldset>
  );
}

interface DayInputProps {
  readonly label: string;
  readonly day: string;
  readonly onDay: (day: string) => void;
}

const DayInput = ({ label, day, onDay }: DayInputProps) => (
  <TextInput
    type="date"
    label={label}
    className="question-day"
    value={day}
    onChange={(event) => onDay(event.currentTarget.value)}
  />
);

/** Milliseconds without a key after which what was typed counts as the answer. */
const TYPING_PAUSE_MS = 700;

function Typed({ question, told, onAnswer }: QuestionFieldProps) {
  const [draft, setDraft] = useDraft(String(told?.value ?? ''));
  const commit = (text: string) => {
    const value = question.kind === 'number' ? Number(text) : text.trim();
    if (text.trim() === '') onAnswer(undefined);
    else if (value !== told?.value) onAnswer({ value });
  };
  const later = useDebouncedCallback(commit, TYPING_PAUSE_MS);
  const field = {
    label: question.text,
    description: question.why,
    value: draft,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setDraft(event.currentTarget.value);
      later(event.currentTarget.value);
    },
    onBlur: () => {
      later.cancel();
      if (draft !== String(told?.value ?? '')) commit(draft);
    },
  };
  return question.kind === 'number' ? (
    <TextInput {...field} type="number" step="any" className="question-input" />
  ) : (
    <Textarea {...field} rows={3} />
  );
}
