/**
 * How it works: drag the dose and watch a thousand virtual people, with what was measured and what was said beside every
 * curve. The crowd lives in web workers; the address carries what is chosen.
 */
import { useEffect, useMemo, useState } from 'react';
import { Page } from '../parts/Page.tsx';
import { Problems } from '../parts/Problems.tsx';
import { Failed, Waiting } from '../parts/States.tsx';
import { useRoute } from '../router.tsx';
import { useAnswer, type Answered } from './asking.ts';
import { chosenFrom, queryOf, type Chosen } from './choice.ts';
import { Controls } from './Controls.tsx';
import './how.css';
import { Chain } from './Chain.tsx';
import { Blood, Dreams, Receptors } from './HoursFigures.tsx';
import { Mood } from './Mood.tsx';
import { problemOfCrowd } from './problem.ts';
import { PEOPLE, SEED, type HoursQuestion } from './questions.ts';
import { ByDose, Week } from './StandingFigures.tsx';
import { summaryOf } from './words.ts';

/** Milliseconds without a change after which a control counts as at rest. */
const REST_MS = 350;

export default function HowPage() {
  const { query, replace } = useRoute();
  const [start] = useState(() => chosenFrom(query));
  const [chosen, setChosen] = useState(start.chosen);
  const rested = useRested(chosen);
  useEffect(() => {
    if (rested !== start.chosen) replace(`/how${queryOf(rested)}`);
  }, [rested, replace, start]);
  const question = useMemo<HoursQuestion>(() => questionOf(chosen), [chosen]);
  const { latest, failure } = useAnswer<'hours'>(question);
  return (
    <Page
      title="How it works"
      lead="One capsule of naltrexone, from the blood to the receptor to the mood. Drag the dose and watch a thousand virtual people move, beside what was measured in real ones."
    >
      <p className="no-advice">
        <strong>This explains; it advises nobody.</strong> No dose on this page is a suggestion. Naltrexone must never
        meet an opioid, at no dose, and a clinician decides.
      </p>
      <Problems of={start.problems} title="The link could not be read in full" />
      <div className="how">
        <div className="how-side">
          <Controls chosen={chosen} onChange={(part) => setChosen((before) => ({ ...before, ...part }))} />
          {latest && <Summary of={latest} />}
        </div>
        <div className="how-figures">
          {failure !== undefined && <Failed problem={problemOfCrowd(failure)} />}
          {failure === undefined && latest === undefined && <Waiting says="Drawing a thousand people" />}
          {latest && <Figures latest={latest} rested={rested} />}
        </div>
      </div>
      <Chain reading={chosen.reading} off={chosen.off} />
      <Colophon />
    </Page>
  );
}

const questionOf = ({ doseUg, ...rest }: Chosen): HoursQuestion => ({
  kind: 'hours',
  doseMg: doseUg / 1000,
  people: PEOPLE,
  ...rest,
});

/** The value as it was when it last rested. */
function useRested<T>(value: T): T {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

type Hours = Answered<'hours'>;

/** What was chosen when the answer was asked for: the words beside a curve are always of that curve. */
const chosenOf = ({ question: { doseMg, hour, nights, reading, off } }: Hours): Chosen => ({
  doseUg: Math.round(doseMg * 1000),
  hour,
  nights,
  reading,
  off,
});

function Figures({ latest, rested }: { readonly latest: Hours; readonly rested: Chosen }) {
  const shown = useMemo(() => chosenOf(latest), [latest]);
  return (
    <>
      {latest.answer.isFallback && (
        <p className="fallback" role="status">
          This browser runs no WebAssembly with vectors, so the slow reference solves {latest.answer.people} people
          instead of {PEOPLE}.
        </p>
      )}
      <Receptors chosen={shown} curves={latest.answer} />
      <Week reading={shown.reading} />
      <Blood chosen={shown} curves={latest.answer} />
      <ByDose doseUg={shown.doseUg} reading={shown.reading} />
      <Dreams chosen={shown} curves={latest.answer} />
      <Mood chosen={shown} rested={rested} />
    </>
  );
}

/** The curves in sentences. What is read aloud waits for a rest; what is seen does not. */
function Summary({ of }: { readonly of: Hours }) {
  const says = useMemo(() => summaryOf(chosenOf(of), of.answer), [of]);
  const heard = useRested(says);
  return (
    <div className="summary">
      <p aria-hidden="true" className="summary-text">
        {says}
      </p>
      <p role="status" className="unseen">
        {heard}
      </p>
      <FrameTime of={of} />
    </div>
  );
}

/** From the move of a control to the paint of its curves. */
function FrameTime({ of }: { readonly of: Hours }) {
  const [tookMs, setTookMs] = useState(0);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTookMs(performance.now() - of.askedAt));
    return () => cancelAnimationFrame(frame);
  }, [of]);
  const [first] = useState(of);
  const isFirst = of === first;
  const { people, failed, method } = of.answer;
  return (
    <p className="frame-time" title={method} data-ms={tookMs.toFixed(1)}>
      {people.toLocaleString('en')} people {isFirst ? 'drawn and solved' : 'solved'} in {Math.round(tookMs)} ms
      {failed > 0 && `; ${failed} could not be solved and are left out`}
    </p>
  );
}

const Colophon = () => (
  <section className="section colophon" aria-labelledby="colophon-title">
    <h2 id="colophon-title">How to read it</h2>
    <p>
      Everything hatched is a <strong>model</strong>: the line is the middle one of {PEOPLE.toLocaleString('en')}{' '}
      virtual people, the filled band holds the middle half, the hatched band nine tenths. People differ, studies
      differ, and both are in the bands. Everybody is drawn from seed {SEED}, so you and a friend see the same crowd.
    </p>
    <p>
      Rings are <strong>measured</strong> in people, with one standard error where it is known. The address of this page
      carries what you chose; send it on.
    </p>
  </section>
);
