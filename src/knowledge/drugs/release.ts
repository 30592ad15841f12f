/** Which release form a line of the record describes: it decides how many days must pass. */
import type { Medicine } from '../../domain/patient.ts';
import type { Drug } from './drug.ts';
import { keyOf, tokens } from './spelling.ts';

/** `short` leaves in hours, `extended` (slow-release, patch) in days, `depot` (implant, injection of weeks) in months. */
export type Release = 'short' | 'extended' | 'depot';

const DEPOT =
  /\b(depot|implants?|implantable|subdermal|subcutaneous implant|long acting injection|long acting injectable|monthly injection|weekly injection|28 day injection|prolonged release (solution for )?injection|extended release (injection|injectable|prefilled|syringe|suspension for injection))\b/;
const DEPOT_INJECTION =
  /\b(extended|prolonged|long acting|monthly|weekly|depot)\b.*\b(inject\w*|syringe|intramuscular|subcutaneous)\b|\b(inject\w*|syringe|intramuscular|subcutaneous)\b.*\b(extended|prolonged|long acting|monthly|weekly|depot)\b/;
const SLOW =
  /\b(er|xr|sr|cr|xl|la|pr|mr|extended|prolonged|sustained|controlled|modified|slow|retard|retardtabletten|contin|continus|(12|24|72|168) (hr|h|hour|hours)|long acting|patch|patches|pflaster|parche|transdermal|matrix|polistirex|depottablett\w*|depotkapsel\w*)\b/;
const STATED =
  /\b(tablet\w*|tab|tabs|capsule\w*|cap|caps|pill|oral|solution|syrup|elixir|drops|inject\w*|intravenous|iv|im|nasal|spray|lozenge|film|sublingual|buccal|rectal|suppository|ir|immediate|liquid|cartridge|vial|ampoule|ampule|mg|ml|mcg|sl|po)\b/;

const textOf = (medicine: Medicine): string =>
  tokens(
    [
      medicine.what.text,
      ...medicine.what.codings.map((coding) => coding.display),
      ...(medicine.ingredients ?? []).flatMap((ingredient) => [ingredient.text]),
      medicine.form,
      medicine.route,
    ]
      .filter((text) => text !== undefined)
      .join(' '),
  ).join(' ');

const namesBrand = (text: string, brands: readonly string[] | undefined): boolean =>
  brands?.some((brand) => text.replace(/ /g, '').includes(keyOf(brand))) ?? false;

/**
 * The release form, and whether the record states it. A name without a word for its form is read as the trade reads it,
 * immediate release, except where the drug's own row says otherwise (fentanyl may be a patch); where there is no text
 * at all, the slower form is taken.
 */
export function releaseOf(medicine: Medicine, drug: Drug): { readonly release: Release; readonly stated: boolean } {
  const text = textOf(medicine);
  if (DEPOT.test(text) || DEPOT_INJECTION.test(text) || namesBrand(text, drug.depotBrands))
    return { release: 'depot', stated: true };
  if (SLOW.test(text) || namesBrand(text, drug.slowBrands)) return { release: 'extended', stated: true };
  if (STATED.test(text)) return { release: 'short', stated: true };
  return { release: text === '' ? 'extended' : (drug.washout?.unstated ?? 'short'), stated: false };
}
