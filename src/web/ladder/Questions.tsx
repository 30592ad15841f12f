/** The open questions, most decisive first. An answer screens again at once; it can be changed, taken back, undone. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Session } from '../session.tsx';
import { QuestionField } from './QuestionField.tsx';

/** Open questions shown at first; the rest on demand, so that the decisive ones are not lost among them. */
const AT_FIRST = 5;

export function Questions({ session }: { readonly session: Session }) {
  const { asked, given, screening, answer, undo, canUndo } = session;
  const [showsAll, setShowsAll] = useState(false);
  const stillOpen = new Set(screening?.questions?.map(({ id }) => id));
  const listed = asked.filter(({ id }) => id in given || stillOpen.has(id));
  if (listed.length === 0) return null;
  const open = listed.filter(({ id }) => !(id in given));
  const hidden = showsAll ? new Set<string>() : new Set(open.slice(AT_FIRST).map(({ id }) => id));
  return (
    <section className="questions" aria-labelledby="questions-title">
      <div className="row questions-head">
        <h2 id="questions-title">Questions</h2>
        <span className="quiet">
          {open.length} open, {listed.length - open.length} answered
        </span>
        <Button size="compact-sm" variant="default" disabled={!canUndo} onClick={undo} className="no-print">
          Undo<span className="unseen"> the last answer</span>
        </Button>
      </div>
      <ol className="plain">
        {listed
          .filter(({ id }) => !hidden.has(id))
          .map((question) => (
            <li key={question.id}>
              <QuestionField
                question={question}
                told={given[question.id]}
                onAnswer={(told) => answer(question.id, told)}
              />
            </li>
          ))}
      </ol>
      {hidden.size > 0 && (
        <div>
          <Button variant="default" onClick={() => setShowsAll(true)}>
            Show the other {hidden.size}
          </Button>
        </div>
      )}
    </section>
  );
}
