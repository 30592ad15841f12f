/** The ledger: what the five articles claim, in our words, each with a verdict, its reason and its sources. */
import { NativeSelect } from '@mantine/core';
import { useEffect } from 'react';
import { call, type Envelope } from '../api.ts';
import type { Claims } from '../contracts.ts';
import { useLoaded } from '../load.ts';
import { Mark } from '../parts/Mark.tsx';
import { Page } from '../parts/Page.tsx';
import { Sources } from '../parts/Sources.tsx';
import { Failed, Waiting } from '../parts/States.tsx';
import { VERDICT_WORDS } from '../parts/verdicts.ts';
import { Link, useRoute } from '../router.tsx';
import './claims.css';

type Claim = Claims[number];

const ARTICLES = ['000', '001', '002', '003', '004'];

const loadClaims = (signal: AbortSignal) => call<Envelope<Claims>>('claims', {}, signal);

export default function ClaimsPage() {
  const [loaded, retry] = useLoaded(loadClaims);
  const { query, replace } = useRoute();
  const article = query.get('article') ?? '';
  const verdict = query.get('verdict') ?? '';
  const all = loaded.state === 'ready' ? (loaded.value.answer ?? []) : [];
  const shown = all.filter(
    (claim) => (article === '' || claim.article === article) && (verdict === '' || claim.verdict === verdict),
  );
  return (
    <Page
      title="Claims"
      lead="What five articles say about low-dose naltrexone in depression, in our words, held against what is published."
    >
      {loaded.state === 'loading' && <Waiting says="Fetching the ledger" />}
      {loaded.state === 'failed' && <Failed problem={loaded.problem} retry={retry} />}
      {loaded.state === 'ready' && (
        <>
          <div className="claim-filter no-print">
            <NativeSelect
              label="Article"
              value={article}
              data={[{ value: '', label: 'all five' }, ...ARTICLES]}
              onChange={(event) => replace(addressOf(event.currentTarget.value, verdict))}
            />
            <NativeSelect
              label="Verdict"
              value={verdict}
              data={[
                { value: '', label: 'every verdict' },
                ...Object.entries(VERDICT_WORDS).map(([value, { word }]) => ({ value, label: word })),
              ]}
              onChange={(event) => replace(addressOf(article, event.currentTarget.value))}
            />
            <p aria-live="polite">
              {shown.length} of {all.length} claims
            </p>
          </div>
          {shown.length === 0 && <p className="section">No claim has this verdict in this article.</p>}
          <Ledger claims={shown} />
        </>
      )}
    </Page>
  );
}

const addressOf = (article: string, verdict: string): string => {
  const query = new URLSearchParams({ ...(article && { article }), ...(verdict && { verdict }) }).toString();
  return query === '' ? '/claims' : `/claims?${query}`;
};

function Ledger({ claims }: { readonly claims: Claims }) {
  const { fragment } = useRoute();
  useEffect(() => {
    if (fragment !== '') document.getElementById(fragment)?.scrollIntoView();
  }, [fragment]);
  return (
    <ul className="plain ledger">
      {claims.map((claim) => (
        <ClaimLine key={claim.id} claim={claim} isLinked={claim.id === fragment} />
      ))}
    </ul>
  );
}

const ClaimLine = ({ claim, isLinked }: { readonly claim: Claim; readonly isLinked: boolean }) => {
  const { word, mark } = VERDICT_WORDS[claim.verdict];
  return (
    <li id={claim.id} className={`claim claim-${mark}${isLinked ? ' linked' : ''}`}>
      <div className="claim-verdict">
        <Mark kind={mark} />
        <span>
          {word}
          {claim.unsafe && <strong className="unsafe">unsafe to follow</strong>}
        </span>
      </div>
      <div className="stack claim-text">
        <h2>{claim.said}</h2>
        <p>{claim.reason}</p>
        {claim.product !== undefined && <p className="quiet">What Lowdose does: {claim.product}</p>}
        <Sources of={claim.sources} />
        <p className="small quiet">
          Article {claim.article}, {claim.where}. <a href={`/claims#${claim.id}`}>Link to {claim.id}</a>
          {claim.seeAlso?.map((id) => (
            <span key={id}>
              {' '}
              · see <Link href={`/claims#${id}`}>{id}</Link>
            </span>
          ))}
        </p>
      </div>
    </li>
  );
};
