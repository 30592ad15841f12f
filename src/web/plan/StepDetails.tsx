/** What is asked before a step and what to do when it goes badly. */
import type { StepBack } from '../../domain/plan.ts';
import type { PlanAnswer } from '../contracts.ts';

export function StepDetails({ view }: { readonly view: PlanAnswer['steps'][number] | undefined }) {
  if (!view) return null;
  return (
    <details className="step-details">
      <summary>
        {view.checks.length > 0 ? 'Checks before this step, and ' : 'First step; '}
        what to do when it goes badly
      </summary>
      <div className="form-grid">
        {view.checks.length > 0 && (
          <div>
            <h3>Before this step, all must be true</h3>
            <ul>
              {view.checks.map((check) => (
                <li key={check}>{check}</li>
              ))}
            </ul>
          </div>
        )}
        <div>
          <h3>When it goes badly</h3>
          <dl>
            {view.ifTrouble.map((back, index) => (
              <div key={index}>
                <dt>{wayOut(back)}</dt>
                <dd>{back.when}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </details>
  );
}

function wayOut(back: StepBack): string {
  if (back.kind === 'back') return `Back to step ${back.toStep + 1}`;
  if (back.kind === 'stay') return `Stay ${back.nights} more nights`;
  return back.kind === 'move' ? `Move to the ${back.to}` : 'Pause';
}
