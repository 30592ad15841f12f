/** Who is asked about pregnancy and breast-feeding: women, and everybody whose sex or age the record does not tell. */
import { ageInYears, latest, type IsoDate } from '../../domain/dates.ts';
import type { Patient } from '../../domain/patient.ts';

/** Years of age; assumed. */
const FROM = 12;
const TO = 55;

/** Why a person cannot be pregnant as far as the record tells; undefined when it is possible. */
export function cannotBePregnant({ sex, birthDate }: Patient, today: IsoDate): string | undefined {
  if (sex === 'male') return 'The record says male.';
  const oldest = birthDate === undefined ? undefined : ageInYears(birthDate, today);
  const youngest = birthDate === undefined ? undefined : ageInYears(latest(birthDate) ?? '', today);
  if (youngest !== undefined && youngest > TO && youngest < 120)
    return `${youngest} years old, above ${TO} (limit assumed).`;
  return oldest !== undefined && oldest >= 0 && oldest < FROM
    ? `${oldest} years old, below ${FROM} (limit assumed).`
    : undefined;
}
