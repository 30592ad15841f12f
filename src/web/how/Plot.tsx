/**
 * The parts of a picture in SVG: axes, bands of the crowd, median lines, measured points. What is computed is hatched
 * and says "model"; what was measured is a ring of ink with its error. No meaning hangs on colour alone.
 */
import { useElementSize } from '@mantine/hooks';
import { createContext, use, useId, type ReactNode } from 'react';
import type { Bands } from './questions.ts';

export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
  readonly label: string;
  readonly isLog?: boolean;
}

/** Where a value of each axis lies in the picture, in pixels. */
export interface Frame {
  readonly width: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Id of the clip path that ends curves at the axes. */
  readonly clip: string;
}

/** How a series looks: a name of a colour in how.css and the hatching and dashes that belong to it. */
export type Look = 'first' | 'second' | 'third' | 'anyway';

const FrameContext = createContext<Frame | undefined>(undefined);

function useFrame(): Frame {
  const frame = use(FrameContext);
  if (!frame) throw new Error('a part of a plot outside of a plot');
  return frame;
}

const LEFT = 46;
const TOP = 26;
const BOTTOM = 46;

/** How far below its axis a logarithm is followed; zero has none. */
const DEEPEST = 1e-3;

const scale = ({ from, to, isLog }: Axis, low: number, high: number) => {
  const share =
    isLog === true
      ? (value: number) => Math.log(Math.max(value / from, DEEPEST)) / Math.log(to / from)
      : (value: number) => (value - from) / (to - from);
  return (value: number) => low + share(value) * (high - low);
};

interface PlotProps {
  readonly x: Axis;
  readonly y: Axis;
  readonly height?: number;
  /** Room for the names of the series. */
  readonly right?: number;
  readonly title: string;
  /** What the picture shows, in sentences. */
  readonly says: string;
  readonly children: ReactNode;
}

export function Plot({ x, y, height = 300, right = 96, title, says, children }: PlotProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const id = useId();
  const room = width < 480 ? Math.min(right, 86) : right;
  const frame: Frame = {
    width,
    left: LEFT,
    right: width - room,
    top: TOP,
    bottom: height - BOTTOM,
    clip: `${id}c`,
    x: scale(x, LEFT, width - room),
    y: scale(y, height - BOTTOM, TOP),
  };
  return (
    <div ref={ref} className="plot" style={{ minHeight: height }}>
      {width > 0 && (
        <svg
          width={width}
          height={height}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-labelledby={`${id}t ${id}d`}
        >
          <title id={`${id}t`}>{title}</title>
          <desc id={`${id}d`}>{says}</desc>
          <clipPath id={frame.clip}>
            <rect x={frame.left} y={frame.top} width={frame.right - frame.left + 2} height={frame.bottom - frame.top} />
          </clipPath>
          <FrameContext value={frame}>
            <Grid x={x} y={y} />
            {children}
            <Names x={x} y={y} />
          </FrameContext>
        </svg>
      )}
    </div>
  );
}

/** Pixels that a label of the horizontal axis needs. */
const LABEL_PX = 34;

function Grid({ x, y }: Pick<PlotProps, 'x' | 'y'>) {
  const frame = useFrame();
  const each = Math.ceil((LABEL_PX * x.ticks.length) / (frame.right - frame.left));
  return (
    <g className="grid">
      {y.ticks.map(({ at, label }) => (
        <g key={at}>
          <line x1={frame.left} x2={frame.right} y1={frame.y(at)} y2={frame.y(at)} />
          <text x={frame.left - 8} y={frame.y(at) + 4} textAnchor="end">
            {label}
          </text>
        </g>
      ))}
      {x.ticks.map(({ at, label }, k) => (
        <g key={at}>
          <line x1={frame.x(at)} x2={frame.x(at)} y1={frame.bottom} y2={frame.bottom + 5} className="tick" />
          {k % each === 0 && (
            <text x={frame.x(at)} y={frame.bottom + 20} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

function Names({ x, y }: Pick<PlotProps, 'x' | 'y'>) {
  const { left, right, bottom } = useFrame();
  return (
    <g className="axis-names">
      <text x={0} y={12}>
        {y.label}
      </text>
      <text x={right} y={bottom + 39} textAnchor="end">
        {x.label}
      </text>
      <line x1={left} x2={right} y1={bottom} y2={bottom} className="base" />
    </g>
  );
}

const point = ({ x, y }: Frame, at: number, value: number) => `${x(at).toFixed(1)} ${y(value).toFixed(1)}`;

const pathOf = (frame: Frame, at: ArrayLike<number>, values: ArrayLike<number>): string =>
  Array.from({ length: at.length }, (_, k) => `${k === 0 ? 'M' : 'L'}${point(frame, at[k]!, values[k]!)}`).join('');

function areaOf(frame: Frame, at: ArrayLike<number>, low: ArrayLike<number>, high: ArrayLike<number>): string {
  const back = Array.from({ length: at.length }, (_, k) => at.length - 1 - k);
  return `${pathOf(frame, at, high)}${back.map((k) => `L${point(frame, at[k]!, low[k]!)}`).join('')}Z`;
}

interface FanProps {
  readonly at: ArrayLike<number>;
  readonly bands: Bands;
  readonly look: Look;
  /** What carries the test id of the line. */
  readonly name: string;
}

/** Nine tenths of the crowd hatched, half of it filled, the median as a line. */
export function Fan({ at, bands, look, name }: FanProps) {
  const frame = useFrame();
  const id = useId();
  return (
    <g className={`fan look-${look}`} data-series={name} clipPath={`url(#${frame.clip})`}>
      <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform={`rotate(${HATCH[look]})`}>
        <line x1="0" y1="0" x2="0" y2="5" className="hatch" />
      </pattern>
      <path className="wide" fill={`url(#${id})`} d={areaOf(frame, at, bands.p05, bands.p95)} />
      <path className="narrow" d={areaOf(frame, at, bands.p25, bands.p75)} />
      <path className="median" d={pathOf(frame, at, bands.median)} />
    </g>
  );
}

const HATCH: Readonly<Record<Look, number>> = { first: 45, second: -45, third: 0, anyway: 0 };

/** A line alone, for what is drawn beside a crowd. */
export function Line({
  at,
  values,
  look,
}: {
  readonly at: ArrayLike<number>;
  readonly values: ArrayLike<number>;
  readonly look: Look;
}) {
  const frame = useFrame();
  return <path className={`alone look-${look}`} d={pathOf(frame, at, values)} />;
}

export interface Measured {
  readonly at: number;
  readonly value: number;
  /** Standard error of the mean. */
  readonly sem?: number;
  /** Full ink when it belongs to what is drawn, pale when it belongs to another dose. */
  readonly isHere: boolean;
  readonly label?: string;
}

/** What was measured in people: rings, with a whisker of one standard error. */
export function Points({ of }: { readonly of: readonly Measured[] }) {
  const { x, y } = useFrame();
  return (
    <g className="points">
      {of.map(({ at, value, sem, isHere, label }, k) => (
        <g key={k} className={isHere ? 'point here' : 'point'}>
          {sem !== undefined && <path d={`M${x(at)} ${y(value - sem)}V${y(value + sem)}`} />}
          <circle cx={x(at)} cy={y(value)} r={isHere ? 5 : 4} />
          {label !== undefined && (
            <text x={x(at) + 9} y={y(value) + 4}>
              {label}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

const APART = 17;

/** Pushes names up, from the lowest on, until none lies on another. */
function apart<T extends { readonly place: number }>(names: readonly T[], bottom: number): readonly T[] {
  const placed: T[] = [];
  for (const name of names.toSorted((a, b) => b.place - a.place)) {
    const below = placed.at(-1)?.place ?? bottom + 1.5 * APART;
    placed.push({ ...name, place: Math.min(name.place, below - APART) });
  }
  return placed;
}

/** Names of the series at their right ends, pushed apart where they would lie on each other. */
export function Ends({
  of,
}: {
  readonly of: readonly { readonly at: number; readonly label: string; readonly look: Look }[];
}) {
  const { right, y, bottom } = useFrame();
  const placed = apart(
    of.map((one) => ({ ...one, place: y(one.at) })),
    bottom,
  );
  return (
    <g className="ends" aria-hidden="true">
      {placed.map(({ label, look, place }) => (
        <text key={label} x={right + 7} y={place + 4} className={`look-${look}`}>
          {label}
        </text>
      ))}
    </g>
  );
}

/** Stretches of the horizontal axis that lie in the night. */
export function Nights({ hour }: { readonly hour: number }) {
  const { x, top, bottom } = useFrame();
  const first = NIGHT_FROM - hour - 24;
  const nights = [0, 1, 2, 3, 4].map((k) => first + 24 * k).filter((from) => from < 72 && from + NIGHT_H > 0);
  return (
    <g className="nights" aria-hidden="true">
      {nights.map((from) => (
        <rect key={from} x={x(from)} width={x(from + NIGHT_H) - x(from)} y={top} height={bottom - top} />
      ))}
    </g>
  );
}

const NIGHT_FROM = 23;
const NIGHT_H = 8;

/** A vertical mark, such as the dose that is chosen. */
export function Upright({ at, label }: { readonly at: number; readonly label: string }) {
  const { x, top, bottom, left, right } = useFrame();
  const place = x(at);
  const anchor = place > (left + right) / 2 ? 'end' : 'start';
  return (
    <g className="upright">
      <line x1={place} x2={place} y1={top} y2={bottom} />
      <text x={place + (anchor === 'end' ? -6 : 6)} y={top + 12} textAnchor={anchor}>
        {label}
      </text>
    </g>
  );
}
