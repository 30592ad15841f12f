import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { SYSTEMS } from '../../src/domain/patient.ts';
import { SCALES, scaleOf, type Scale } from '../../src/knowledge/scales/index.ts';
import { bandOf, readScore, readTotal, scoreOf } from '../../src/knowledge/scales/score.ts';

const scored = SCALES.filter((scale) => scale.items);
const answersOf = (scale: Scale, which: 'lowest' | 'highest') => scale.items!.map((item) => item[which]);

describe('what is published of each scale', () => {
  it.each([
    ['phq-9', 9, 0, 27],
    ['gad-7', 7, 0, 21],
    ['ham-d-17', 17, 0, 52],
    ['cgi-s', 1, 1, 7],
    ['cgi-i', 1, 1, 7],
    ['madrs', 10, 0, 60],
    ['qids-sr16', 16, 0, 27],
    ['isi', 7, 0, 28],
    ['psqi', 7, 0, 21],
    ['who-5', 5, 0, 100],
  ])('%s has %d answers and runs from %d to %d', (id, count, lowest, highest) => {
    const scale = scaleOf(id)!;
    expect(scale.items).toHaveLength(count);
    expect(scoreOf(id, answersOf(scale, 'lowest'))).toMatchObject({ ok: true, total: lowest });
    expect(scoreOf(id, answersOf(scale, 'highest'))).toMatchObject({ ok: true, total: highest });
    expect([scale.lowest, scale.highest]).toEqual([lowest, highest]);
  });

  it.each<[string, readonly (readonly [number, string])[]]>([
    [
      'phq-9',
      [
        [4, 'minimal'],
        [5, 'mild'],
        [9, 'mild'],
        [10, 'moderate'],
        [15, 'moderately severe'],
        [20, 'severe'],
      ],
    ],
    [
      'gad-7',
      [
        [4, 'minimal'],
        [5, 'mild'],
        [10, 'moderate'],
        [15, 'severe'],
      ],
    ],
    [
      'ham-d-17',
      [
        [7, 'none'],
        [8, 'mild'],
        [17, 'moderate'],
        [23, 'moderate'],
        [24, 'severe'],
      ],
    ],
    [
      'madrs',
      [
        [6, 'none'],
        [7, 'mild'],
        [20, 'moderate'],
        [34, 'moderate'],
        [35, 'severe'],
      ],
    ],
    [
      'qids-sr16',
      [
        [5, 'none'],
        [6, 'mild'],
        [11, 'moderate'],
        [16, 'severe'],
        [21, 'very severe'],
      ],
    ],
    [
      'isi',
      [
        [7, 'no insomnia'],
        [8, 'below threshold'],
        [15, 'moderate'],
        [22, 'severe'],
      ],
    ],
    [
      'psqi',
      [
        [5, 'good sleep'],
        [6, 'poor sleep'],
      ],
    ],
    [
      'who-5',
      [
        [28, 'depression is likely'],
        [32, 'low well-being'],
        [52, 'well-being not low'],
      ],
    ],
  ])('the cut-offs of %s', (id, rows) => {
    for (const [total, says] of rows)
      expect(readTotal(scaleOf(id)!, total)).toMatchObject({ ok: true, band: { says } });
  });

  it('only WHO-5 is better when higher', () =>
    expect(SCALES.filter(({ better }) => better === 'higher').map(({ id }) => id)).toEqual(['who-5']));

  it('item text is shipped exactly where the licence lets it be', () => {
    for (const { items, licence } of SCALES)
      expect(items?.every(({ text }) => (text !== undefined) === licence.textMayBeShipped) ?? true).toBe(true);
    expect(SCALES.filter(({ licence }) => licence.textMayBeShipped).map(({ id }) => id)).toEqual([
      'phq-9',
      'gad-7',
      'ham-d-17',
      'cgi-s',
      'cgi-i',
    ]);
  });

  it('the codes of the PHQ-9 items are those of its LOINC panel, the suicide item last', () =>
    expect(scaleOf('phq-9')!.items!.map(({ code }) => code?.code)).toEqual(
      '44250-9 44255-8 44259-0 44254-1 44251-7 44258-2 44252-5 44253-3 44260-8'.split(' '),
    ));

  it('an item with labels has one for each answer', () => {
    for (const { lowest, highest, labels } of SCALES.flatMap(({ items }) => items ?? []))
      if (labels) expect(labels).toHaveLength(highest - lowest + 1);
  });
});

describe('codes', () => {
  it('a LOINC code names where it was seen, every other one is local', () => {
    for (const { code, codeSource } of SCALES) expect(code.system === SYSTEMS.loinc).toBe(codeSource?.kind === 'cited');
  });

  it('no code stands for two things', () => {
    const codes = SCALES.flatMap(({ code, items }) => [
      code.code,
      ...(items ?? []).flatMap((item) => item.code?.code ?? []),
    ]);
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('worked examples', () => {
  it.each(SCALES.flatMap((scale) => scale.examples.map((example) => [scale.id, example] as const)))(
    '%s %o',
    (id, { answers, total, says }) =>
      expect(scoreOf(id, answers)).toEqual({
        ok: true,
        total,
        ...(says ? { band: expect.objectContaining({ says }) as unknown } : {}),
      }),
  );

  it('every scale with items has an example', () =>
    expect(scored.filter(({ examples }) => examples.length === 0)).toEqual([]));

  it('QIDS-SR16 needs one answer of appetite less or more, and one of weight', () => {
    const answers = [3, 2, 1, 0, 2, null, 1, 0, null, 1, 1, 0, 2, 1, 0, 1];
    expect(scoreOf('qids-sr16', answers)).toMatchObject({ ok: true, total: 12 });
    expect(scoreOf('qids-sr16', answers.with(6, null))).toEqual({ ok: false, missing: [6, 7], problems: [] });
  });
});

describe('any answers', () => {
  const anyScored = fc.constantFrom(...scored);
  const withAnswers = anyScored.chain((scale) =>
    fc.tuple(
      fc.constant(scale),
      fc.tuple(...scale.items!.map(({ lowest, highest }) => fc.integer({ min: lowest, max: highest }))),
    ),
  );

  it('give a total inside the range, and it lies in one band', () =>
    fc.assert(
      fc.property(withAnswers, ([scale, answers]) => {
        const reading = scoreOf(scale.id, answers);
        if (!reading.ok) throw new Error('no total');
        expect(reading.total).toBeGreaterThanOrEqual(scale.lowest);
        expect(reading.total).toBeLessThanOrEqual(scale.highest);
        expect(
          scale.bands.filter(({ lowest, highest }) => lowest <= reading.total && reading.total <= highest),
        ).toHaveLength(1);
      }),
      { seed: 3, numRuns: 300 },
    ));

  it('with a hole give no total and name the item', () =>
    fc.assert(
      fc.property(withAnswers, fc.nat(), ([scale, answers], at) => {
        fc.pre(scale.id !== 'qids-sr16');
        const hole = at % answers.length;
        expect(scoreOf(scale.id, (answers as (number | null)[]).with(hole, null))).toEqual({
          ok: false,
          missing: [hole + 1],
          problems: [],
        });
      }),
      { seed: 4, numRuns: 200 },
    ));

  it('with one outside its range, or not whole, are a problem that names it', () =>
    fc.assert(
      fc.property(withAnswers, fc.nat(), fc.constantFrom(-1, 99, 0.5, Number.NaN), ([scale, answers], at, wrong) => {
        const index = at % answers.length;
        expect(scoreOf(scale.id, answers.with(index, wrong))).toMatchObject({
          ok: false,
          problems: [{ path: `items[${index}]` }],
        });
      }),
      { seed: 5, numRuns: 200 },
    ));
});

describe('bands', () => {
  it.each(SCALES.filter(({ bands }) => bands.length > 0).map((scale) => [scale.id, scale] as const))(
    'of %s cover its range exactly once',
    (_, scale) => {
      expect(scale.bands[0]?.lowest).toBe(scale.lowest);
      expect(scale.bands.at(-1)?.highest).toBe(scale.highest);
      scale.bands.slice(1).forEach(({ lowest }, index) => expect(lowest).toBe(scale.bands[index]!.highest + 1));
    },
  );

  it('a total outside the range has none', () => expect(bandOf(scaleOf('phq-9')!, 28)).toBeUndefined());
});

describe('totals of a record', () => {
  it.each([
    ['phq-9', 28],
    ['phq-9', 9.5],
    ['phq-9', -1],
    ['who-5', 17],
    ['cgi-s', 0],
  ])('%s %d is refused', (scale, total) =>
    expect(readScore({ scale, total, from: 'x' })).toMatchObject({
      ok: false,
      problems: [{ path: 'total', severity: 'error' }],
    }),
  );

  it('a total that its items do not make is refused', () =>
    expect(readScore({ scale: 'gad-7', total: 9, items: [1, 1, 1, 1, 1, 1, 1], from: 'x' })).toMatchObject({
      ok: false,
      problems: [{ path: 'total' }],
    }));

  it('a total stands where an item is missing', () =>
    expect(readScore({ scale: 'gad-7', total: 9, items: [1, 1, null, 1, 1, 1, 1], from: 'x' })).toMatchObject({
      ok: true,
      total: 9,
    }));

  it('a BDI total is shown without a band', () =>
    expect(readScore({ scale: 'bdi', total: 20, from: 'x' })).toEqual({ ok: true, total: 20 }));

  it.each([
    ['an unknown scale', { scale: 'mood-o-meter', total: 3, from: 'x' }, 'scale'],
    ['nothing but a name', { scale: 'phq-9', from: 'x' }, 'total'],
    ['eight answers', { scale: 'phq-9', items: [0, 0, 0, 0, 0, 0, 0, 0], from: 'x' }, 'items'],
  ])('%s is a problem', (_, score, path) =>
    expect(readScore(score)).toMatchObject({ ok: false, problems: [{ path }] }),
  );
});
