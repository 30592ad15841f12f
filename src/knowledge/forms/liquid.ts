/**
 * An oral liquid of 1 mg in 1 mL: 50 mg tablets in water with ascorbic acid, glycerol and a preservative. It reaches
 * the doses between the capsule strengths, and keeps for weeks, not months.
 */
import { assume, cite } from '../../domain/source.ts';
import { CHAPTER_CAP } from './chapter.ts';
import type { DoseForm } from './form.ts';

export const liquid: DoseForm = {
  id: 'liquid-1-mg-per-ml',
  name: 'oral liquid',
  kind: 'measured',
  route: 'oral',
  release: 'immediate',
  strengthsUg: [1000],
  unitsPerStrength: 1000,
  incrementUnits: 100,
  mostUnitsPerDose: 10_000,
  dispensedIn: 1000,
  overagePercent: 5,
  fillers: [
    {
      name: 'water with ascorbic acid, glycerol and a preservative',
      alsoCalled: ['aqueous', 'glycerol', 'glycerin'],
      use: 'first choice',
      says: 'The recipe of the published liquid; made from tablets it contains their lactose.',
      source: cite('fawcett-1997', 'recipe of the 1 mg/mL liquid, as given in secondary sheets'),
    },
    {
      name: 'dye',
      alsoCalled: ['colouring', 'coloring', 'colorant', 'tartrazine', 'fd&c'],
      use: 'avoid',
      says: 'Hides the yellowing by which an old liquid is known.',
      source: cite('fawcett-1997', 'secondary: stable but yellows'),
    },
  ],
  brings: ['lactose'],
  storage: [
    { kind: 'refrigerator', says: 'Keep in the refrigerator, in the dark, out of reach of children.' },
    { kind: 'room', says: 'Keep at room temperature, in the dark, out of reach of children.' },
  ],
  keeping: [
    {
      id: 'chapter-default',
      says: 'default for a preserved aqueous liquid: 35 days',
      days: 35,
      source: assume('USP <795> of November 2023, default table, recalled; check the licensed text'),
    },
    {
      id: 'stability-study-room',
      says: 'stability of the 1 mg/mL liquid at room temperature: 30 days',
      days: 30,
      storage: 'room',
      source: cite('fawcett-1997', 'secondary: 30 days at room temperature'),
    },
    {
      id: 'stability-study-refrigerator',
      says: 'stability of the 1 mg/mL liquid in the refrigerator: 60 days',
      days: 60,
      storage: 'refrigerator',
      source: cite('fawcett-1997', 'secondary: 60 days refrigerated'),
    },
    CHAPTER_CAP,
  ],
  sources: {
    strengthsUg: cite('fawcett-1997', 'secondary: 1 mg/mL'),
    release: assume('a solution has no release to slow'),
    incrementUnits: assume('an oral syringe of 5 or 10 mL is marked every 0.1 mL or finer'),
    mostUnitsPerDose: assume('one filling of a 10 mL oral syringe'),
    overagePercent: assume('a twentieth stays in the bottle neck and the syringe; no measurement'),
    storage: cite('fawcett-1997', 'secondary: room temperature and refrigerator'),
  },
};
