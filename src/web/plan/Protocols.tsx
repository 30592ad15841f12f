/** Protocols as cards, each with who uses it and what it rests on, and the date of the first night. */
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { inMg } from '../../domain/amount.ts';
import { addDays } from '../../domain/dates.ts';
import { dailyUg, nightsOf } from '../../domain/regimen.ts';
import { call, type Envelope } from '../api.ts';
import type { Protocols as ProtocolList, Screening } from '../contracts.ts';
import { useLoaded } from '../load.ts';
import { Sources } from '../parts/Sources.tsx';
import { Failed, Waiting } from '../parts/States.tsx';
import { useSession } from '../session.tsx';

/** A start a week ahead is offered first: time to make up the order. The field stands beside the cards. */
const OFFERED_DAYS_AHEAD = 7;

function offeredStart(screening: Screening | undefined): string {
  const today = screening?.from?.today;
  if (today === undefined) return '';
  const ahead = addDays(today, OFFERED_DAYS_AHEAD);
  return screening?.date !== undefined && screening.date > ahead ? screening.date : ahead;
}

const loadProtocols = (signal: AbortSignal) => call<Envelope<ProtocolList>>('protocols', {}, signal);

export function Protocols() {
  const { screening, planner } = useSession();
  const [loaded, retry] = useLoaded(loadProtocols);
  const [isOpen, setOpen] = useState(false);
  const [start, setStart] = useState<string>();
  const chosen = planner.planning?.answer?.plan.protocol;
  const firstNight = start ?? offeredStart(screening);
  if (loaded.state === 'loading') return <Waiting says="Fetching the protocols" />;
  if (loaded.state === 'failed') return <Failed problem={loaded.problem} retry={retry} />;
  const list = loaded.value.answer ?? [];
  if (chosen !== undefined && !isOpen)
    return <Chosen protocol={list.find(({ id }) => id === chosen)} change={() => setOpen(true)} />;
  return (
    <section className="section" aria-labelledby="protocols-title">
      <h2 id="protocols-title">Choose a protocol to begin from</h2>
      <p className="quiet">
        No dose-finding trial in depression exists, so none of these is “the” protocol. Every step can be changed
        afterwards.
      </p>
      <TextInput
        type="date"
        label="First night"
        className="first-night"
        value={firstNight}
        onChange={(event) => setStart(event.currentTarget.value)}
      />
      <ul className="plain protocol-cards">
        {list.map((protocol) => (
          <li key={protocol.id} className="protocol">
            <h3>{protocol.name}</h3>
            <Treads protocol={protocol} scaleUg={Math.max(...list.map(({ targetUg }) => targetUg))} />
            <p>{protocol.forWhom}</p>
            <p className="quiet small">
              {protocol.usedBy} {protocol.evidence}
            </p>
            <Sources of={protocol.sources} />
            <div>
              <Button
                variant={protocol.id === chosen ? 'filled' : 'default'}
                onClick={() => {
                  planner.begin(protocol.id, firstNight);
                  setOpen(false);
                }}
                aria-label={`Use this: ${protocol.name}`}
              >
                Use this
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

type Protocol = ProtocolList[number];

const Chosen = ({ protocol, change }: { readonly protocol: Protocol | undefined; readonly change: () => void }) => (
  <section className="chosen-protocol" aria-label="Protocol">
    <p>
      Begun from <strong>{protocol?.name ?? 'a protocol that is not in the list'}</strong>.{' '}
      <span className="quiet">{protocol?.evidence}</span>
    </p>
    {protocol && <Sources of={protocol.sources} />}
    <div className="no-print">
      <Button variant="default" size="compact-md" onClick={change}>
        Begin from another
      </Button>
    </div>
  </section>
);

interface TreadsProps {
  readonly protocol: Protocol;
  /** The amount as high as the picture, the same for all protocols. */
  readonly scaleUg: number;
}

/** The ladder of a protocol as a small picture; the line under it says the same. */
function Treads({ protocol: { steps, targetUg }, scaleUg }: TreadsProps) {
  const width = 100 / steps.length;
  return (
    <figure className="treads">
      <svg viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
        {steps.map((step, index) => {
          const height = (dailyUg(step) / scaleUg) * 29;
          return <rect key={index} x={index * width} y={30 - height} width={width - 0.6} height={height} />;
        })}
      </svg>
      <figcaption className="small quiet">
        {steps.length === 1 ? 'one step' : `${steps.length} steps`} to {inMg(targetUg)} a day,{' '}
        {nightsOf({ start: '', steps })} nights
      </figcaption>
    </figure>
  );
}
