/** Every dose form the product can order. One more form is one more file and one more line here. */
import type { FormId } from '../../domain/regimen.ts';
import { capsule } from './capsule.ts';
import type { DoseForm } from './form.ts';
import { liquid } from './liquid.ts';

export type { DoseForm, Filler, KeepingLimit, Storage } from './form.ts';
export { beyondUse, smallest, KEEP_AFTER_LAST_NIGHT_DAYS, type BeyondUseOptions } from './beyond-use.ts';

export const FORMS: readonly DoseForm[] = [capsule, liquid];

/** The registered form with this id; undefined when there is none. */
export const formById = (id: FormId): DoseForm | undefined => FORMS.find((form) => form.id === id);
