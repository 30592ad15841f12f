import { describe, expect, it } from 'vitest';
import { RULES } from '../../src/knowledge/rules/index.ts';
import { byWeight, contextOf, EXAMPLE_DAY } from '../../src/knowledge/rules/rule.ts';

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.examples.map((example) => [example.says, example] as const))(
    '%s',
    (_, { patient, table, expect: wanted }) => {
      const { reasons } = rule.find(patient, contextOf(patient, EXAMPLE_DAY, table));
      const [first] = reasons.toSorted(byWeight);
      const { presence, blocks, date } = first!;
      expect({ presence, blocks, ...(date === undefined ? {} : { date }), says: first!.says }).toMatchObject(wanted);
    },
  );

  it('shows an example of each finding it can make', () =>
    expect(new Set(rule.examples.map((example) => example.expect.presence))).toEqual(
      new Set(rule.finds ?? ['present', 'absent', 'unknown']),
    ));
});
