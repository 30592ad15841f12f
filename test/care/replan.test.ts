import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Plan } from '../../src/domain/plan.ts';
import { run } from '../../src/index.ts';

const json = (name: string) => JSON.parse(readFileSync(`data/demo/${name}.json`, 'utf8')) as object;
const person = { record: json('ada-lindqvist'), answers: json('answers/ada-lindqvist') as Record<string, unknown> };
// Weekly 1.5, 3, 4.5 mg from Thursday 4 March. Fill 1: 21 capsules of 1.5 mg (7 nights of one, 7 of two).
let plan: Plan;

beforeAll(async () => {
  const made = await run(
    'plan',
    { ...person, input: { protocol: 'weekly-1.5', start: '2027-03-04' } },
    { today: '2027-03-01' },
  );
  plan = (made.answer as { plan: Plan }).plan;
});

const replanned = async (input: object, who: object = person) =>
  (await run('replan', { ...who, input: { plan, ...input } }, { today: '2027-03-12' })) as unknown as {
    answer: {
      left: { bottles: { number: number; left: number }[]; nights: number };
      next: { plan: Plan; signable: boolean } | null;
    } | null;
    problems: { todo: string }[];
  };

describe('a plan under way that is held, stepped back or stopped', () => {
  it('three nights into 3 mg, 8 of the 21 capsules of 1.5 mg are left', async () => {
    const { answer } = await replanned({ event: 'stop', onNight: '2027-03-14' });
    expect(answer?.left.bottles).toMatchObject([{ number: 1, left: 21 - 7 - 3 * 2 }]);
    expect(answer?.next).toBeNull();
  });

  it('a hold of five nights makes version 2 from that night, with the four nights of 3 mg left and five more', async () => {
    const { answer } = await replanned({ event: 'hold', onNight: '2027-03-14', nights: 5 });
    expect(answer?.next?.plan).toMatchObject({ version: 2, regimen: { start: '2027-03-14' } });
    expect(answer?.next?.plan.regimen.steps.map(({ nights }) => nights)).toEqual([9, 56]);
    expect(answer?.next?.signable).toBe(true);
    expect(answer?.left.nights).toBe(4); // 8 capsules of 1.5 mg are four nights of 3 mg
  });

  it('a step back takes the lower dose first and then begins the step again', async () => {
    const { answer } = await replanned({ event: 'back', onNight: '2027-03-14', nights: 7 });
    const doses = answer?.next?.plan.regimen.steps.map(({ doses: [dose], nights }) => [dose?.amountUg, nights]);
    expect(doses).toEqual([
      [1500, 7],
      [3000, 7],
      [4500, 56],
    ]);
  });

  it('below the lowest step there is nothing to go back to, and the plan says so', async () => {
    const { problems } = await replanned({ event: 'back', onNight: '2027-03-06' });
    expect(problems.length).toBeGreaterThan(0);
  });

  it.each(['2027-03-04', '2027-05-14'])('a night outside the plan (%s) is told', async (onNight) => {
    const { answer, problems } = await replanned({ event: 'hold', onNight });
    expect(answer).toBeNull();
    expect(problems[0]?.todo).toMatch(/first night/);
  });

  it('nobody goes on by it who takes an opioid now', async () => {
    const onTramadol = { form: { name: 'A B', birthDate: '1980-05-01', medicines: ['tramadol 50 mg'] } };
    const { answer } = await replanned({ event: 'hold', onNight: '2027-03-14' }, onTramadol);
    expect(answer?.next?.signable).toBe(false);
  });
});
