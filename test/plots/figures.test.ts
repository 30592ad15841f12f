import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { explained, USUAL_PROTOCOL } from '../../src/care/simulate/explain.ts';
import type { Explained } from '../../src/care/simulate/explained.ts';
import { MECHANISMS } from '../../src/knowledge/mechanisms/index.ts';
import { dreams, figureFiles, figuresOf, moodFan, network, occupancy, plasma, pulses } from '../../src/plots/index.ts';
import type { Figure, FigureName } from '../../src/plots/index.ts';

// The committed pictures are the test. After a change of the model or of a picture: look at it, then
// GOLDEN=write npx vitest run test/plots
const GOLDEN = fileURLToPath(new URL('../golden/plots/', import.meta.url));
const NAMES = [
  'plasma',
  'occupancy-24',
  'occupancy-72',
  'occupancy-168',
  'pulses',
  'network',
  'mood',
  'dreams',
] as const satisfies readonly FigureName[];

let answer: Explained;
let figures: Readonly<Record<FigureName, Figure>>;
beforeAll(() => {
  answer = explained({ doseUg: 4500, hour: 22, protocol: USUAL_PROTOCOL, people: 200, seed: 1 });
  figures = figuresOf(answer);
}, 30_000);

const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map((match) => match[1]!);

describe.each(NAMES)('the picture %s', (name) => {
  it('is the committed one', () => {
    const file = join(GOLDEN, `${name}.svg`);
    if (process.env['GOLDEN'] === 'write') writeFileSync(file, figures[name].svg);
    expect(existsSync(file), `${file} is missing: GOLDEN=write`).toBe(true);
    expect(figures[name].svg === readFileSync(file, 'utf8'), `${name} differs: look at it, then GOLDEN=write`).toBe(
      true,
    );
  });

  it('has a role, a title and a text alternative, tied to it by id', () => {
    const { svg, title, summary } = figures[name];
    const [, titleId, descId] = /<svg [^>]*role="img" aria-labelledby="(\S+) (\S+)"/.exec(svg)!;
    expect(svg).toContain(`<title id="${titleId}">${title}</title>`);
    expect(svg).toMatch(new RegExp(`<desc id="${descId}">[^<]{40,}</desc>`));
    expect(summary).toMatch(/\d/);
  });

  it('has ids of its own, so that all pictures may stand in one page', () => {
    const { svg } = figures[name];
    const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]!);
    expect(ids.every((id) => id.startsWith(`lp-${name}-`))).toBe(true);
    for (const [, used] of svg.matchAll(/url\(#([^)]+)\)/g)) expect(ids).toContain(used);
  });

  it('draws everything on the paper, not under it', () => {
    const drawn = figures[name].svg.replace(/<defs>.*<\/defs>/, '');
    expect(/<(rect|path|text|circle)[^>]*>/.exec(drawn)![0]).toContain('class="lp-paper"');
    expect(drawn.match(/lp-paper"/g)!.length).toBe(1);
  });

  it('says that it is a model', () => expect(textsIn(figures[name].svg).join(' ')).toMatch(/\bmodel\b/i));

  it('has no number that is none, and no script, link or colour outside a variable', () => {
    const { svg } = figures[name];
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    expect(svg).not.toMatch(/<script|href=|url\(http/);
    expect(svg.replaceAll(/var\(--plot-[a-z0-9]+,#[0-9a-f]{6}\)/g, '')).not.toMatch(/#[0-9a-f]{6}/);
  });

  it('has a table with a cell for every column', () => {
    const { columns, rows } = figures[name].table;
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) expect(row.length).toBe(columns.length);
  });
});

describe('axes have their unit', () => {
  it.each([
    ['plasma', ['naltrexone in plasma (ng/mL)', '6-beta-naltrexol in plasma (ng/mL)', 'hours after the dose (h)']],
    ['occupancy-72', ['mu receptors blocked (%)', 'hours after the dose (h)', 'dose (mg), logarithmic']],
    ['pulses', ['mu blocked (%)', 'dose (mg)', 'nights after the first dose (days)']],
    ['mood', ['MADRS (points)', 'what the drug adds (MADRS points)', 'time (weeks)']],
    ['dreams', ['chance of vivid dreams (%)', 'taken at this hour of the clock (h)']],
  ] as const)('%s', (name, labels) => {
    for (const label of labels) expect(textsIn(figures[name].svg)).toContain(label);
  });
});

describe('the table of a picture is its rows', () => {
  it('of blood levels', () => {
    const shown = plasma.rows(answer).filter(({ hour }) => hour <= 48);
    expect(figures.plasma.table.rows).toEqual(
      shown.map((row) => [row.analyte, row.hour, row.unit, row.p05, row.p25, row.median, row.p75, row.p95]),
    );
  });

  it('of the block by dose: every model row and every scan up to the last hour shown', () => {
    const rows = occupancy.rows(answer);
    expect(figures['occupancy-168'].table.rows.length).toBe(rows.length);
    const scans = figures['occupancy-72'].table.rows.filter(([kind]) => kind === 'measured');
    expect(scans.map((row) => [row[2], row[3], row[5]])).toEqual([
      [2, 4, 27],
      [5, 4, 43],
      [5, 4, 46],
      [5, 4, 58],
      [15, 4, 61],
      [50, 4, 92],
      [50, 4, 98],
      [50, 48, 91],
      [50, 72, 80],
    ]);
  });

  it('of the others', () => {
    expect(figures.dreams.table.rows).toEqual(
      dreams.rows(answer).map(({ reading, doseUg, hour, chance }) => [reading, doseUg / 1000, hour, chance]),
    );
    expect(figures.mood.table.rows.map((row) => row[5])).toEqual(moodFan.rows(answer).map(({ median }) => median));
    const first = pulses.rows(answer).filter(({ night }) => night < 28);
    expect(figures.pulses.table.rows.map((row) => row[4])).toEqual(first.map(({ median }) => median));
  });

  it('and each leaves as a file of comma-separated values beside the picture', () => {
    const files = figureFiles(answer);
    expect(files.map(({ name }) => name)).toEqual(NAMES.flatMap((name) => [`${name}.svg`, `${name}.csv`]));
    const csv = files.find(({ name }) => name === 'dreams.csv')!.text.split('\n');
    expect(csv[0]).toBe('reading,dose (mg),hour of intake (h),chance (%)');
    expect(csv.length).toBe(dreams.rows(answer).length + 2);
  });
});

describe('a measurement', () => {
  it('looks like no line or band of the model, and stands where it was measured', () => {
    const dots = figures['occupancy-168'].svg.match(/<circle [^>]*class="lp-dot"\/>/g)!;
    // Six dots over time at 50 mg, seven by dose, one in the legend.
    expect(dots.length).toBe(14);
    expect(figures.mood.svg).not.toContain('<circle');
  });
});

describe('two series can be told apart without colour', () => {
  it.each(['occupancy-24', 'mood', 'dreams'] as const)('%s dashes one of its lines', (name) => {
    const lines = figures[name].svg.match(/<path [^>]*lp-line[^>]*>/g)!;
    expect(new Set(lines.map((one) => /stroke-dasharray="([^"]*)"/.exec(one)?.[1] ?? '')).size).toBeGreaterThan(1);
  });
});

describe('mood', () => {
  it('is shown beside placebo with an effect that may be none or harm', () => {
    const end = moodFan.rows(answer).findLast(({ arm }) => arm === 'what the drug adds')!;
    expect(end.p05).toBeLessThan(0);
    expect(end.p95).toBeGreaterThan(0);
    expect(figures.mood.summary).toMatch(/neither help nor harm can be excluded/);
    expect(textsIn(figures.mood.svg).join(' ')).toMatch(/g 0\.15 with a standard deviation of 0\.3/);
  });
});

describe('the network', () => {
  it('holds every mechanism of the registry with its grade', () =>
    expect(network.rows().map(({ id, grade }) => [id, grade])).toEqual(MECHANISMS.map(({ id, grade }) => [id, grade])));

  it('begins at the dose: all but the blood follow something', () =>
    expect(network.rows().filter(({ from }) => from.length === 0)).toMatchObject([{ id: 'plasma' }]));

  it('reads an arrow off the equations, not off the words in a label', () => {
    const plain = { ...MECHANISMS[0]!, name: '', text: '' };
    const one = { ...plain, id: 'one', text: 'let level = 1' };
    const user = { ...plain, id: 'user', text: 'let other = 2*level' };
    const talker = { ...plain, id: 'talker', text: 'state S 1 = 0 "the level of S"' };
    expect(network.rows([one, user, talker]).map(({ from }) => from)).toEqual([[], ['one'], []]);
  });
});
