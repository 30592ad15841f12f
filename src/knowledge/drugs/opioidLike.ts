/** Opioids that stay in the gut, cough medicines that are called opioids and are none, and what is listed by mistake. */
import { assume, cite } from '../../domain/source.ts';
import { ATC_CODES, RECALLED_NAMES, RXNORM_CODES } from './basis.ts';
import { list, type Drug, type Washout } from './drug.ts';

const FEW_DAYS: Washout = { short: { from: 2, to: 7 }, extended: { from: 2, to: 7 }, unstated: 'extended' };
const ONE_TO_TWO_DAYS: Washout = { short: { from: 1, to: 2 }, extended: { from: 1, to: 2 }, unstated: 'extended' };
const GUT_SOURCES = [
  RXNORM_CODES,
  ATC_CODES,
  assume(
    'days free of an antidiarrhoeal before a first dose are derived; the label only says that the benefit is lost',
  ),
  RECALLED_NAMES,
] as const;

export const OPIOID_LIKE: readonly Drug[] = [
  {
    id: 'loperamide',
    name: 'loperamide',
    names: list('loperamid, loperamida, loperamidum, loperamide oxide'),
    brands: list(
      'Imodium, Lopex, Diamode, Diarr-Eze, Lopedium, Arret, Norimode, Dissenten, Fortasec, Gastro-Stop, Imossel, Vacontil, Anti-Diarrheal, Anti-Diarrhea, Anti-Diarrhoeal, Antidiarrheal, Antidiarrhoeal, Loperamil',
    ),
    streetNames: list('lope dope, poor mans methadone'),
    rxnorm: ['6468'],
    atc: ['A07DA03', 'A07DA05', 'A07DA53'],
    opioidClass: 'N',
    washout: ONE_TO_TWO_DAYS,
    note: 'High doses reach the brain and are misused as an opioid.',
    sources: GUT_SOURCES,
  },
  {
    id: 'diphenoxylate',
    name: 'diphenoxylate',
    names: list('diphenoxylat, difenoxilato, diphenoxylate/atropine, diphenoxylate with atropine, co-phenotrope'),
    brands: list('Lomotil, Lonox, Reasec, Lofene, Logen, Lomocot, Lomanate'),
    rxnorm: ['3500', '594040', '1190641', '1190572'],
    atc: ['A07DA01'],
    opioidClass: 'N',
    washout: FEW_DAYS,
    sources: GUT_SOURCES,
  },
  {
    id: 'difenoxin',
    name: 'difenoxin',
    names: list('difenoxine, difenoxylic acid'),
    brands: list('Motofen'),
    rxnorm: ['23024'],
    atc: ['A07DA04'],
    opioidClass: 'N',
    washout: FEW_DAYS,
    sources: GUT_SOURCES,
  },
  {
    id: 'eluxadoline',
    name: 'eluxadoline',
    names: list('eluxadolin, eluxadolina'),
    brands: list('Viberzi, Truberzi'),
    rxnorm: ['1653781'],
    atc: ['A07DA06'],
    opioidClass: 'N',
    washout: ONE_TO_TWO_DAYS,
    sources: GUT_SOURCES,
  },
  {
    id: 'dextromethorphan',
    name: 'dextromethorphan',
    names: list(
      'dextrometorfano, dextromethorphane, dextromethorphan hydrobromide, dextrorphan, DXM, dextromethorphan/bupropion, dextromethorphan/quinidine, dextromethorphan polistirex',
    ),
    brands: list(
      'Auvelity, Nuedexta, Delsym, Robitussin DM, Mucinex DM, Vicks DayQuil Cough, NyQuil, DayQuil, Benylin Dry Cough, Bisoltussin, Coricidin, Silomat DMP, Wick Husten, Tussidane, Romilar',
    ),
    streetNames: list('triple C'),
    rxnorm: ['3289', '1040053'],
    atc: ['R05DA09', 'N06AX62', 'N07XX59'],
    opioidClass: 'O',
    groups: ['dextromethorphan', 'serotonergic'],
    sources: [RXNORM_CODES, ATC_CODES, assume('not a classical opioid, so no washout: recalled'), RECALLED_NAMES],
  },
  {
    id: 'noscapine',
    name: 'noscapine',
    names: list('noscapin, noscapina, narcotine'),
    brands: list('Capval, Nitepax, Noscaflex'),
    atc: ['R05DA07'],
    opioidClass: 'O',
    note: 'From opium, and not a mu agonist.',
    sources: [ATC_CODES, assume('not an opioid agonist, so no washout: recalled'), RECALLED_NAMES],
  },
  {
    id: 'kalopanax',
    name: 'Kalopanax extract',
    names: list('kalopanax, kalopanax pictus, kalopanax septemlobus, kalopanax septemlobus stem bark'),
    rxnorm: ['1307713'],
    note: 'A plant extract that a public value set lists among the opioids by mistake. It is none.',
    sources: [cite('opioid-cds', 'opioid value set, where it stands by mistake'), RXNORM_CODES],
  },
];
