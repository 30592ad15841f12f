import type { LintAnswer } from '../contracts.ts';
import { Mark } from '../parts/Mark.tsx';
import { Sources } from '../parts/Sources.tsx';

/** What is wrong, numbered as in the marked text. */
export const Findings = ({ of }: { readonly of: LintAnswer['findings'] }) => (
  <section className="section" aria-labelledby="findings-title">
    <div aria-live="polite">
      <h2 id="findings-title">
        {of.length === 0 ? 'Nothing wrong was found' : `${of.length} ${of.length === 1 ? 'finding' : 'findings'}`}
      </h2>
    </div>
    <ol className="plain">
      {of.map((finding, index) => (
        <li key={`${finding.rule}-${index}`} id={`finding-${index + 1}`} className="lint-finding">
          <Mark kind={finding.severity === 'error' ? 'stop' : 'ask'} />
          <div className="stack">
            <p>
              <strong>
                {index + 1}. {finding.severity === 'error' ? 'Error' : 'Doubt'}
              </strong>
              , {finding.where}
            </p>
            <p>
              {finding.says} {finding.todo}
            </p>
            <Sources of={[finding.source]} />
          </div>
        </li>
      ))}
    </ol>
  </section>
);
