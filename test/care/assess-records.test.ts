import { describe, expect, it } from 'vitest';
import { assess } from '../../src/care/assess.ts';
import { importRecord } from '../../src/fhir/import.ts';
import { hasShared, sharedText } from '../shared.ts';

const assessed = async (name: string) => {
  const { patient } = await importRecord(sharedText(`patients/${name}.json`));
  if (!patient) throw new Error(`${name} was not read`);
  return assess(patient, '2026-11-22');
};

describe.skipIf(!hasShared)('records as they come', () => {
  it('depression and fluoxetine of Milan Beatty are found, dated and doubted', async () => {
    const { episode, trials, reasons, questions } = await assessed('Milan_Beatty');
    expect(episode.presence).toBe('unknown');
    expect(episode.diagnoses).toMatchObject([
      { text: 'Major depression disorder', date: expect.stringMatching(/^1993-01/) as string },
    ]);
    expect(trials).toMatchObject([{ drug: 'fluoxetine', class: 'SSRI', state: 'doubtful' }]);
    expect(trials[0]?.says).toMatch(/active since \d+ January 1993 without an end/);
    expect(reasons.find(({ rule }) => rule === 'episode')?.blocks).toBe('ask');
    expect(questions[0]?.id).toBe('depression.still-current');
  });

  it.each(['Buster_Hoeger', 'Chet_Thompson', 'Robbi_Fisher', 'Rufus_Kihn'])(
    'no depression is made up for %s, and it is asked',
    async (name) => {
      const { episode, trials } = await assessed(name);
      expect(episode).toMatchObject({ presence: 'unknown', diagnoses: [] });
      expect(trials).toEqual([]);
    },
  );

  it('osteoarthritis and sinusitis are what the articles name, without a promise', async () => {
    const { comorbidities } = await assessed('Rufus_Kihn');
    expect(comorbidities.map(({ id }) => id)).toEqual(['chronic-pain']);
    expect((await assessed('Buster_Hoeger')).comorbidities.map(({ id }) => id)).toEqual(['infection']);
  });
});
