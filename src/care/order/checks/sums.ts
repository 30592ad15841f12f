/** Totals: what the summary says is what its parts add up to. */
import { inMoney } from '../../../domain/money.ts';
import { assume } from '../../../domain/source.ts';
import { when, type OrderCheck } from './row.ts';

export const SUM_CHECKS: readonly OrderCheck[] = [
  {
    id: 'cost-does-not-add-up',
    asks: 'Is the cost the sum over the fills?',
    severity: 'refuse',
    source: assume('arithmetic'),
    find: ({ supply: { fills, costCents, currency } }) => {
      const sum = fills.reduce((cents, fill) => cents + fill.costCents, 0);
      const says = `The cost is ${inMoney(costCents, currency)}, the fills add up to ${inMoney(sum, currency)}.`;
      return when(sum !== costCents, 'supply.costCents', says, 'Compile the supply again.');
    },
  },
  {
    id: 'units-a-day-differ',
    asks: 'Is the largest number of units a day that of the directions?',
    severity: 'refuse',
    source: assume('arithmetic'),
    find: ({ supply: { fills, mostUnitsPerDay } }) => {
      const days = fills
        .flatMap(({ directions }) => directions)
        .map(({ doses }) => doses.flatMap(({ takes }) => takes));
      const most = Math.max(0, ...days.map((takes) => takes.reduce((sum, { units }) => sum + units, 0)));
      const says = `The order speaks of ${mostUnitsPerDay} units a day at most; its directions take ${most}.`;
      return when(most !== mostUnitsPerDay, 'supply.mostUnitsPerDay', says, 'Compile the supply again.');
    },
  },
  {
    id: 'bottles-do-not-add-up',
    asks: 'Is the number of bottles that of the fills?',
    severity: 'refuse',
    source: assume('arithmetic'),
    find: ({ supply: { fills, bottles } }) => {
      const sum = fills.reduce((count, fill) => count + fill.bottles.length, 0);
      const says = `The order speaks of ${bottles} bottles and lists ${sum}.`;
      return when(sum !== bottles, 'supply.bottles', says, 'Compile the supply again.');
    },
  },
];
