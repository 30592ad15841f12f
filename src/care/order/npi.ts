/** The check digit of a National Provider Identifier: Luhn over the ten digits with the issuer prefix 80840 before them. */
const ISSUER = '80840';

/** Whether the text is ten digits with the right last one. */
export function isNpi(text: string): boolean {
  if (!/^[12]\d{9}$/.test(text)) return false;
  const digits = Array.from(ISSUER + text, Number).toReversed();
  const sum = digits.reduce((total, digit, index) => total + (index % 2 === 0 ? digit : doubled(digit)), 0);
  return sum % 10 === 0;
}

const doubled = (digit: number): number => (digit > 4 ? 2 * digit - 9 : 2 * digit);
