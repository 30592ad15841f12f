/**
 * Who acts on whom among the mechanisms, with the evidence for each, read off the model itself: an arrow where the
 * equations of one name a quantity that another defines. A new mechanism appears here by being in the registry.
 */
import { mechanismsOf, type Grade, type Mechanism } from '../knowledge/mechanisms/index.ts';
import { BODY_TOP, escaped, place, sheet, text, wrapped, type Figure } from './svg.ts';

export interface NetworkRow {
  readonly id: string;
  readonly name: string;
  readonly grade: Grade;
  /** Ids of the mechanisms whose quantities its equations use, in the order of the registry. */
  readonly from: readonly string[];
}

/** The mechanisms in the reading that fits PET. */
export const rows = (mechanisms: readonly Mechanism[] = mechanismsOf('slow')): readonly NetworkRow[] =>
  mechanisms.map((one) => ({
    id: one.id,
    name: one.name,
    grade: one.grade,
    from: mechanisms.filter((other) => other !== one && actsOn(other, one)).map(({ id }) => id),
  }));

const actsOn = (one: Mechanism, other: Mechanism): boolean => {
  const used = new Set(other.text.replace(/"[^"]*"/g, '').match(/\b[A-Za-z]\w*/g));
  return defined(one).some((name) => used.has(name));
};

const defined = ({ text: source }: Mechanism): readonly string[] =>
  [...source.matchAll(/^(?:let|state)\s+(\w+)/gm)].map((match) => match[1]!);

/** The outline of a box by grade, from solid to dotted: the less is known, the less of it is drawn. */
const OUTLINE: Readonly<
  Record<Grade, { readonly dash: string; readonly width: number; readonly says: string; readonly rests: string }>
> = {
  'human trial': { dash: '', width: 2.6, says: 'trial in people', rests: 'with trials in people' },
  'human measurement': { dash: '', width: 1.3, says: 'measured in people', rests: 'measured in people' },
  animal: { dash: '7 4', width: 1.6, says: 'in animals', rests: 'seen in animals' },
  cell: { dash: '3 3', width: 1.6, says: 'in cells', rests: 'seen in cells' },
  none: { dash: '1 5', width: 1.8, says: 'no data', rests: 'without data' },
};

const BOX = { width: 166, height: 68 };
const GAP = { x: 64, y: 30 };
const PITCH = BOX.height + GAP.y;
const LEFT = 24;
const HEAD = BODY_TOP + 44;

interface Placed extends NetworkRow {
  readonly column: number;
  /** Rows are the same in all columns, so that an arrow between two rows meets no box. */
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

export function figure(all: readonly NetworkRow[]): Figure {
  const title = 'What acts on what in the model, and what each rests on';
  const placed = placedOf(all);
  const counted = (Object.keys(OUTLINE) as Grade[])
    .map((grade) => ({ grade, count: all.filter((row) => row.grade === grade).length }))
    .filter(({ count }) => count > 0);
  const grounds = counted.map(({ grade, count }) => `${count} ${OUTLINE[grade].rests}`).join(', ');
  const followers = all.filter(({ from }) => from.length > 0).map(({ id, from }) => `${id} follows ${listed(from)}`);
  const summary = `${all.length} mechanisms of the model: ${grounds}. ${followers.join('; ')}.`;
  const bottom = Math.max(...placed.map(({ y }) => y)) + BOX.height;
  const body = [gradeKeys(counted.map(({ grade }) => grade)), ...arrows(placed), ...placed.map(box)].join('');
  const svg = sheet({
    name: 'network',
    title,
    summary,
    subtitle:
      'Model. An arrow: the equations of one use what the other computes. The outline and the words tell the best evidence at low doses.',
    note: 'Every mechanism but the first two can be switched off. The grade is of the mechanism, not of a benefit: a trial may have found no effect.',
    width: Math.max(...placed.map(({ x }) => x)) + BOX.width + LEFT,
    height: bottom + 40,
    body,
  });
  const columns = ['mechanism', 'name', 'evidence', 'follows'];
  return {
    svg,
    title,
    summary,
    table: { columns, rows: all.map(({ id, name, grade, from }) => [id, name, grade, from.join(', ')]) },
  };
}

const listed = (ids: readonly string[]): string =>
  ids.length === 1 ? ids[0]! : `${ids.slice(0, -1).join(', ')} and ${ids.at(-1)}`;

/** Columns by the longest way from the dose; an arrow back to an earlier mechanism makes no column. */
function placedOf(all: readonly NetworkRow[]): readonly Placed[] {
  const column = new Map<string, number>();
  for (const { id, from } of all) {
    const before = from.flatMap((one) => column.get(one) ?? []);
    column.set(id, before.length === 0 ? 0 : 1 + Math.max(...before));
  }
  const tallest = Math.max(...[...column.values()].map((k) => all.filter(({ id }) => column.get(id) === k).length));
  return all.map((row) => {
    const k = column.get(row.id)!;
    const inColumn = all.filter(({ id }) => column.get(id) === k);
    const at = Math.floor((tallest - inColumn.length) / 2) + inColumn.indexOf(row);
    return { ...row, column: k, row: at, x: LEFT + k * (BOX.width + GAP.x), y: HEAD + at * PITCH };
  });
}

function box({ name, grade, x, y }: Placed): string {
  const { dash, width, says } = OUTLINE[grade];
  const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  const lines = wrapped(name, 23);
  return [
    `<g><title>${escaped(`${name}: ${says}`)}</title>`,
    `<rect x="${place(x)}" y="${place(y)}" width="${BOX.width}" height="${BOX.height}" rx="7" class="lp-box" style="stroke-width:${width}"${dashes}/>`,
    ...lines.map((one, k) =>
      text(x + BOX.width / 2, y + 30 + 14 * k - 7 * (lines.length - 1), one, {
        size: 11.5,
        anchor: 'middle',
        bold: true,
      }),
    ),
    text(x + BOX.width / 2, y + BOX.height - 8, says, { size: 10.5, anchor: 'middle', tone: 'muted' }),
    '</g>',
  ].join('');
}

/** Arrows in the lanes between the rows; those that share a lane lie beside each other. */
function arrows(placed: readonly Placed[]): readonly string[] {
  const inLane = new Map<number, number>();
  return placed.flatMap((to) =>
    to.from.map((id) => {
      const from = placed.find((one) => one.id === id)!;
      if (to.column - from.column === 1) return direct(from, to);
      const lane = to.row > from.row ? from.row + 1 : from.row;
      const used = inLane.get(lane) ?? 0;
      inLane.set(lane, used + 1);
      return around(from, to, HEAD + lane * PITCH - GAP.y / 2 + LANE * ((used % 5) - 2));
    }),
  );
}

/** Distance of two arrows in one lane. */
const LANE = 4;

const edge = (path: string): string => `<path d="${path}" class="lp-edge" marker-end="url(#lp-arrow)"/>`;
const ends = (from: Placed, to: Placed) => ({
  startX: from.x + BOX.width,
  startY: from.y + BOX.height / 2,
  endX: to.x,
  endY: to.y + BOX.height / 2,
});

function direct(from: Placed, to: Placed): string {
  const { startX, startY, endX, endY } = ends(from, to);
  const middle = (startX + endX) / 2;
  return edge(
    `M${place(startX)} ${place(startY)}C${place(middle)} ${place(startY)} ${place(middle)} ${place(endY)} ${place(endX)} ${place(endY)}`,
  );
}

/** Into the lane, along it, and out of it in the gaps before and behind the columns. */
function around(from: Placed, to: Placed, lane: number): string {
  const { startX, startY, endX, endY } = ends(from, to);
  const into = startX + GAP.x / 2;
  const out = endX - GAP.x / 2;
  const y = place(lane);
  return edge(
    [
      `M${place(startX)} ${place(startY)}`,
      `C${place(into)} ${place(startY)} ${place(startX)} ${y} ${place(into)} ${y}`,
      `H${place(out)}`,
      `C${place(endX)} ${y} ${place(out)} ${place(endY)} ${place(endX)} ${place(endY)}`,
    ].join(''),
  );
}

function gradeKeys(grades: readonly Grade[]): string {
  return grades
    .map((grade, k) => {
      const { dash, width, says } = OUTLINE[grade];
      const x = LEFT + k * 190;
      const dashes = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
      return `<rect x="${x}" y="${BODY_TOP - 13}" width="30" height="18" rx="4" class="lp-box" style="stroke-width:${width}"${dashes}/>${text(x + 40, BODY_TOP + 1, says, { size: 12.5 })}`;
    })
    .join('');
}
