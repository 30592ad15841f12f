/**
 * The short form for a person without a record: a few lines, then the direct questions. What is left empty was not
 * asked; "none" has a tick of its own, because nothing written is not the same as nothing taken.
 */
import { Button, Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Problem } from '../../domain/problem.ts';
import { call, problemOf } from '../api.ts';
import type { Given, QuestionGroups, Reading } from '../contracts.ts';
import type { Envelope } from '../api.ts';
import { QuestionField } from '../ladder/QuestionField.tsx';
import { useLoaded } from '../load.ts';
import { Problems } from '../parts/Problems.tsx';
import { Failed, Waiting } from '../parts/States.tsx';
import { withAnswer, type Person } from '../session.tsx';

/** What was typed into one list: its lines, or a tick that there is none. */
interface Lines {
  readonly text: string;
  readonly none: boolean;
}

const NOT_ASKED: Lines = { text: '', none: false };
const LISTS = [
  {
    key: 'medicines',
    label: 'Medicines taken now',
    none: 'Takes nothing',
    hint: 'one on each line, also without prescription',
  },
  { key: 'conditions', label: 'Conditions', none: 'No other condition', hint: 'one on each line' },
  { key: 'allergies', label: 'Allergies', none: 'No known allergy', hint: 'one on each line' },
] as const;

type ListKey = (typeof LISTS)[number]['key'];

interface Draft {
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly lists: Readonly<Record<ListKey, Lines>>;
}

const BLANK: Draft = {
  name: '',
  birthDate: '',
  sex: '',
  lists: { medicines: NOT_ASKED, conditions: NOT_ASKED, allergies: NOT_ASKED },
};

export function ShortForm({ onRead }: { readonly onRead: (person: Person, given: Given) => void }) {
  const [draft, setDraft] = useState(BLANK);
  const [given, setGiven] = useState<Given>({});
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [isOpen, setOpen] = useState(false);
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { answer, problems: found } = await call<Reading>('read', { form: formOf(draft) });
      const errors = found.filter(({ severity }) => severity === 'error');
      setProblems(found);
      if (answer && errors.length === 0) onRead({ origin: 'the short form', patient: answer, problems: found }, given);
    } catch (failure) {
      setProblems([problemOf(failure)]);
    }
  };

  return (
    <details className="short-form" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>No record? Fill the short form</summary>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <p className="quiet">Leave empty what you have not asked. It then counts as not known, never as none.</p>
        <Who draft={draft} change={change} />
        <div className="form-grid">
          {LISTS.map(({ key, ...words }) => (
            <ListField
              key={key}
              {...words}
              lines={draft.lists[key]}
              onChange={(lines) => change({ lists: { ...draft.lists, [key]: lines } })}
            />
          ))}
        </div>
        {isOpen && <DirectQuestions given={given} setGiven={setGiven} />}
        <Problems of={problems} title="What has to be corrected" />
        <div>
          <Button type="submit" size="md">
            Screen this person
          </Button>
        </div>
      </form>
    </details>
  );
}

interface WhoProps {
  readonly draft: Draft;
  readonly change: (part: Partial<Draft>) => void;
}

const Who = ({ draft, change }: WhoProps) => (
  <div className="form-grid">
    <TextInput
      label="Name"
      autoComplete="off"
      value={draft.name}
      onChange={(event) => change({ name: event.currentTarget.value })}
    />
    <TextInput
      label="Birth date"
      type="date"
      value={draft.birthDate}
      onChange={(event) => change({ birthDate: event.currentTarget.value })}
    />
    <NativeSelect
      label="Sex"
      value={draft.sex}
      data={[
        { value: '', label: 'not asked' },
        { value: 'female', label: 'female' },
        { value: 'male', label: 'male' },
        { value: 'other', label: 'other' },
      ]}
      onChange={(event) => change({ sex: event.currentTarget.value })}
    />
  </div>
);

interface ListFieldProps {
  readonly label: string;
  readonly hint: string;
  readonly none: string;
  readonly lines: Lines;
  readonly onChange: (lines: Lines) => void;
}

const ListField = ({ label, hint, none, lines, onChange }: ListFieldProps) => (
  <div className="stack">
    <Textarea
      label={label}
      description={hint}
      rows={4}
      disabled={lines.none}
      value={lines.text}
      onChange={(event) => onChange({ ...lines, text: event.currentTarget.value })}
    />
    <Checkbox
      label={none}
      checked={lines.none}
      disabled={lines.text.trim() !== ''}
      onChange={(event) => onChange({ ...lines, none: event.currentTarget.checked })}
    />
  </div>
);

/** Questions that the fields above ask already. */
const ASKED_ABOVE = ['medicines', 'birth-date'];

interface DirectQuestionsProps {
  readonly given: Given;
  readonly setGiven: (given: Given) => void;
}

const loadQuestions = (signal: AbortSignal) => call<Envelope<QuestionGroups>>('questions', {}, signal);

function DirectQuestions({ given, setGiven }: DirectQuestionsProps) {
  const [loaded, retry] = useLoaded(loadQuestions);
  if (loaded.state === 'loading') return <Waiting says="Fetching the questions" />;
  if (loaded.state === 'failed') return <Failed problem={loaded.problem} retry={retry} />;
  return (loaded.value.answer ?? []).map(({ group, questions }) => (
    <section key={group}>
      <h3>{group}</h3>
      {questions
        .filter(({ id }) => !ASKED_ABOVE.includes(id))
        .map((question) => (
          <QuestionField
            key={question.id}
            question={question}
            told={given[question.id]}
            onAnswer={(told) => setGiven(withAnswer(given, question.id, told))}
          />
        ))}
    </section>
  ));
}

/** The form as the operation reads it: empty fields left out, a tick as `none`. */
function formOf({ name, birthDate, sex, lists }: Draft): Record<string, unknown> {
  const written = Object.entries({ name: name.trim(), birthDate, sex }).filter(([, text]) => text !== '');
  const listed = Object.entries(lists).flatMap(([key, { text, none }]) => {
    const lines = text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
    return none ? [[key, 'none']] : lines.length > 0 ? [[key, lines]] : [];
  });
  return Object.fromEntries([...written, ...listed]) as Record<string, unknown>;
}
