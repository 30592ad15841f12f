/** Money in whole cents. */
export type Cents = number;

/** `5250, 'USD'` -> `USD 52.50`. */
export function inMoney(cents: Cents, currency: string): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`${cents} is not a whole number of cents`);
  const whole = Math.floor(Math.abs(cents) / 100);
  return `${currency} ${cents < 0 ? '-' : ''}${whole}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
}
