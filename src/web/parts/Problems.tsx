/** Problems of an input, each with what to do about it. Errors first; a long list is folded after the first few. */
import type { Problem } from '../../domain/problem.ts';
import { Mark } from './Mark.tsx';
import './problems.css';

/** Lines shown before the fold. */
const AT_FIRST = 6;

export function Problems({ of, title }: { readonly of: readonly Problem[]; readonly title?: string }) {
  if (of.length === 0) return null;
  const sorted = of.toSorted((one, other) => weight(one) - weight(other));
  const folded = sorted.slice(AT_FIRST);
  return (
    <div className="problems">
      {title !== undefined && <h3>{title}</h3>}
      <Lines of={sorted.slice(0, AT_FIRST)} />
      {folded.length > 0 && (
        <details>
          <summary>
            {folded.length} more ({folded.filter(({ severity }) => severity === 'error').length} of them errors)
          </summary>
          <Lines of={folded} />
        </details>
      )}
    </div>
  );
}

const weight = ({ severity }: Problem) => (severity === 'error' ? 0 : 1);

const Lines = ({ of }: { readonly of: readonly Problem[] }) => (
  <ul className="plain">
    {of.map((problem, index) => (
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
);
