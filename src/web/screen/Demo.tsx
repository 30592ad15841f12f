/** Synthetic people to try: each shows another verdict. */
import { useCallback, useState } from 'react';
import type { Problem } from '../../domain/problem.ts';
import { call, get, problemOf } from '../api.ts';
import type { DemoPerson, Reading } from '../contracts.ts';
import { useLoaded } from '../load.ts';
import { Problems } from '../parts/Problems.tsx';
import { Failed, Waiting } from '../parts/States.tsx';
import type { Person } from '../session.tsx';

const loadDemo = (signal: AbortSignal) => get<readonly DemoPerson[]>('/api/demo', signal);

export function Demo({ onRead }: { readonly onRead: (person: Person) => void }) {
  const [loaded, retry] = useLoaded(useCallback(loadDemo, []));
  const [problems, setProblems] = useState<readonly Problem[]>([]);
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
          {loaded.value.map((person) => (
            <li key={person.name}>
              <button type="button" onClick={() => void take(person)}>
                <strong>{person.name}</strong>
                <span>{person.says}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Problems of={problems} />
    </section>
  );
}
