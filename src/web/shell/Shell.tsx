/** What stands around every page: skip link, masthead with the four steps, the page itself, and who decides. */
import { lazy, Suspense, type LazyExoticComponent, type ComponentType } from 'react';
import { Page } from '../parts/Page.tsx';
import { Waiting } from '../parts/States.tsx';
import { Link, useRoute } from '../router.tsx';
import { SchemeChoice } from './SchemeChoice.tsx';
import './shell.css';

interface Place {
  readonly path: string;
  readonly name: string;
  readonly page: LazyExoticComponent<ComponentType>;
}

/** The way from a record to an order, in this order. */
const STEPS: readonly Place[] = [
  { path: '/', name: 'Person', page: lazy(() => import('../screen/ScreenPage.tsx')) },
  { path: '/candidate', name: 'Ladder', page: lazy(() => import('../ladder/LadderPage.tsx')) },
  { path: '/plan', name: 'Plan', page: lazy(() => import('../plan/PlanPage.tsx')) },
  { path: '/order', name: 'Order', page: lazy(() => import('../order/OrderPage.tsx')) },
];

const BESIDE: readonly Place[] = [
  { path: '/how', name: 'How it works', page: lazy(() => import('../how/HowPage.tsx')) },
  { path: '/check', name: 'Check a schedule', page: lazy(() => import('../lint/LintPage.tsx')) },
  { path: '/claims', name: 'Claims', page: lazy(() => import('../claims/ClaimsPage.tsx')) },
];

export function Shell() {
  const { path } = useRoute();
  const place = [...STEPS, ...BESIDE].find((candidate) => candidate.path === path);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the page
      </a>
      <Masthead path={path} />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Waiting says="Opening the page" />}>{place ? <place.page /> : <NoSuchPage />}</Suspense>
      </main>
      <footer className="foot">
        <p>A clinician decides. Lowdose shows the finding, the reason, the source and what is not known.</p>
        <p>Everything is worked out on this machine. Nothing is sent elsewhere, nothing is kept when the tab closes.</p>
      </footer>
    </>
  );
}

const Masthead = ({ path }: { readonly path: string }) => (
  <header className="masthead">
    <Link href="/" className="brand" aria-label="Lowdose, start page">
      <Logo />
      <span>lowdose</span>
    </Link>
    <nav aria-label="From record to order" className="steps">
      <ol className="plain">
        {STEPS.map((step, index) => (
          <li key={step.path}>
            <Link href={step.path} aria-current={path === step.path ? 'page' : undefined}>
              <span className="step-number">{index + 1}</span> {step.name}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
    <nav aria-label="Reference" className="beside">
      <ul className="plain">
        {BESIDE.map(({ path: to, name }) => (
          <li key={to}>
            <Link href={to} aria-current={path === to ? 'page' : undefined}>
              {name}
            </Link>
          </li>
        ))}
      </ul>
      <SchemeChoice />
    </nav>
  </header>
);

const Logo = () => (
  <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" className="logo">
    <path d="M4 27h8v-7h8v-7h8" className="logo-stairs" />
    <circle cx="9" cy="9" r="4" className="logo-moon" />
  </svg>
);

const NoSuchPage = () => (
  <Page title="No such page">
    <p>
      The address is not one of ours. <Link href="/">Go to the start page</Link>.
    </p>
  </Page>
);
