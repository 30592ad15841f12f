/** Every figure of an explanation, by the name of its file. One more figure is one file and one row here. */
import type { Explained } from '../care/simulate/explained.ts';
import * as dreams from './dreams.ts';
import * as moodFan from './moodFan.ts';
import * as network from './network.ts';
import * as occupancy from './occupancy.ts';
import * as plasma from './plasma.ts';
import * as pulses from './pulses.ts';
import type { Figure } from './svg.ts';

export type { Figure, Table } from './svg.ts';
export { dreams, moodFan, network, occupancy, plasma, pulses };

export type FigureName =
  'plasma' | 'occupancy-24' | 'occupancy-72' | 'occupancy-168' | 'pulses' | 'network' | 'mood' | 'dreams';

/** The figures that belong to an answer of `explain`. */
export function figuresOf(answer: Explained): Readonly<Record<FigureName, Figure>> {
  const blocks = occupancy.rows(answer);
  return {
    plasma: plasma.figure(plasma.rows(answer)),
    'occupancy-24': occupancy.figure(blocks, { hours: 24 }),
    'occupancy-72': occupancy.figure(blocks, { hours: 72 }),
    'occupancy-168': occupancy.figure(blocks, { hours: 168 }),
    pulses: pulses.figure(pulses.rows(answer)),
    network: network.figure(network.rows()),
    mood: moodFan.figure(moodFan.rows(answer)),
    dreams: dreams.figure(dreams.rows(answer)),
  };
}

/** The figures as files: `occupancy-72.svg`, and beside each its numbers as `occupancy-72.csv`. */
export const figureFiles = (answer: Explained): readonly { readonly name: string; readonly text: string }[] =>
  Object.entries(figuresOf(answer)).flatMap(([name, { svg, table }]) => [
    { name: `${name}.svg`, text: svg },
    { name: `${name}.csv`, text: csvOf(table) },
  ]);

const csvOf = ({ columns, rows }: Figure['table']): string =>
  [columns, ...rows].map((row) => row.map(cell).join(',')).join('\n') + '\n';

const cell = (value: string | number | null): string =>
  value === null
    ? ''
    : typeof value === 'string' && /[",\n]/.test(value)
      ? `"${value.replaceAll('"', '""')}"`
      : String(value);
