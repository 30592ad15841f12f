/**
 * Amounts of naltrexone hydrochloride in whole micrograms, and how they are written: a zero before the decimal point,
 * none after it (0.5 mg, never .5 mg; 3 mg, never 3.0 mg), so that no reader can be wrong by a factor of ten.
 */

/** Micrograms of naltrexone hydrochloride, a whole number. */
export type Micrograms = number;

/** `1500` -> `1.5 mg`; `3000` -> `3 mg`; `50` -> `0.05 mg`. */
export const inMg = (amountUg: Micrograms): string => `${mgNumber(amountUg)} mg`;

/** `1500` -> `1.5`: the number alone, for tables whose head has the unit. */
export function mgNumber(amountUg: Micrograms): string {
  if (!Number.isSafeInteger(amountUg)) throw new RangeError(`${amountUg} is not a whole number of micrograms`);
  const sign = amountUg < 0 ? '-' : '';
  const whole = Math.floor(Math.abs(amountUg) / 1000);
  const rest = String(Math.abs(amountUg) % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${sign}${whole}${rest && `.${rest}`}`;
}

export type AmountReading =
  | { readonly ok: true; readonly amountUg: Micrograms }
  | { readonly ok: false; readonly expected: string; readonly todo: string };

/**
 * Reads an amount as a person types it. A decimal comma, a missing leading zero, a trailing zero and a missing unit are
 * refused with a sentence, because each of them has caused tenfold errors; nothing is guessed.
 */
export function readAmount(text: string): AmountReading {
  const refuse = (expected: string, todo: string): AmountReading => ({ ok: false, expected, todo });
  const match = /^\s*([\d.,]+)\s*(mg|ug|mcg|µg|μg|micrograms?|milligrams?)?\s*$/i.exec(text);
  if (!match?.[1]) return refuse('an amount such as 1.5 mg', 'Write a number and its unit, for example 1.5 mg.');
  const number = match[1];
  if (number.includes(','))
    return refuse(
      'a decimal point',
      `Write ${number.replace(',', '.')} mg with a point; a comma is read as ten times more in some places.`,
    );
  if (number.startsWith('.')) return refuse('a zero before the decimal point', `Write 0${number} mg.`);
  if (/\.\d*0$/.test(number) || number.endsWith('.'))
    return refuse(
      'no zero after the decimal point',
      `Write ${Number(number)} mg; a trailing zero is misread as ten times more.`,
    );
  if (!/^\d+(\.\d+)?$/.test(number)) return refuse('one number', 'Write one number and its unit, for example 1.5 mg.');
  if (!match[2])
    return refuse('a unit beside the number', `Write ${number} mg, or ${number} micrograms, whichever is meant.`);
  const scale = /^m(g|illi)/i.test(match[2]) ? 3 : 0;
  const [whole = '0', decimals = ''] = number.split('.');
  if (decimals.length > scale)
    return refuse(
      'a whole number of micrograms',
      'Amounts are kept in whole micrograms; round to three decimals of a milligram.',
    );
  return { ok: true, amountUg: Number(whole + decimals.padEnd(scale, '0')) };
}
