/** Two pictures that the dose hardly moves: block by dose beside all scans, and the week after 50 mg that tells the readings apart. */
import { memo } from 'react';
import { inMg } from '../../domain/amount.ts';
import { cite } from '../../domain/source.ts';
import { OBSERVATIONS } from '../../knowledge/mechanisms/index.ts';
import { useAnswer } from './asking.ts';
import type { Chosen } from './choice.ts';
import { Figure, Known } from './Figure.tsx';
import { mechanism, scans } from './HoursFigures.tsx';
import { Ends, Fan, Plot, Points, Upright, type Axis } from './Plot.tsx';
import { SCAN_H, type Curves, type DosesQuestion, type WeekQuestion } from './questions.ts';
import { Failed, Waiting } from '../parts/States.tsx';
import { problemOfCrowd } from './problem.ts';
import { cells, failureSays, medianAt, nearest, percent, READING_NAMES } from './words.ts';
import type { Reading } from '../../knowledge/mechanisms/index.ts';

const PERCENT: Axis = {
  from: 0,
  to: 100,
  ticks: [0, 20, 40, 60, 80, 100].map((at) => ({ at, label: `${at} %` })),
  label: 'mu receptors blocked',
};
const DOSE_TICKS = [0.1, 0.5, 1, 2, 5, 10, 20, 50, 100];
const DOSES: Axis = {
  from: 0.1,
  to: 100,
  ticks: DOSE_TICKS.map((at) => ({ at, label: String(at) })),
  label: 'mg, once',
  isLog: true,
};

const DOSES_QUESTIONS: Readonly<Record<Reading, DosesQuestion>> = {
  slow: { kind: 'doses', reading: 'slow' },
  plasma: { kind: 'doses', reading: 'plasma' },
};

export const ByDose = memo(function ByDose({ doseUg, reading }: Pick<Chosen, 'doseUg' | 'reading'>) {
  const { latest, failure, isBusy } = useAnswer<'doses'>(DOSES_QUESTIONS[reading]);
  if (failure !== undefined) return <Failed problem={problemOfCrowd(failure)} />;
  if (latest === undefined) return <Waiting says="Asking the crowd about every dose" />;
  const curves: Curves = latest.answer;
  const at = (doseMg: number) => percent(medianAt(curves, 'mu', doseMg));
  const says = `If ${READING_NAMES[latest.question.reading]}, one dose of 0.5 mg blocks ${at(0.5)} of the mu receptors after ${SCAN_H} hours, 4.5 mg ${at(4.5)}, 50 mg ${at(50)}.`;
  return (
    <Figure
      id="doses"
      title="Ten times the dose is not ten times the block"
      assumedShare={curves.assumedShare}
      isBusy={isBusy}
      says={<>{says} Each ring is one scan (PET) of one person; no scan after less than 2 mg was found.</>}
      table={{
        head: ['Dose', 'mu blocked: middle person (nine in ten)'],
        rows: DOSE_TICKS.map((dose) => [`${dose} mg`, ...cells([curves.bands['mu']!], nearest(curves, dose), percent)]),
      }}
      picture={
        <Plot
          x={DOSES}
          y={PERCENT}
          right={30}
          title={`Mu receptors blocked ${SCAN_H} hours after one dose`}
          says={says}
        >
          <Fan name="byDose" at={curves.at} bands={curves.bands['mu']!} look="first" />
          <Upright at={doseUg / 1000} label={inMg(doseUg)} />
          <Points of={scans(doseUg, ({ doseMg }) => doseMg)} />
        </Plot>
      }
      aside={
        <Known
          sources={[
            cite('rabiner-2011', 'occupancy by dose'),
            cite('troestheim-2022', 'table of the scans, less than 8 hours after the dose'),
          ]}
          claims={['002-complete-at-high-dose', '001-sustained-at-50', '003-binds-all']}
        >
          <p>
            Seven scans after 2 to 50 mg are all that was found. They are few, and they are the reason to think that a
            low dose blocks a part of the receptors and not all of them.
          </p>
        </Known>
      }
    />
  );
});

const WEEK: Axis = {
  from: 0,
  to: 168,
  ticks: [0, 24, 48, 72, 96, 120, 144, 168].map((at) => ({ at, label: String(at) })),
  label: 'hours after one dose of 50 mg',
};
const AGAINST: Axis = { ...PERCENT, to: 105, label: 'block, in percent of that after 1 hour' };
const WEEK_QUESTION: WeekQuestion = { kind: 'week' };
const LATER = OBSERVATIONS.flatMap(({ metric, atH = 0, value, sem = 0, people = 0 }) =>
  metric === 'occupancy against 1 h' ? [{ at: atH, value, sem, people, isHere: true }] : [],
);

export const Week = memo(function Week({ reading }: { readonly reading: Reading }) {
  const { latest, failure } = useAnswer<'week'>(WEEK_QUESTION);
  if (failure !== undefined) return <Failed problem={problemOfCrowd(failure)} />;
  if (latest === undefined) return <Waiting says="Following the crowd for a week" />;
  const { slow, plasma } = latest.answer;
  const says = failureSays(
    latest.answer,
    LATER.find(({ at }) => at === 48)!,
  );
  const ends = { slow: medianAt(slow, 'against', 168), plasma: medianAt(plasma, 'against', 168) };
  return (
    <Figure
      id="week"
      title="The scan that decides: is it hours, or days?"
      assumedShare={slow.assumedShare}
      says={says}
      table={{
        head: ['Hour', 'brain holds on: middle person (nine in ten)', 'follows the blood', 'measured (standard error)'],
        rows: [1, 24, 48, 72, 120, 168].map((hour) => [
          String(hour),
          ...cells([slow.bands['against']!, plasma.bands['against']!], nearest(slow, hour), percent),
          ...LATER.filter(({ at }) => at === hour).map(
            ({ value, sem, people }) => `${value} % (${sem}), ${people} people`,
          ),
        ]),
      }}
      picture={
        <Plot
          x={WEEK}
          y={AGAINST}
          height={320}
          right={56}
          title="Two readings of how long 50 mg blocks, beside the scans"
          says={says}
        >
          <Fan name="week-plasma" at={plasma.at} bands={plasma.bands['against']!} look="second" />
          <Fan name="week-slow" at={slow.at} bands={slow.bands['against']!} look="first" />
          <Points of={LATER} />
          <Ends
            of={[
              { at: ends.slow, label: 'days', look: 'first' },
              { at: ends.plasma, label: 'hours', look: 'second' },
            ]}
          />
        </Plot>
      }
      aside={
        <Known sources={mechanism('brain', reading).sources} claims={['001-pulsed-block', '001-block-ends']}>
          <p>
            In a study of 1988 five people took 50 mg and were scanned for a week. No other study was found that looked
            so long, and it was a tenfold dose: no scan later than 8 hours after a low dose was found. For low doses
            both readings are open; only one of them agrees with what was seen in people.
          </p>
        </Known>
      }
    />
  );
});
