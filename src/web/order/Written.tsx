/** The order of a plan that may be signed. */
import type { Plan } from '../../domain/plan.ts';
import type { OrderAnswer } from '../contracts.ts';
import { Mark } from '../parts/Mark.tsx';
import { Problems } from '../parts/Problems.tsx';
import { SourceList } from '../parts/Sources.tsx';
import { Failed } from '../parts/States.tsx';
import { OrderForm } from './OrderForm.tsx';
import { Label } from './Label.tsx';
import { useOrder } from './ordering.ts';
import { Papers } from './Papers.tsx';
import { Sheet } from './Sheet.tsx';

export function Written({ plan }: { readonly plan: Plan }) {
  const { request, ordering, failure } = useOrder(plan);
  const answer = ordering?.answer;
  return (
    <>
      <OrderForm />
      {failure && <Failed problem={failure} />}
      {!ordering && !failure && <p className="section quiet">Name the prescriber, and the order is written here.</p>}
      <div aria-live="polite">
        {ordering && (
          <Problems
            of={ordering.problems}
            title={answer ? 'To know before signing' : 'The order is not written until this is corrected'}
          />
        )}
      </div>
      {answer && request && (
        <>
          <Findings of={answer.findings} />
          <Papers key={JSON.stringify(request)} request={request} />
          <section className="section" aria-labelledby="labels-title">
            <h2 id="labels-title">Labels</h2>
            <ul className="plain labels">
              {answer.labels.map((label) => (
                <li key={label.id}>
                  <Label label={label} />
                </li>
              ))}
            </ul>
          </section>
          <Lines answer={answer} />
          <Sheet sheet={answer.sheet} />
        </>
      )}
    </>
  );
}

const Findings = ({ of }: { readonly of: OrderAnswer['findings'] }) => (
  <section className="section" aria-labelledby="checker-title">
    <h2 id="checker-title">What a pharmacist would say</h2>
    {of.length === 0 && (
      <p>
        <Mark kind="go" size={20} /> Nothing to send back.
      </p>
    )}
    <ul className="plain">
      {of.map(({ rule, severity, says, todo, source, path }) => (
        <li key={`${rule} ${path}`} className="finding">
          <Mark kind={severity === 'refuse' ? 'stop' : 'ask'} />
          <div>
            <p>
              <strong>{severity === 'refuse' ? 'Refused' : 'Doubt'}:</strong> {says} {todo}
            </p>
            <details className="sources">
              <summary>source</summary>
              <SourceList of={[source]} />
            </details>
          </div>
        </li>
      ))}
    </ul>
  </section>
);

const Lines = ({ answer: { order, lines } }: { readonly answer: OrderAnswer }) => (
  <section className="section" aria-labelledby="lines-title">
    <h2 id="lines-title">The order</h2>
    <dl className="order-facts">
      <Fact name="Drug">{`${order.drug}, ${order.release} release, ${order.route}`}</Fact>
      <Fact name="Filler">
        {order.filler}
        {order.excludedFillers.length > 0 && `; not ${order.excludedFillers.join(', ')}`}
      </Fact>
      <Fact name="Why compounded">{order.reasonForCompounding}</Fact>
      <Fact name="Refills">{order.refills}</Fact>
      <Fact name="Substitution">{order.substitution.replaceAll('-', ' ')}</Fact>
      <Fact name="Ship to">{order.shipTo}</Fact>
    </dl>
    <ol className="plain order-lines">
      {lines.map(({ fill, direction, says }) => (
        <li key={`${fill} ${direction.sequence}`}>
          <span className="quiet small">Fill {fill}</span> {says}
        </li>
      ))}
    </ol>
  </section>
);

const Fact = ({ name, children }: { readonly name: string; readonly children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
