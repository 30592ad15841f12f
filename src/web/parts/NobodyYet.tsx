/** What a page that needs a person shows when there is none (also after a reload: nothing is kept). */
import { Link } from '../router.tsx';
import { Page } from './Page.tsx';
import { Empty } from './States.tsx';

export const NobodyYet = ({ title }: { readonly title: string }) => (
  <Page title={title}>
    <div className="section">
      <Empty title="Nobody is being screened">
        <p>
          Bring a record, fill the short form, or take a synthetic person. Nothing is kept between visits, so after
          reloading a page the person has to be brought again.
        </p>
        <p>
          <Link href="/" className="onward">
            Bring a person
          </Link>
        </p>
      </Empty>
    </div>
  </Page>
);
