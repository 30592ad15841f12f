/** Check a schedule: paste it as somebody wrote it, and see what was understood and what is wrong with it, in its place. */
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { Problem } from '../../domain/problem.ts';
import { call, problemOf, type Envelope } from '../api.ts';
import type { LintAnswer } from '../contracts.ts';
import { Page } from '../parts/Page.tsx';
import { Problems } from '../parts/Problems.tsx';
import { Findings } from './Findings.tsx';
import './lint.css';
import { Marked } from './Marked.tsx';
import { Understood } from './Understood.tsx';

const EXAMPLE =
  '1 capsule of 1.5 mg for the first 10 days, on day 11 two capsules for the next 10 days, on day 22 three capsules. Dispense 90.';

interface Checked {
  readonly text: string;
  readonly answer: LintAnswer;
}

export default function LintPage() {
  const [text, setText] = useState('');
  const [start, setStart] = useState('');
  const [checked, setChecked] = useState<Checked>();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const check = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { answer, problems: found } = await call<Envelope<LintAnswer>>('lint', { text, ...(start && { start }) });
      setChecked(answer ? { text, answer } : undefined);
      setProblems(found);
    } catch (failure) {
      setProblems([problemOf(failure)]);
    }
  };
  return (
    <Page
      title="Check a schedule"
      lead="Paste a titration schedule as somebody wrote it. Holes, overlaps, jumps and missing fall-backs are marked in the text."
    >
      <form className="section lint-form" onSubmit={(event) => void check(event)}>
        <Textarea
          label="Schedule"
          rows={6}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          description="in English; one person’s schedule"
        />
        <TextInput
          type="date"
          label="First night, if the schedule has dates"
          className="first-night"
          value={start}
          onChange={(event) => setStart(event.currentTarget.value)}
        />
        <div className="row">
          <Button type="submit" size="md" disabled={text.trim() === ''}>
            Check it
          </Button>
          <Button variant="default" size="md" onClick={() => setText(EXAMPLE)}>
            Put in an example
          </Button>
        </div>
      </form>
      <Problems of={problems} title="The text could not be checked" />
      {checked && (
        <>
          <Marked text={checked.text} findings={checked.answer.findings} />
          <Findings of={checked.answer.findings} />
          <Understood schedule={checked.answer.schedule} />
        </>
      )}
    </Page>
  );
}
