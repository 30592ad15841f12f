/**
 * Small pieces from which every figure is drawn: scales, axes with units, bands, lines, points, legends. They write SVG as
 * text, because core has no DOM and a picture must have the same bytes everywhere. Series differ by dash, hatching and
 * words as well as by colour, so a copy in black and white can be read. Every colour is a CSS variable with a
 * fallback: a page sets `--plot-ink` and the others on any element around an inlined figure.
 */

import type { Scale } from './scales.ts';

/** What every figure gives. */
export interface Figure {
  readonly svg: string;
  readonly title: string;
  /** The text alternative: what a reader who does not see the picture must know. */
  readonly summary: string;
  readonly table: Table;
}

/** The numbers of a figure; a `null` is a number that does not exist. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

export type Point = readonly [x: number, y: number];

/** The part of a picture in which a pair of scales draws. */
export interface Frame {
  readonly x: Scale;
  readonly y: Scale;
}

/** A style of a series: its place in the palette, its dash and its hatching belong together. */
export type Series = 1 | 2 | 3 | 4;

const DASHES: Readonly<Record<Series, string>> = { 1: '', 2: '7 4', 3: '2 3', 4: '10 3 2 3' };

const STYLE = `
.lp{font-family:var(--plot-font,"Atkinson Hyperlegible","Segoe UI","Helvetica Neue",Arial,"DejaVu Sans",sans-serif)}
.lp-paper{fill:var(--plot-paper,#ffffff)}
.lp-ink{fill:var(--plot-ink,#14252a)}
.lp-muted{fill:var(--plot-muted,#4a5c61)}
.lp-grid{stroke:var(--plot-grid,#dde3e1);stroke-width:1;fill:none}
.lp-axis{stroke:var(--plot-edge,#84949a);stroke-width:1;fill:none}
.lp-line{fill:none;stroke-width:2.2;stroke-linejoin:round;stroke-linecap:round}
.lp-1{stroke:var(--plot-1,#0b5a64)}.lp-2{stroke:var(--plot-2,#b4491f)}.lp-3{stroke:var(--plot-3,#5a4a9c)}.lp-4{stroke:var(--plot-4,#6b6b1f)}
.lp-f1{fill:var(--plot-1,#0b5a64)}.lp-f2{fill:var(--plot-2,#b4491f)}.lp-f3{fill:var(--plot-3,#5a4a9c)}.lp-f4{fill:var(--plot-4,#6b6b1f)}
.lp-band{fill-opacity:.16;stroke:none}
.lp-inner{fill-opacity:.22;stroke:none}
.lp-hatch{stroke-width:1;stroke-opacity:.55}
.lp-dot{fill:var(--plot-ink,#14252a);stroke:var(--plot-paper,#ffffff);stroke-width:1.5}
.lp-error{stroke:var(--plot-ink,#14252a);stroke-width:1.5}
.lp-box{fill:var(--plot-raised,#f6f8f7);stroke:var(--plot-ink,#14252a);stroke-width:1.4}
.lp-edge{fill:none;stroke:var(--plot-muted,#4a5c61);stroke-width:1.3}
`.trim();

/** Escapes what XML gives a meaning to. */
export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A place with at most two decimals: enough for any screen, and the same text everywhere. */
export const place = (value: number): string => String(Math.round(value * 100) / 100);

/** A number in words of a reader: three digits, no exponent. */
export const digits = (value: number, count = 3): string => {
  const rounded = Number(value.toPrecision(count));
  return Math.abs(rounded) >= 1e-4 || rounded === 0 ? String(rounded) : rounded.toFixed(6).replace(/0+$/, '');
};

/** A percentage in a sentence; what is nearly nothing is not given to the sixth digit. */
export const percent = (value: number): string => (value < 0.1 ? 'less than 0.1 %' : `${digits(value, 2)} %`);

export interface TextStyle {
  readonly size?: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly tone?: 'ink' | 'muted';
  readonly bold?: boolean;
  /** Degrees, around the place of the text. */
  readonly turn?: number;
}

export function text(x: number, y: number, content: string, style: TextStyle = {}): string {
  const { size = 13, anchor = 'start', tone = 'ink', bold = false, turn } = style;
  const rotated = turn === undefined ? '' : ` transform="rotate(${turn} ${place(x)} ${place(y)})"`;
  const weight = bold ? ' font-weight="700"' : '';
  return `<text x="${place(x)}" y="${place(y)}" font-size="${size}" text-anchor="${anchor}" class="lp-${tone}"${weight}${rotated}>${escaped(content)}</text>`;
}

const pathOf = (points: readonly Point[]): string =>
  points.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${place(x)} ${place(y)}`).join('');

/** Points of a curve in the picture. */
export const along = ({ x, y }: Frame, xs: readonly number[], ys: readonly number[]): readonly Point[] =>
  xs.map((value, k) => [x(value), y(ys[k]!)] as const);

export const line = (points: readonly Point[], series: Series): string =>
  `<path d="${pathOf(points)}" class="lp-line lp-${series}"${DASHES[series] === '' ? '' : ` stroke-dasharray="${DASHES[series]}"`}/>`;

/** The area between two curves; the second series and the fourth are hatched, so that two bands can be told apart without colour. */
export function band(
  lower: readonly Point[],
  upper: readonly Point[],
  series: Series,
  width: 'wide' | 'inner' = 'wide',
): string {
  const outline = `${pathOf(upper)}${pathOf(lower.toReversed()).replace('M', 'L')}Z`;
  const tint = `<path d="${outline}" class="lp-${width === 'wide' ? 'band' : 'inner'} lp-f${series}"/>`;
  const hatch = series % 2 === 0 ? `<path d="${outline}" fill="url(#lp-h${series})"/>` : '';
  return tint + hatch;
}

const HATCHES = ([2, 4] as const)
  .map(
    (series) =>
      `<pattern id="lp-h${series}" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(${series === 2 ? 45 : -45})"><path d="M0 0V7" class="lp-hatch lp-${series}"/></pattern>`,
  )
  .join('');

/** A measured point: a filled dot, with its standard error when there is one. Nothing of a model looks like it. */
export function measuredPoint({ x, y }: Frame, atX: number, atY: number, sem?: number): string {
  const bars =
    sem === undefined
      ? ''
      : `<path d="M${place(x(atX))} ${place(y(atY - sem))}V${place(y(Math.min(atY + sem, y.to)))}" class="lp-error"/>`;
  return `${bars}<circle cx="${place(x(atX))}" cy="${place(y(atY))}" r="4.5" class="lp-dot"/>`;
}

export interface AxisLook {
  readonly ticks: readonly number[];
  /** With its unit: `hours after the dose (h)`. */
  readonly label: string;
  readonly say?: (value: number) => string;
  /** Draws no numbers and no label, for inner panels. */
  readonly bare?: boolean;
}

/** The horizontal axis under a frame. */
export function xAxis({ x, y }: Frame, { ticks, label, say = String, bare = false }: AxisLook): string {
  const base = y.begin;
  const marks = ticks.map((tick) => {
    const at = place(x(tick));
    const name = bare ? '' : text(x(tick), base + 18, say(tick), { size: 12, anchor: 'middle', tone: 'muted' });
    return `<path d="M${at} ${place(base)}v5" class="lp-axis"/>${name}`;
  });
  const title = bare ? '' : text((x.begin + x.end) / 2, base + 38, label, { anchor: 'middle' });
  return `<path d="M${place(x.begin)} ${place(base)}H${place(x.end)}" class="lp-axis"/>${marks.join('')}${title}`;
}

/** The vertical axis left of a frame, with lines across it. */
export function yAxis({ x, y }: Frame, { ticks, label, say = String, bare = false }: AxisLook): string {
  const marks = ticks.map((tick) => {
    const name = bare ? '' : text(x.begin - 8, y(tick) + 4, say(tick), { size: 12, anchor: 'end', tone: 'muted' });
    return `<path d="M${place(x.begin)} ${place(y(tick))}H${place(x.end)}" class="lp-grid"/>${name}`;
  });
  const title = bare ? '' : text(x.begin - 42, (y.begin + y.end) / 2, label, { anchor: 'middle', turn: -90 });
  return `${marks.join('')}${title}`;
}

/** One row of a legend. */
export type Key =
  | { readonly kind: 'line'; readonly series: Series; readonly says: string }
  | { readonly kind: 'band'; readonly series: Series; readonly says: string }
  | { readonly kind: 'measured'; readonly says: string };

/** Keys beside each other from a place on; `widths` in the picture's own unit. */
export function legend(x: number, y: number, keys: readonly Key[]): string {
  let left = x;
  return keys
    .map((key) => {
      const drawn = keyAt(left, y, key) + text(left + 36, y + 4, key.says, { size: 12.5 });
      left += 36 + widthOf(key.says, 12.5) + 22;
      return drawn;
    })
    .join('');
}

function keyAt(x: number, y: number, key: Key): string {
  const ends: readonly Point[] = [
    [x, y],
    [x + 28, y],
  ];
  if (key.kind === 'line') return line(ends, key.series);
  if (key.kind === 'measured') return `<circle cx="${place(x + 14)}" cy="${place(y)}" r="4.5" class="lp-dot"/>`;
  const box = (dy: number): readonly Point[] => ends.map(([at, up]) => [at, up + dy] as const);
  return band(box(7), box(-7), key.series);
}

/** About how wide a text is; a mean letter of these fonts takes 0.54 of its size. */
export const widthOf = (content: string, size: number): number => 0.54 * size * content.length;

/** Words in lines of at most so many letters. */
export function wrapped(content: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of content.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export interface Sheet {
  /** Lower-case name, part of the ids in the picture. */
  readonly name: string;
  readonly title: string;
  readonly summary: string;
  /** Under the title: what is shown, how it was made. Begins with the word model where it is one. */
  readonly subtitle: string;
  /** Under the picture: what must not be overlooked. */
  readonly note: string;
  readonly width: number;
  readonly height: number;
  readonly body: string;
}

const MARGIN = 24;
/** Where a body may begin. */
export const BODY_TOP = 84;

/** A whole picture with its title, its text alternative and a note. */
export function sheet({ name, title, summary, subtitle, note, width, height, body }: Sheet): string {
  const notes = wrapped(note, Math.floor((width - 2 * MARGIN) / 6.1));
  const whole = height + 12 + 16 * notes.length;
  const ids = `lp-${name}`;
  // Figures stand beside each other in one page, so their patterns need names of their own.
  const own = (part: string) => part.replaceAll(/(id="|url\(#)lp-(h\d|arrow)/g, `$1${ids}-$2`);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" class="lp" viewBox="0 0 ${width} ${whole}" width="${width}" height="${whole}" role="img" aria-labelledby="${ids}-title ${ids}-desc">`,
    `<title id="${ids}-title">${escaped(title)}</title>`,
    `<desc id="${ids}-desc">${escaped(summary)}</desc>`,
    `<style>${STYLE}</style>`,
    own(`<defs>${HATCHES}${ARROW}</defs>`),
    `<rect width="${width}" height="${whole}" class="lp-paper"/>`,
    text(MARGIN, 34, title, { size: 19, bold: true }),
    text(MARGIN, 56, subtitle, { size: 13, tone: 'muted' }),
    own(body),
    ...notes.map((one, k) => text(MARGIN, height + 8 + 16 * k, one, { size: 12, tone: 'muted' })),
    '</svg>',
    '',
  ].join('\n');
}

const ARROW =
  '<marker id="lp-arrow" viewBox="0 0 8 8" refX="7.5" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0 0.5L8 4L0 7.5Z" class="lp-muted"/></marker>';
