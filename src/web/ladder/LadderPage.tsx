/** The candidate ladder: the verdict, the rungs it stands on, the open questions, and what was read. */
import { Button } from '@mantine/core';
import { inWords } from '../../domain/dates.ts';
import { Problems } from '../parts/Problems.tsx';
import { Page } from '../parts/Page.tsx';
import { NobodyYet } from '../parts/NobodyYet.tsx';
import { Failed, Waiting } from '../parts/States.tsx';
import { Link } from '../router.tsx';
import { useSession, type Session } from '../session.tsx';
import { Ladder } from './Ladder.tsx';
import { Questions } from './Questions.tsx';
import { Verdict } from './Verdict.tsx';
import { WhatWasRead } from './WhatWasRead.tsx';
import './ladder.css';

export default function LadderPage() {
  const session = useSession();
  const { person, screening, failure, again } = session;
  if (!person) return <NobodyYet title="Candidate ladder" />;
  const lost = person.problems.filter(({ severity }) => severity === 'error');
  return (
    <Page title="Candidate ladder" lead={<Who session={session} />}>
      <Problems of={lost} title={`Part of the record could not be read (${lost.length})`} />
      {failure && <Failed problem={failure} retry={again} />}
      {!screening && !failure && <Waiting says="Screening" />}
      {screening && (
        <>
          <Verdict screening={screening} isScreening={session.isScreening} />
          <Problems of={[...screening.problems]} title="What could not be used" />
          <div className="ladder-columns">
            <Ladder screening={screening} />
            <Questions session={session} />
          </div>
          <div className="row onward-row no-print">
            <NextStep verdict={screening.answer} />
            <Button variant="default" onClick={() => window.print()}>
              Print this page
            </Button>
          </div>
        </>
      )}
      <WhatWasRead person={person} />
    </Page>
  );
}

function Who({ session: { person } }: { readonly session: Session }) {
  const { patient, origin } = person ?? {};
  const parts = [patient?.name, patient?.birthDate && `born ${inWords(patient.birthDate)}`, patient?.sex].filter(
    Boolean,
  );
  return (
    <p>
      {parts.length > 0 ? parts.join(', ') : 'A person without a name in the record'}.{' '}
      <span className="small">From {origin}.</span>
    </p>
  );
}

const NextStep = ({ verdict }: { readonly verdict: string | null }) => (
  <Link href="/plan" className={verdict === 'must-not' ? 'onward quietly' : 'onward'}>
    {verdict === 'may-start' || verdict === 'wait' ? 'Build the plan' : 'Look at a plan as a draft'}
  </Link>
);
