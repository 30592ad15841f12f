/** What lies between the receptor and the mood: who acts on whom, and each mechanism with what it rests on. */
import { memo } from 'react';
import { mechanismsOf, type Mechanism, type Reading } from '../../knowledge/mechanisms/index.ts';
import * as network from '../../plots/network.ts';
import { Known } from './Figure.tsx';

interface ChainProps {
  readonly reading: Reading;
  readonly off: readonly string[];
}

export const Chain = memo(function Chain({ reading, off }: ChainProps) {
  const mechanisms = mechanismsOf(reading);
  const { svg } = network.figure(network.rows(mechanisms));
  return (
    <section className="section chain" aria-labelledby="chain-title" id="chain">
      <h2 id="chain-title">From the receptor to the mood, a chain of maybes</h2>
      <p>
        The articles tell many stories of what happens behind the receptor. Each is a mechanism here, and all but the
        first two can be switched off. Together they get the effect on mood that trials allow; no story adds to it.
      </p>
      <div
        className="network"
        role="group"
        aria-label="Network of mechanisms"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways, also for keys
        tabIndex={0}
        // Our own figure, escaped where it is made.
        dangerouslySetInnerHTML={{ __html: svg }}
      />
      <ul className="plain links">
        {mechanisms.map((one) => (
          <li key={one.id}>
            <Link of={one} isOff={off.includes(one.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
});

const Link = ({
  of: { name, grade, what, evidence, whenOff, sources, claims },
  isOff,
}: {
  readonly of: Mechanism;
  readonly isOff: boolean;
}) => (
  <details>
    <summary>
      {name} <span className="quiet small">{isOff ? 'off' : grade === 'none' ? 'no evidence' : grade}</span>
    </summary>
    <div className="known">
      <Known sources={sources} claims={claims}>
        <p>{what}</p>
        <p>{evidence}</p>
        <p className="quiet">Switched off: {whenOff}</p>
      </Known>
    </div>
  </details>
);
