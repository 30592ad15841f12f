/** Short ways to write the small patients that rules show as examples. */
import type { Condition, Medicine, Patient } from '../../domain/patient.ts';

/** A medicine by its text, ordered and active unless said otherwise. */
export const medicine = (text: string, more: Partial<Medicine> = {}): Medicine => ({
  what: { codings: [], text },
  status: 'active',
  kind: 'request',
  recorded: '2027-02-01',
  from: `medicines: ${text}`,
  ...more,
});

/** A person who takes these medicines and no others. */
export const taking = (...medicines: readonly Medicine[]): Patient => ({ medicines });

/** A condition by its text, active unless said otherwise. */
export const condition = (text: string, more: Partial<Condition> = {}): Condition => ({
  what: { codings: [], text },
  status: 'active',
  from: `conditions: ${text}`,
  ...more,
});
