/** The staircase for wide screens: treads over nights, the ceiling above them, a diamond where something is checked. */
import { inMg } from '../../domain/amount.ts';
import { ariaOf, isBroken, widthsOf, type StepControl, type Tread } from './treads.ts';
import { inShort } from '../../domain/dates.ts';

interface StairsProps {
  readonly steps: readonly Tread[];
  readonly width: number;
  readonly ceilingUg: number;
  readonly control: StepControl;
}

const HEIGHT = 300;
const TOP = 44;
const BOTTOM = 56;

export function Stairs({ steps, width, ceilingUg, control }: StairsProps) {
  const widths = widthsOf(steps, width - 2);
  const highest = Math.max(ceilingUg, ...steps.map(({ amountUg }) => amountUg));
  const y = (amountUg: number) => HEIGHT - BOTTOM - (amountUg / highest) * (HEIGHT - TOP - BOTTOM);
  const lefts = widths.map((_, index) => 1 + widths.slice(0, index).reduce((sum, one) => sum + one, 0));
  return (
    <svg viewBox={`0 0 ${width} ${HEIGHT}`} width={width} className="stairs">
      <Ceiling at={y(ceilingUg)} width={width} amount={inMg(ceilingUg)} />
      {steps.map((tread) => (
        <g
          key={tread.index}
          {...ariaOf(tread, ceilingUg)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a step also takes keys that an input would swallow
          role="slider"
          tabIndex={0}
          aria-valuenow={tread.amountUg}
          className={tread.isRefused ? 'tread refused' : 'tread'}
          onKeyDown={control.onKeyDown(tread.index)}
          onFocus={() => control.onFocus(tread.index)}
        >
          <TreadShape
            tread={tread}
            left={lefts[tread.index] ?? 0}
            width={widths[tread.index] ?? 0}
            top={y(tread.amountUg)}
            broken={isBroken(tread, steps)}
          />
        </g>
      ))}
      {steps.slice(1).map(({ index }) => (
        <CheckMark key={index} x={lefts[index] ?? 0} />
      ))}
      <line x1="0" x2={width} y1={HEIGHT - BOTTOM} y2={HEIGHT - BOTTOM} className="ground" />
    </svg>
  );
}

interface TreadShapeProps {
  readonly tread: Tread;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly broken: boolean;
}

function TreadShape({ tread, left, width, top, broken }: TreadShapeProps) {
  const ground = HEIGHT - BOTTOM;
  const middle = left + width / 2;
  return (
    <>
      <rect className="tread-hit" x={left} y={8} width={width} height={HEIGHT - 12} rx="4" />
      <rect className="tread-body" x={left} y={top} width={width} height={Math.max(0, ground - top)} />
      <line className="tread-edge" x1={left} x2={left + width} y1={top} y2={top} />
      {broken && (
        <g className="break" transform={`translate(${left + width * 0.75} ${top})`}>
          <path d="M-7 7l6-14M1 7l6-14" />
        </g>
      )}
      <text className="tread-amount" x={middle} y={top - 12}>
        {tread.amount}
      </text>
      <text className="tread-nights" x={middle} y={ground + 22}>
        {tread.nights} {width > 96 ? 'nights' : 'n.'}
      </text>
      <text className="tread-date" x={middle} y={ground + 42}>
        {width > 128 ? `from ${inShort(tread.from)}` : inShort(tread.from).slice(4)}
      </text>
    </>
  );
}

const Ceiling = ({ at, width, amount }: { readonly at: number; readonly width: number; readonly amount: string }) => (
  <g aria-hidden="true">
    <line x1="0" x2={width} y1={at} y2={at} className="ceiling" />
    <text x="4" y={at - 8} className="ceiling-word">
      ceiling {amount} a day
    </text>
  </g>
);

/** Where the questions before the next step are asked. */
const CheckMark = ({ x }: { readonly x: number }) => (
  <path
    className="check-mark"
    aria-hidden="true"
    transform={`translate(${x} ${HEIGHT - BOTTOM})`}
    d="M0-8L8 0L0 8L-8 0z"
  />
);
