/** Synthetic people to try: each shows another verdict. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Problem } from '../../domain/problem.ts';
import { call, get, problemOf } from '../api.ts';
import type { DemoPerson, Reading } from '../contracts.ts';
import { useLoaded } from '../load.ts';
import { Problems } from '../parts/Problems.tsx';
import { Failed, Waiting } from '../parts/States.tsx';
import type { Person } from '../session.tsx';

/** People shown at first, so that the short form below stays in sight. */
const AT_FIRST = 6;

const loadDemo = (signal: AbortSignal) => get<readonly DemoPerson[]>('/api/demo', signal);

export function Demo({ onRead }: { readonly onRead: (person: Person) => void }) {
  const [loaded, retry] = useLoaded(loadDemo);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [showsAll, setShowsAll] = useState(false);
  const take = async ({ name, record }: DemoPerson) => {
    try {
      const read = await call<Reading>('read', { record });
      setProblems(read.problems);
      if (read.answer) onRead({ origin: `synthetic person ${name}`, patient: read.answer, problems: read.problems });
    } catch (failure) {
      setProblems([problemOf(failure)]);
    }
  };
  return (
    <section className="demo" aria-labelledby="demo-title">
      <h2 id="demo-title">Or a synthetic person</h2>
      {loaded.state === 'loading' && <Waiting says="Fetching the list" />}
      {loaded.state === 'failed' && <Failed problem={loaded.problem} retry={retry} />}
      {loaded.state === 'ready' && loaded.value.length === 0 && <p className="quiet">This installation has none.</p>}
      {loaded.state === 'ready' && (
        <ul className="plain demo-list">
          {(showsAll ? loaded.value : loaded.value.slice(0, AT_FIRST)).map((person) => (
            <li key={person.name}>
              <button type="button" onClick={() => void take(person)}>
                <strong>{person.name}</strong>
                <span>{person.says}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {loaded.state === 'ready' && !showsAll && loaded.value.length > AT_FIRST && (
        <div>
          <Button variant="default" onClick={() => setShowsAll(true)}>
            Show all {loaded.value.length}
          </Button>
        </div>
      )}
      <Problems of={problems} />
    </section>
  );
}
