/** The plan builder: a protocol, the staircase and its table, what the bounds say, and the bottles that supply it. */
import { Button } from '@mantine/core';
import { NobodyYet } from '../parts/NobodyYet.tsx';
import { Page } from '../parts/Page.tsx';
import { Problems } from '../parts/Problems.tsx';
import { Failed } from '../parts/States.tsx';
import { Link } from '../router.tsx';
import { useSession } from '../session.tsx';
import { Bounds } from './Bounds.tsx';
import { Frame } from './Frame.tsx';
import './plan.css';
import { Protocols } from './Protocols.tsx';
import { Standing } from './Standing.tsx';
import { StepsEditor } from './StepsEditor.tsx';
import { SupplyChoices } from './SupplyChoices.tsx';

export default function PlanPage() {
  const { person, planner } = useSession();
  if (!person) return <NobodyYet title="Titration plan" />;
  const answer = planner.planning?.answer;
  return (
    <Page title="Titration plan" lead={<p>For {person.patient.name ?? 'a person without a name in the record'}.</p>}>
      <Protocols />
      {planner.failure && <Failed problem={planner.failure} retry={planner.again} />}
      {planner.planning && !answer && <Problems of={planner.planning.problems} title="No plan could be made" />}
      {/* After a failure the last answer may be out of date, so it is not shown as if it held. */}
      {planner.planning && answer && !planner.failure && (
        <div className={planner.isBusy ? 'plan busy' : 'plan'}>
          <Standing planning={planner.planning} />
          <StepsEditor planner={planner} planning={planner.planning} answer={answer} />
          <Bounds planner={planner} planning={planner.planning} answer={answer} />
          <Frame planner={planner} answer={answer} />
          <SupplyChoices planner={planner} planning={planner.planning} answer={answer} />
          <div className="row onward-row no-print">
            <Link href="/order" className={answer.signable ? 'onward' : 'onward quietly'}>
              {answer.signable ? 'Order it' : 'See what an order still needs'}
            </Link>
            <Button variant="default" onClick={() => window.print()}>
              Print this page
            </Button>
          </div>
        </div>
      )}
    </Page>
  );
}
