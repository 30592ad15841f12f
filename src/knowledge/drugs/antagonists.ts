/** Opioid antagonists: other naltrexone, which would double the dose, and those that tell of an opioid in use. */
import { assume } from '../../domain/source.ts';
import { ATC_CODES, RECALLED_NAMES, RXNORM_CODES } from './basis.ts';
import { list, type Drug } from './drug.ts';

const SOURCES = [RXNORM_CODES, ATC_CODES, RECALLED_NAMES] as const;

export const ANTAGONISTS: readonly Drug[] = [
  {
    id: 'naltrexone',
    name: 'naltrexone',
    names: list(
      'naltrexon, naltrexona, naltrexonum, low dose naltrexone, LDN, bupropion/naltrexone, naltrexone/bupropion, samidorphan, olanzapine/samidorphan',
    ),
    brands: list(
      'ReVia, Depade, Trexan, Contrave, Mysimba, Nalorex, Nemexin, Adepend, Ethylex, Antaxone, Celupan, Naltrexin, Dependex, Opizone, Embeda, Troxyca, Lybalvi',
    ),
    depotBrands: list('Vivitrol, Vivitrex, Naltrel, Prodetoxone'),
    rxnorm: ['7243', '1483744', '1551467', '866331'],
    atc: ['N07BB04', 'A08AA62'],
    opioidClass: 'X',
    groups: ['naltrexone', 'antagonist'],
    sources: SOURCES,
  },
  {
    id: 'nalmefene',
    name: 'nalmefene',
    names: list('nalmefen, nalmefeno'),
    brands: list('Selincro, Revex, Opvee, Zurnai'),
    atc: ['N07BB05'],
    opioidClass: 'X',
    groups: ['naltrexone', 'antagonist'],
    note: 'Another long-lasting antagonist at the same receptors: the block adds up.',
    sources: [ATC_CODES, RECALLED_NAMES],
  },
  {
    id: 'naloxone',
    name: 'naloxone',
    names: list('naloxon, naloxona, naloxonum'),
    brands: list('Narcan, Kloxxado, Zimhi, Evzio, Nyxoid, Prenoxad, Rextovy, RiVive, Ventizolve'),
    rxnorm: ['7242'],
    atc: ['V03AB15', 'A06AH04'],
    opioidClass: 'X',
    groups: ['antagonist'],
    sources: [RXNORM_CODES, assume('ATC code V03AB15 is recalled'), RECALLED_NAMES],
  },
  {
    id: 'methylnaltrexone',
    name: 'methylnaltrexone',
    names: list('methylnaltrexon, methylnaltrexone bromide, metilnaltrexona'),
    brands: list('Relistor'),
    rxnorm: ['29899'],
    atc: ['A06AH01'],
    opioidClass: 'X',
    groups: ['peripheral-antagonist', 'antagonist'],
    sources: SOURCES,
  },
  {
    id: 'naloxegol',
    name: 'naloxegol',
    names: list('naloxegolum'),
    brands: list('Movantik, Moventig'),
    rxnorm: ['1551777'],
    atc: ['A06AH03'],
    opioidClass: 'X',
    groups: ['peripheral-antagonist', 'antagonist'],
    sources: SOURCES,
  },
  {
    id: 'naldemedine',
    name: 'naldemedine',
    names: list('naldemedin, naldemedina'),
    brands: list('Symproic, Rizmoic'),
    rxnorm: ['1876597'],
    atc: ['A06AH05'],
    opioidClass: 'X',
    groups: ['peripheral-antagonist', 'antagonist'],
    sources: SOURCES,
  },
  {
    id: 'alvimopan',
    name: 'alvimopan',
    names: list('alvimopanum'),
    brands: list('Entereg'),
    rxnorm: ['480639'],
    atc: ['A06AH02'],
    opioidClass: 'X',
    groups: ['peripheral-antagonist', 'antagonist'],
    sources: SOURCES,
  },
];
