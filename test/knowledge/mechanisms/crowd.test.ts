import { describe, expect, it } from 'vitest';
import { drawStudy, STUDY_PARAMETERS } from '../../../src/knowledge/mechanisms/crowd.ts';
import { SWITCHABLE } from '../../../src/knowledge/mechanisms/index.ts';
import { modelOf } from './shared.ts';

const model = modelOf({ off: SWITCHABLE });
const indexOf = (name: string) => model.parameters.findIndex((one) => one.name === name);
const logs = (rows: readonly Float64Array[], name: string) => rows.map((row) => Math.log(row[indexOf(name)]!));
const sd = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
};

describe('a virtual study', () => {
  const people = drawStudy(model, 5, 0, 400);

  it('has people who share what differs from study to study, and nothing else that varies', () => {
    for (const [k, { name, spread }] of model.parameters.entries()) {
      const values = new Set(people.map((row) => row[k]));
      expect(values.size, name).toBe(spread === undefined || STUDY_PARAMETERS.has(name) ? 1 : 400);
    }
  });

  it('has people whose clearance differs by a CV of 30 percent (400 people: log SD 0.29 within 0.03)', () =>
    expect(Math.abs(sd(logs(people, 'CL')) - 0.294)).toBeLessThan(0.03));

  it('differs from the next study in its level of naltrexone (400 studies: log SD 0.50 within 0.05)', () => {
    const studies = Array.from({ length: 400 }, (_, study) => drawStudy(model, 5, study, 1)[0]!);
    expect(Math.abs(sd(logs(studies, 'studyNaltrexone')) - 0.505)).toBeLessThan(0.05);
  });

  it('is the same whenever it is drawn, and its first people do not depend on how many there are', () =>
    expect(drawStudy(model, 5, 3, 2)).toEqual(drawStudy(model, 5, 3, 5).slice(0, 2)));
});
