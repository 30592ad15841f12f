/** The first page: a record, a synthetic person or the short form; each leads to the ladder. */
import { Page } from '../parts/Page.tsx';
import { useRoute } from '../router.tsx';
import { useSession, type Person } from '../session.tsx';
import type { Given } from '../contracts.ts';
import { Demo } from './Demo.tsx';
import { DropZone } from './DropZone.tsx';
import { ShortForm } from './ShortForm.tsx';
import './screen.css';

export default function ScreenPage() {
  const { begin } = useSession();
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
      <div className="ways">
        <DropZone onRead={take} />
        <Demo onRead={take} />
      </div>
      <ShortForm onRead={take} />
    </Page>
  );
}
