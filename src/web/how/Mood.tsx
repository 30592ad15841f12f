/** Twelve weeks of nightly doses: the fan of scores with the drug beside the fan on placebo. */
import { memo, useMemo } from 'react';
import { inMg } from '../../domain/amount.ts';
import { Failed, Waiting } from '../parts/States.tsx';
import { useAnswer } from './asking.ts';
import type { Chosen } from './choice.ts';
import { Figure, Known } from './Figure.tsx';
import { mechanism } from './HoursFigures.tsx';
import { Fan, Line, Plot, type Axis } from './Plot.tsx';
import { problemOfCrowd } from './problem.ts';
import { PEOPLE, type MoodQuestion } from './questions.ts';
import { cells, moodSays, short } from './words.ts';

const WEEKS: Axis = {
  from: 0,
  to: 12,
  ticks: [0, 2, 4, 6, 8, 10, 12].map((at) => ({ at, label: String(at) })),
  label: 'weeks',
};
const MADRS: Axis = {
  from: 0,
  to: 50,
  ticks: [0, 10, 20, 30, 40, 50].map((at) => ({ at, label: String(at) })),
  label: 'MADRS; lower is better',
};
interface MoodProps {
  /** As it is now: the typical person follows it at once. */
  readonly chosen: Chosen;
  /** As it was when it last rested: the crowd takes a quarter of a second and follows that. */
  readonly rested: Chosen;
}

const useMood = ({ doseUg, reading, off }: Chosen, people: number) => {
  const question = useMemo<MoodQuestion>(
    () => ({ kind: 'mood', doseMg: doseUg / 1000, reading, off, people }),
    [doseUg, reading, off, people],
  );
  return useAnswer<'mood'>(question);
};

export const Mood = memo(function Mood({ chosen, rested }: MoodProps) {
  const typical = useMood(chosen, 1).latest;
  const { latest, failure } = useMood(rested, PEOPLE);
  if (failure !== undefined) return <Failed problem={problemOfCrowd(failure)} />;
  if (latest === undefined) return <Waiting says="Following the crowd for twelve weeks" />;
  const { at, bands, assumedShare } = latest.answer;
  const { sources, claims, what, evidence } = mechanism('mood', rested.reading);
  const says = moodSays(latest.answer);
  const { question } = latest;
  const isMoving =
    question.doseMg !== chosen.doseUg / 1000 || question.reading !== chosen.reading || question.off !== chosen.off;
  const dose = inMg(isMoving ? chosen.doseUg : Math.round(question.doseMg * 1000));
  return (
    <Figure
      id="mood"
      title="Mood: most of it comes with placebo too"
      isBusy={isMoving}
      assumedShare={assumedShare}
      says={
        <>
          {dose} every night for twelve weeks.{' '}
          {isMoving ? 'The line is the typical person; the crowd follows when you let go.' : says}
        </>
      }
      table={{
        head: ['Week', 'with the drug: middle person (nine in ten)', 'on placebo', 'what the drug adds'],
        rows: [0, 2, 4, 8, 12].map((week) => [
          String(week),
          ...cells([bands['madrs']!, bands['madrsPlacebo']!, bands['gain']!], week, short),
        ]),
      }}
      picture={
        <div className="beside-each-other">
          <div>
            <p className="panel-name">with {dose}</p>
            <Plot
              x={WEEKS}
              y={MADRS}
              height={260}
              right={14}
              title={`Depression score with ${dose} nightly`}
              says={says}
            >
              {isMoving && typical !== undefined ? (
                <Line at={at} values={typical.answer.bands['madrs']!.median} look="first" />
              ) : (
                <Fan name="madrs" at={at} bands={bands['madrs']!} look="first" />
              )}
            </Plot>
          </div>
          <div>
            <p className="panel-name">with placebo</p>
            <Plot x={WEEKS} y={MADRS} height={260} right={14} title="Depression score on placebo" says={says}>
              <Fan name="madrsPlacebo" at={at} bands={bands['madrsPlacebo']!} look="anyway" />
            </Plot>
          </div>
        </div>
      }
      aside={
        <Known sources={sources} claims={claims}>
          <p>{what}</p>
          <p>{evidence}</p>
        </Known>
      }
    />
  );
});
