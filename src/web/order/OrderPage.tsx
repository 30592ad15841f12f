/** The order: who prescribes and who makes it up, what the checker says, and the papers as they will be printed. */
import { NobodyYet } from '../parts/NobodyYet.tsx';
import { Page } from '../parts/Page.tsx';
import { Reasons } from '../parts/Reasons.tsx';
import { Empty, Failed } from '../parts/States.tsx';
import type { Planning } from '../contracts.ts';
import { Problems } from '../parts/Problems.tsx';
import { Standing } from '../plan/Standing.tsx';
import { Link } from '../router.tsx';
import { useSession } from '../session.tsx';
import { Written } from './Written.tsx';
import './order.css';

export default function OrderPage() {
  const { person, planner } = useSession();
  if (!person) return <NobodyYet title="Order and papers" />;
  const { planning } = planner;
  const answer = planning?.answer;
  return (
    <Page title="Order and papers" lead={<p>For {person.patient.name ?? 'a person without a name in the record'}.</p>}>
      {planner.failure && <Failed problem={planner.failure} retry={planner.again} />}
      {!planning && <NoPlan />}
      {planning && !answer?.signable && <NotYet planning={planning} />}
      {planning && answer?.signable && !planner.failure && <Written plan={answer.plan} />}
    </Page>
  );
}

const NoPlan = () => (
  <div className="section">
    <Empty title="There is no plan yet">
      <p>An order supplies a plan: choose a protocol first.</p>
      <p>
        <Link href="/plan" className="onward">
          Build the plan
        </Link>
      </p>
    </Empty>
  </div>
);

/** No order is written here, and none by the operation either: it screens again, whoever asks. */
const NotYet = ({ planning }: { readonly planning: Planning }) => (
  <>
    <Standing planning={planning} />
    <section className="section" aria-labelledby="not-yet-title">
      <h2 id="not-yet-title">No order can be written</h2>
      <p>An order is written only for a person who may start and a plan inside its bounds. This stands against it:</p>
      <Reasons of={planning.because.filter(({ blocks }) => blocks !== 'no')} label="What stands against an order" />
      <Problems of={planning.problems} />
      <div className="row">
        <Link href="/candidate" className="onward quietly">
          Go to the ladder
        </Link>
        <Link href="/plan" className="onward quietly">
          Go to the plan
        </Link>
      </div>
    </section>
  </>
);
