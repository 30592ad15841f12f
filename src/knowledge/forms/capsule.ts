/** Hard capsules of naltrexone hydrochloride in microcrystalline cellulose: the usual form of low-dose naltrexone. */
import { assume, cite } from '../../domain/source.ts';
import { CHAPTER_CAP } from './chapter.ts';
import type { DoseForm } from './form.ts';

export const capsule: DoseForm = {
  id: 'capsule',
  name: 'capsule',
  kind: 'counted',
  route: 'oral',
  release: 'immediate',
  strengthsUg: [500, 1000, 1500, 2000, 3000, 4500],
  unitsPerStrength: 1,
  incrementUnits: 1,
  mostUnitsPerDose: 4,
  dispensedIn: 1,
  overagePercent: 0,
  fillers: [
    {
      name: 'microcrystalline cellulose',
      alsoCalled: ['avicel', 'cellulose'],
      use: 'first choice',
      says: 'The filler of the stability study.',
      source: cite('cote-2018', 'abstract: capsules in Avicel, 360 days'),
    },
    {
      name: 'acidophilus',
      alsoCalled: ['lactobacillus', 'probiotic'],
      use: 'possible',
      says: 'Used by some pharmacies for people who react to cellulose; no stability data with naltrexone.',
      source: assume('recalled as a habit of compounding pharmacies; nothing seen in print'),
    },
    {
      name: 'lactose',
      alsoCalled: ['milk'],
      use: 'avoid',
      says: 'Part of the 50 mg tablet; some people do not tolerate it.',
      source: assume('127-204 mg in commercial tablets as noted from their labels; a capsule from powder needs none'),
    },
    {
      name: 'calcium carbonate',
      alsoCalled: ['caco3', 'chalk'],
      use: 'avoid',
      says: 'Said to slow release. A convention of the trade: no head-to-head data, weak evidence.',
      source: cite('ifmsynergy-2026', 'filler conventions'),
    },
    {
      name: 'hypromellose',
      alsoCalled: ['methocel', 'hpmc', 'e4m'],
      use: 'avoid',
      says: 'As a filler it makes a slow-release gel; only the shell may be made of it.',
      source: cite('ifmsynergy-2026', 'filler conventions: immediate release only'),
    },
    {
      name: 'dye',
      alsoCalled: ['colouring', 'coloring', 'colorant', 'tartrazine', 'fd&c'],
      use: 'avoid',
      says: 'Needless, and an irritant for some.',
      source: assume('dye-free is a usual wish on compound orders; recalled'),
    },
  ],
  brings: [],
  storage: [{ kind: 'room', says: 'Keep at room temperature, dry, in the dark, out of reach of children.' }],
  keeping: [
    {
      id: 'chapter-default',
      says: 'default for capsules (non-aqueous, solid): 180 days',
      days: 180,
      source: assume('USP <795> of November 2023, default table, recalled; check the licensed text'),
    },
    {
      id: 'stability-study',
      says: 'stability study of naltrexone in microcrystalline cellulose: 360 days',
      days: 360,
      source: cite('cote-2018', 'abstract: 360 days, room temperature, dark'),
    },
    CHAPTER_CAP,
  ],
  sources: {
    strengthsUg: assume('strengths that compounding pharmacies name on their pages, as noted from those pages'),
    release: assume('immediate release only is a convention of the trade (clinic and pharmacy pages)'),
    incrementUnits: assume('a capsule is swallowed whole'),
    mostUnitsPerDose: assume('more than four capsules at bedtime is miscounted and given up; no study'),
    overagePercent: assume('capsules are counted, not measured, so none is lost by measuring'),
    storage: cite('cote-2018', 'abstract: room temperature, protected from light'),
  },
};
