/** The first page: a record, a synthetic person or the short form; each leads to the ladder. */
import { Button } from '@mantine/core';
import { Page } from '../parts/Page.tsx';
import { Link, useRoute } from '../router.tsx';
import { useSession, type Person } from '../session.tsx';
import type { Given } from '../contracts.ts';
import { Demo } from './Demo.tsx';
import { DropZone } from './DropZone.tsx';
import { ShortForm } from './ShortForm.tsx';
import './screen.css';

export default function ScreenPage() {
  const { begin, person, forget } = useSession();
  const { go } = useRoute();
  const take = (person: Person, given?: Given) => {
    begin(person, given);
    go('/candidate');
  };
  return (
    <Page
      title="May this person start low-dose naltrexone?"
      lead="Bring a record. Leave with a verdict and its reasons, a titration plan, and an order a pharmacy can make up."
    >
      {person && <InHand name={person.patient.name ?? person.origin} forget={forget} />}
      <div className="ways">
        <DropZone onRead={take} />
        <Demo onRead={take} />
      </div>
      <ShortForm onRead={take} />
    </Page>
  );
}

const InHand = ({ name, forget }: { readonly name: string; readonly forget: () => void }) => (
  <div className="row in-hand">
    <p>
      In hand: <strong>{name}</strong>. Bringing another person forgets this one.
    </p>
    <Link href="/candidate">Go on to the ladder</Link>
    <Button variant="default" size="compact-md" onClick={forget}>
      Forget now
    </Button>
  </div>
);
