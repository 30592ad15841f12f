import { pow, wholePower } from './elementary.ts';

/**
 * Units of measure as an algebra: a unit is a product of base dimensions to powers, and a scale. Powers of ten are kept
 * as an integer beside the rest of the scale, so that ug/L and ng/mL are one and the same unit, not nearly so.
 * Temperatures with an offset and logarithmic units are not here.
 */
export interface Unit {
  /** Power of each base dimension; a dimension with power zero is absent. */
  readonly powers: Readonly<Record<string, number>>;
  /** The scale is `factor * 10 ** ten` of the coherent unit (gram, metre, second, mole). */
  readonly factor: number;
  readonly ten: number;
}

const base = (dimension: string, ten = 0, factor = 1): Unit => ({ powers: { [dimension]: 1 }, factor, ten });

/** The number one: what a ratio of equal things is measured in. */
export const ONE: Unit = { powers: {}, factor: 1, ten: 0 };

const LITRE: Unit = { powers: { length: 3 }, factor: 1, ten: -3 };

const PREFIXES: Readonly<Record<string, number>> = { k: 3, '': 0, d: -1, c: -2, m: -3, u: -6, n: -9, p: -12, f: -15 };

const prefixed = (symbol: string, unit: Unit, prefixes: readonly string[]): [string, Unit][] =>
  prefixes.map((prefix) => [prefix + symbol, { ...unit, ten: unit.ten + PREFIXES[prefix]! }]);

const MOLE = base('amount');
const KNOWN: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ...prefixed('g', base('mass'), ['k', '', 'm', 'u', 'n', 'p', 'f']),
  ...prefixed('m', base('length'), ['', 'd', 'c', 'm', 'u', 'n']),
  ...prefixed('L', LITRE, ['', 'd', 'm', 'u', 'n']),
  ...prefixed('mol', MOLE, ['', 'm', 'u', 'n', 'p', 'f']),
  ...prefixed('M', { powers: { amount: 1, length: -3 }, factor: 1, ten: 3 }, ['', 'm', 'u', 'n', 'p', 'f']),
  ...prefixed('s', base('time'), ['', 'm']),
  ['min', base('time', 1, 6)],
  ['h', base('time', 2, 36)],
  ['d', base('time', 2, 864)],
  ['week', base('time', 2, 6048)],
  ['U', base('activity')],
  ['IU', base('activity')],
  ['%', { powers: {}, factor: 1, ten: -2 }],
]);

/** Symbols of every unit a model may use without declaring it. */
export const knownUnits: readonly string[] = [...KNOWN.keys()];

const sumOfPowers = (a: Unit, b: Unit, sign: number): Record<string, number> => {
  const powers: Record<string, number> = { ...a.powers };
  for (const [dimension, power] of Object.entries(b.powers)) {
    const total = (powers[dimension] ?? 0) + sign * power;
    if (Math.abs(total) < 1e-12) delete powers[dimension];
    else powers[dimension] = total;
  }
  return powers;
};

export const times = (a: Unit, b: Unit): Unit => ({
  powers: sumOfPowers(a, b, 1),
  factor: a.factor * b.factor,
  ten: a.ten + b.ten,
});

export const per = (a: Unit, b: Unit): Unit => ({
  powers: sumOfPowers(a, b, -1),
  factor: a.factor / b.factor,
  ten: a.ten - b.ten,
});

/** The unit raised to a power; `undefined` when its scale would leave the powers of ten (the root of a millilitre). */
export function raised(unit: Unit, power: number): Unit | undefined {
  const ten = unit.ten * power;
  if (!Number.isInteger(Math.round(ten * 1e9) / 1e9)) return undefined;
  const powers = Object.fromEntries(Object.entries(unit.powers).map(([name, value]) => [name, value * power]));
  return { powers: power === 0 ? {} : powers, factor: powerOf(unit.factor, power), ten: Math.round(ten) };
}

const powerOf = (factor: number, power: number): number =>
  Number.isInteger(power) ? wholePower(factor, power) : power === 0.5 ? Math.sqrt(factor) : pow(factor, power);

/** Whether two quantities may be added: the same base dimensions to the same powers. */
export const sameDimension = (a: Unit, b: Unit): boolean => Object.keys(sumOfPowers(a, b, -1)).length === 0;

/** What a number in `from` is multiplied with to be a number in `to`; both of one dimension. */
export function conversion(from: Unit, to: Unit): number {
  const ratio = from.factor / to.factor;
  const ten = from.ten - to.ten;
  return ten >= 0 ? ratio * Number(`1e${ten}`) : ratio / Number(`1e${-ten}`);
}

/**
 * Reads `ng/mL`, `1/h`, `mL/min/kg`, `ug*h/L`, `m^2`; `own` holds units that the model declared. `undefined` when a
 * symbol is not known.
 */
export function readUnit(text: string, own: ReadonlySet<string> = new Set()): Unit | undefined {
  const pieces = text.replaceAll(' ', '').split(/([*/])/);
  let unit: Unit | undefined = ONE;
  for (let k = 0; k < pieces.length && unit !== undefined; k += 2) {
    const piece = readFactor(pieces[k]!, own);
    if (piece === undefined) return undefined;
    unit = pieces[k - 1] === '/' ? per(unit, piece) : times(unit, piece);
  }
  return unit;
}

function readFactor(text: string, own: ReadonlySet<string>): Unit | undefined {
  const [symbol = '', power = '1'] = text.split('^');
  const unit = symbol === '1' ? ONE : own.has(symbol) ? base(symbol) : KNOWN.get(symbol);
  return unit === undefined || !/^-?\d+$/.test(power) ? undefined : raised(unit, Number(power));
}

const WORDS: readonly (readonly [string, Readonly<Record<string, number>>])[] = [['volume', { length: 3 }]];

/** The dimension in words, as in `mass/volume/time`; `a plain number` when there is none. */
export function dimensionOf(unit: Unit): string {
  const over: string[] = [];
  const under: string[] = [];
  for (const [name, power] of Object.entries(inWords(unit.powers))) {
    const size = Math.abs(power);
    (power > 0 ? over : under).push(size === 1 ? name : `${name}^${Number(size.toFixed(3))}`);
  }
  if (over.length + under.length === 0) return 'a plain number';
  return [over.join('*') || '1', ...under].join('/');
}

function inWords(powers: Readonly<Record<string, number>>): Record<string, number> {
  let rest: Record<string, number> = { ...powers };
  for (const [word, one] of WORDS) {
    const [dimension, power] = Object.entries(one)[0]!;
    const has = rest[dimension];
    if (has !== undefined && has % power === 0) {
      const { [dimension]: _, ...others } = rest;
      rest = { ...others, [word]: has / power };
    }
  }
  return rest;
}
