import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantile } from '../../src/care/simulate/bands.ts';
import { OBSERVATIONS } from '../../src/knowledge/mechanisms/index.ts';
import { chosenFrom, queryOf, START } from '../../src/web/how/choice.ts';
import { answerTo } from '../../src/web/how/crowd.ts';
import { doseFrom, DOSES_UG, PRESETS_UG, stopOf } from '../../src/web/how/doses.ts';
import { quantiles } from '../../src/web/how/quantiles.ts';
import type { HoursQuestion } from '../../src/web/how/questions.ts';
import { medianAt } from '../../src/web/how/words.ts';

const PEOPLE = 200;
const asked: HoursQuestion = {
  kind: 'hours',
  doseMg: 4.5,
  nights: 1,
  hour: 22,
  reading: 'slow',
  off: [],
  people: PEOPLE,
};

describe('the crowd behind the page', () => {
  it('twice the dose is twice the level in every band, as absorption and clearance do not saturate', () => {
    const [one, two] = [answerTo(asked), answerTo({ ...asked, doseMg: 9 })];
    one.bands['naltrexone']!.p95.forEach((level, k) =>
      expect(two.bands['naltrexone']!.p95[k]).toBeCloseTo(2 * level, 6),
    );
  });

  it('the reading of a few hours misses the scan at 48 hours by more than ten standard errors; the other is within two', () => {
    const { slow, plasma } = answerTo({ kind: 'week' });
    const { value, sem = 0 } = OBSERVATIONS.find(
      ({ metric, atH }) => metric === 'occupancy against 1 h' && atH === 48,
    )!;
    expect((value - medianAt(plasma, 'against', 48)) / sem).toBeGreaterThan(10);
    expect(Math.abs(value - medianAt(slow, 'against', 48)) / sem).toBeLessThan(2);
  });

  it('switching mechanisms off moves mood, not receptors', () => {
    const off = ['upregulation', 'tlr4'];
    expect(answerTo({ ...asked, off }).bands['mu']).toEqual(answerTo(asked).bands['mu']);
    const mood = { kind: 'mood', doseMg: 4.5, reading: 'slow', people: 40 } as const;
    const gain = (ids: readonly string[]) => answerTo({ ...mood, off: ids }).bands['gain']!.p95.at(-1)!;
    expect(gain(off)).not.toBe(gain([]));
  });

  it('the hour of intake moves nothing in the blood', () => {
    expect(answerTo({ ...asked, hour: 8 }).bands['naltrexone']).toEqual(answerTo(asked).bands['naltrexone']);
  });

  it('a week of nights fills the brain further than one', () => {
    const after = (nights: number) => medianAt(answerTo({ ...asked, nights }), 'mu', 24);
    expect(after(7)).toBeGreaterThan(after(1));
  });
});

describe('quantiles by selection', () => {
  it('are those of sorting', () => {
    const shares = [0.05, 0.25, 0.5, 0.75, 0.95];
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 60 }),
        (values) => {
          const sorted = Float64Array.from(values).sort();
          expect(quantiles(Float64Array.from(values), shares)).toEqual(shares.map((share) => quantile(sorted, share)));
        },
      ),
    );
  });
});

describe('what is chosen', () => {
  it('every preset is a stop of the slider', () =>
    expect(PRESETS_UG.map((amountUg) => DOSES_UG[stopOf(amountUg)])).toEqual([...PRESETS_UG]));

  it('the stops rise from 0.1 to 100 mg, each above the one before', () => {
    expect([DOSES_UG[0], DOSES_UG.at(-1)]).toEqual([100, 100_000]);
    DOSES_UG.slice(1).forEach((one, k) => expect(one).toBeGreaterThan(DOSES_UG[k]!));
  });

  it.each([
    ['4.5', 4500],
    ['4.5 mg', 4500],
    ['500 ug', 500],
    ['100', 100_000],
  ])('"%s" is %d micrograms', (text, amountUg) => expect(doseFrom(text)).toEqual({ amountUg }));

  it.each(['', ' ', '-1', '0', '0.05', '4,5', '5.0', '.5', '101', '1e3', 'NaN', 'four'])(
    '"%s" is refused with what to do',
    (text) => {
      const read = doseFrom(text);
      expect('problem' in read && read.problem.todo).toMatch(/\w+.*[.?]$/);
    },
  );

  it('what the address carries comes back', () => {
    const chosen = { doseUg: 1500, hour: 8.5, reading: 'plasma', nights: 7, off: ['tlr4', 'sleep'] } as const;
    expect(chosenFrom(new URLSearchParams(queryOf(chosen)))).toEqual({ chosen, problems: [] });
    expect(queryOf(START)).toBe('');
  });

  it('each thing that is wrong in an address is said once', () => {
    const { chosen, problems } = chosenFrom(new URLSearchParams('dose=900&hour=25&nights=0&reading=x&off=heart'));
    expect(chosen).toEqual(START);
    expect(problems.map(({ path }) => path)).toEqual(['dose', 'hour', 'reading', 'nights', 'off']);
  });
});
