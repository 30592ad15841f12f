/**
 * Words that stand in lines about medicines and name no drug of the table: forms, units, salts and directions, and drugs
 * whose names look like an opioid's and are none. A word listed here is never taken for a misspelt opioid.
 */
import { list } from './drug.ts';

/** Forms, units, salts, directions: a line made only of these names nothing. */
export const FILLER_WORDS: ReadonlySet<string> = new Set(
  list(
    'mg, mcg, ug, g, gram, ml, l, hr, h, actuat, unt, iu, meq, tablet, tablets, tab, tabs, capsule, capsules, cap, caps, oral, solution, suspension, syrup, elixir, drops, drop, injection, injectable, infusion, inhaler, spray, nasal, patch, transdermal, system, film, strip, lozenge, troche, suppository, rectal, vaginal, topical, cream, ointment, gel, lotion, ophthalmic, otic, sublingual, buccal, chewable, disintegrating, delayed, extended, release, modified, prolonged, sustained, controlled, immediate, retard, er, xr, sr, cr, la, xl, ir, dr, pill, pills, product, prefilled, syringe, vial, ampule, ampoule, cartridge, pack, kit, dose, doses, daily, once, twice, day, days, night, bedtime, morning, evening, week, weekly, month, monthly, every, needed, as, prn, bid, tid, qid, qd, po, im, iv, sc, sl, by, mouth, take, with, food, for, the, a, an, of, in, to, and, or, per, at, on, from, one, two, three, half, new, refill, abuse, deterrent, matrix, delivery, hydrochloride, hcl, sulfate, sulphate, phosphate, bitartrate, tartrate, citrate, acetate, maleate, fumarate, mesylate, hydrobromide, bromide, anhydrous, hydrate, monohydrate, dihydrate, medication, medications, medicine, medicines, drug, drugs, unknown, other, unspecified, none, see, notes, note, list, prescription, prescribed, treatment, therapy, generic, brand, not, no, known, current, home, meds, med, pain, painkiller, painkillers, killer, reliever, analgesic, cough, cold, diarrhea, diarrhoea, sleep, sleeping, blood, pressure, patient, reported, own, supply, otc, strength, free, text, ndc, code, item, misc, miscellaneous',
  ),
);

/** Words for a kind of medicine that may hide an opioid: a line that says only this must be asked about. */
export const VAGUE_WORDS: ReadonlySet<string> = new Set(
  list('pain, painkiller, painkillers, killer, reliever, analgesic, cough, diarrhea, diarrhoea, unknown, unspecified'),
);

/** Drugs and phrases that look like an opioid and are none. */
export const LOOK_ALIKES: readonly string[] = [
  ...list(
    'clonidine, catapres, tylenol, nicotine, medroxyprogesterone, levaquin, ultrase, mucinex, robitussin, hydrocortisone, hydrocort, cortisone, hydralazine, hydroxyzine, hydrochlorothiazide, hydroxychloroquine, trazodone, toradol, ketorolac, methylphenidate, methimazole, methocarbamol, metaxalone, methyldopa, methionine, morpholine, apomorphine, apokyn, codergocrine, colchicine, cocaine, dopamine, dobutamine, heparin, herceptin, fenofibrate, fenoterol, fentermine, phentermine, phentolamine, lopressor, lorazepam, loratadine, loxapine, oxazepam, oxcarbazepine, oxybutynin, oxytocin, oxymetazoline, oxandrolone, oxymetholone, trihexyphenidyl, tranexamic, tamoxifen, tamsulosin, tretinoin, pentoxifylline, pentobarbital, pentamidine, nadolol, nabumetone, naproxen, bupivacaine, betaxolol, buspirone, butalbital, butamben, propranolol, propofol, sodium, natrium, active, morning, lomitapide, lamotrigine, norvasc, lipitor, dilantin, dilatrate, vitamin, vicks, opening, opcon, optimum',
  ),
  'opioid antagonist',
  'opioid antagonists',
  'opioid receptor antagonist',
  'opiate antagonist',
  'narcotic antagonist',
  'non opioid',
  'nonopioid',
  'non opioids',
  'non narcotic',
  'nonnarcotic',
  'non opioid analgesic',
];
