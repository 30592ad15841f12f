/** Problems of an input, each with what to do about it. Errors first. */
import type { Problem } from '../../domain/problem.ts';
import { Mark } from './Mark.tsx';
import './problems.css';

export function Problems({ of, title }: { readonly of: readonly Problem[]; readonly title?: string }) {
  if (of.length === 0) return null;
  const sorted = of.toSorted((one, other) => weight(one) - weight(other));
  return (
    <div className="problems">
      {title !== undefined && <h3>{title}</h3>}
      <ul className="plain">
        {sorted.map((problem, index) => (
          <li key={index} className="problem">
            <Mark kind={problem.severity === 'error' ? 'stop' : 'note'} size={20} />
            <div>
              <strong>{problem.severity === 'error' ? 'Error' : 'Doubt'}</strong>{' '}
              <span className="path">{problem.path}</span>: found {problem.found}, expected {problem.expected}.{' '}
              {problem.todo}
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

const weight = ({ severity }: Problem) => (severity === 'error' ? 0 : 1);
