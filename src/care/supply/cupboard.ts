/**
 * Bottles at home. A dose is taken from them when they can make it wholly, within their dates; otherwise it comes wholly
 * from new bottles, so that no night mixes old and new for one dose. The bottle that expires first is emptied first.
 */
import type { IsoDate } from '../../domain/dates.ts';
import type { Micrograms } from '../../domain/amount.ts';
import type { Take } from '../../domain/order.ts';
import type { DoseForm } from '../../knowledge/forms/index.ts';
import type { InHand } from './types.ts';
import { unitsOf, waysToMake, type Way } from './ways.ts';

/** Bottles with what is left in them, changed by taking. */
export class Cupboard {
  readonly #left: Map<number, number>;
  readonly #bottles: readonly InHand[];

  constructor(bottles: readonly InHand[]) {
    this.#bottles = bottles.toSorted((a, b) => (a.beyondUse < b.beyondUse ? -1 : a.beyondUse > b.beyondUse ? 1 : 0));
    this.#left = new Map(bottles.map((bottle) => [bottle.number, bottle.left]));
  }

  left = (bottle: number): number => this.#left.get(bottle) ?? 0;

  /** Takes one dose out, if it can be made wholly on that night; otherwise nothing is touched. */
  take(amountUg: Micrograms, form: DoseForm, mostUnits: number, night: IsoDate): readonly Take[] | undefined {
    const usable = this.#bottles.filter((b) => b.form === form.id && night < b.beyondUse && this.left(b.number) > 0);
    if (usable.length === 0) return undefined;
    const strengthsUg = [...new Set(usable.map((bottle) => bottle.strengthUg))];
    const takes = waysToMake(amountUg, { form, strengthsUg, mostUnits })
      .toSorted((a, b) => unitsOf(a) - unitsOf(b) || a.length - b.length)
      .map((way) => this.#from(way, usable, form.incrementUnits))
      .find((found) => found !== undefined);
    for (const { bottle, units } of takes ?? []) this.#left.set(bottle, this.left(bottle) - units);
    return takes;
  }

  #from(way: Way, usable: readonly InHand[], increment: number): readonly Take[] | undefined {
    const takes: Take[] = [];
    for (const { strengthUg, units } of way) {
      let missing = units;
      for (const { number } of usable.filter((bottle) => bottle.strengthUg === strengthUg)) {
        const whole = this.left(number) - (this.left(number) % increment);
        const taken = Math.min(missing, whole);
        if (taken > 0) takes.push({ bottle: number, units: taken });
        missing -= taken;
      }
      if (missing > 0) return undefined;
    }
    return takes;
  }
}
