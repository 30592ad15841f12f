import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  episodeByArticle004,
  whereArticle004Differs,
  WHERE_THEY_DISAGREE,
} from '../../src/knowledge/conditions/article004.ts';
import { episodeFrom, SYMPTOM_IDS, type Symptoms } from '../../src/knowledge/conditions/symptoms.ts';

const met: Symptoms = { 'two-weeks': true, distress: true, 'other-cause': false, 'ever-manic': false };
const having = (...present: readonly string[]): Symptoms => ({
  ...met,
  ...Object.fromEntries(SYMPTOM_IDS.map((id) => [id, present.includes(id)])),
});
const FOUR = ['sleep', 'fatigue', 'worthlessness', 'concentration'];

describe('a major depressive episode by DSM-5-TR', () => {
  it.each([
    ['depressed mood and four more', having('depressed-mood', ...FOUR), 'present'],
    ['loss of interest and four more', having('loss-of-interest', ...FOUR), 'present'],
    ['both and two more', having('depressed-mood', 'loss-of-interest', 'sleep', 'fatigue'), 'absent'],
    ['five without either core symptom', having(...FOUR, 'movement'), 'absent'],
    ['five for less than two weeks', { ...having('depressed-mood', ...FOUR), 'two-weeks': false }, 'absent'],
    ['five without distress', { ...having('depressed-mood', ...FOUR), distress: false }, 'absent'],
    ['five by a medicine', { ...having('depressed-mood', ...FOUR), 'other-cause': true }, 'absent'],
    ['five after a mania', { ...having('depressed-mood', ...FOUR), 'ever-manic': true }, 'absent'],
    ['nothing asked', {}, 'unknown'],
  ] as const)('%s: %s', (_, symptoms, presence) => expect(episodeFrom(symptoms as Symptoms).presence).toBe(presence));

  it('nine symptoms with mania never asked are unknown, and mania is what is missing', () => {
    const { 'ever-manic': _, ...asked } = having(...SYMPTOM_IDS);
    expect(episodeFrom(asked)).toMatchObject({ presence: 'unknown', missing: ['ever-manic'] });
  });

  const anySymptoms = fc.record(
    Object.fromEntries(
      [...SYMPTOM_IDS, 'two-weeks', 'distress', 'other-cause', 'ever-manic'].map((id) => [id, fc.boolean()]),
    ),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Symptoms>;

  it('what is known never turns around when one more thing is asked', () =>
    fc.assert(
      fc.property(
        anySymptoms,
        fc.constantFrom(...SYMPTOM_IDS, 'two-weeks', 'distress', 'other-cause', 'ever-manic'),
        fc.boolean(),
        (symptoms, id, value) => {
          fc.pre(!(id in symptoms));
          const before = episodeFrom(symptoms).presence;
          if (before !== 'unknown') expect(episodeFrom({ ...symptoms, [id]: value }).presence).toBe(before);
        },
      ),
      { seed: 6, numRuns: 500 },
    ));

  it('whatever is unknown has something missing, and answering all of it settles it', () =>
    fc.assert(
      fc.property(anySymptoms, (symptoms) => {
        const { presence, missing } = episodeFrom(symptoms);
        expect(missing.length > 0).toBe(presence === 'unknown');
        const answered = { ...symptoms, ...Object.fromEntries(missing.map((id) => [id, true])) };
        expect(episodeFrom(answered).presence).not.toBe('unknown');
      }),
      { seed: 7, numRuns: 500 },
    ));
});

describe('article 004', () => {
  it('misses an episode of low mood without loss of interest', () => {
    expect(episodeFrom(WHERE_THEY_DISAGREE).presence).toBe('present');
    expect(episodeByArticle004(WHERE_THEY_DISAGREE)).toBe('absent');
    expect(whereArticle004Differs(WHERE_THEY_DISAGREE)).toContain('DSM-5-TR says "present"');
  });

  it('finds one after a mania, where DSM-5-TR finds none', () => {
    const symptoms = { ...having('depressed-mood', 'loss-of-interest', ...FOUR), 'ever-manic': true };
    expect([episodeByArticle004(symptoms), episodeFrom(symptoms).presence]).toEqual(['present', 'absent']);
  });

  it('agrees on nine symptoms with all else met', () =>
    expect(whereArticle004Differs(having(...SYMPTOM_IDS))).toBeUndefined());
});
