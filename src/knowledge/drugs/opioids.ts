/** Opioids with an effect in the whole body: full, partial and mixed agonists at the mu receptor. */
import { assume } from '../../domain/source.ts';
import { ATC_CODES, LONG_ACTING, LONG_SOURCES, RECALLED_NAMES, SHORT_ACTING, SHORT_SOURCES } from './basis.ts';
import { list, type Drug, type Washout } from './drug.ts';

const SEVEN_DAYS: Washout = { short: { from: 7, to: 7 }, extended: { from: 10, to: 14 }, unstated: 'short' };
const DAYS_AFTER_INFUSION: Washout = { short: { from: 3, to: 7 }, extended: { from: 10, to: 14 }, unstated: 'short' };
const TEN_TO_FOURTEEN: Washout = { short: { from: 10, to: 14 }, extended: { from: 10, to: 14 }, unstated: 'extended' };

const short = (row: Omit<Drug, 'opioidClass' | 'washout' | 'sources'>): Drug => ({
  washout: SHORT_ACTING,
  opioidClass: 'S',
  sources: SHORT_SOURCES,
  ...row,
});

const long = (row: Omit<Drug, 'opioidClass' | 'washout' | 'sources'>): Drug => ({
  washout: LONG_ACTING,
  opioidClass: 'L',
  sources: LONG_SOURCES,
  ...row,
});

const mixed = (row: Omit<Drug, 'opioidClass' | 'washout' | 'sources'>): Drug => ({
  ...short(row),
  washout: SEVEN_DAYS,
});

const infused = (row: Omit<Drug, 'opioidClass' | 'washout' | 'sources'>): Drug => ({
  ...short(row),
  washout: DAYS_AFTER_INFUSION,
});

export const OPIOIDS: readonly Drug[] = [
  short({
    id: 'morphine',
    name: 'morphine',
    names: list('morphin, morphia, morfina, morfine, morfin, morphium, morphini, morphinum, papaveretum, omnopon'),
    brands: list(
      'Oramorph, Sevredol, Roxanol, Duramorph, Infumorph, Mitigo, Astramorph, Actiskenan, MSIR, Cyclimorph, DepoDur',
    ),
    slowBrands: list(
      'MS Contin, Kadian, Arymo, Morphabond, Avinza, Embeda, MST, MST Continus, Zomorph, Morphgesic, MXL, Skenan, Oramorph SR, M-Eslon, Kapanol, Contalgin, Dolcontin',
    ),
    rxnorm: ['7052', '866331'],
    atc: ['N02AA01', 'N02AA51', 'N02AG01', 'A07DA52'],
  }),
  short({
    id: 'codeine',
    name: 'codeine',
    names: list(
      'codein, codeina, kodein, kodeina, codeinum, methylmorphine, co-codamol, cocodamol, co-codaprin, APAP/codeine, acetaminophen with codeine, tylenol with codeine, tylenol 3, tylenol 4, tylenol no 3, tylenol no 4, fioricet with codeine, fiorinal with codeine, promethazine with codeine, tussicodin',
    ),
    brands: list(
      'Solpadeine, Solpadol, Zapain, Kapake, Tylex, Panadeine, Panadeine Forte, Nurofen Plus, Cuprofen Plus, Migraleve, Codant, Codicaps, Phenergan with codeine, Tuxarin, Tuzistra, Cheratussin, Robitussin AC, Guaiatussin AC, Mersyndol, Dafalgan codeine, Codoliprane, Klipal, Talvosilen, Gelonida, Titretta, Codipront, Bronchicum Mono Codein, Euphon, Neo-codion, Galcodine, Emcodeine, Empirin with codeine, Capital and codeine, Ascomp, Brontex, Tricodein, Lonarid, Treuphadol, Efferalgan codeine, Prontalgine, Pinex Forte, Paralgin Forte',
    ),
    streetNames: list('lean, purple drank, sizzurp, dirty sprite, T-threes'),
    rxnorm: ['2670', '817579', '214442', '214444', '689561', '689522'],
    atc: ['R05DA04', 'N02AJ06', 'N02AJ07', 'N02AJ08', 'N02AJ09', 'N02AA59', 'N02AA79'],
  }),
  short({
    id: 'hydrocodone',
    name: 'hydrocodone',
    names: list('hydrocodon, hidrocodona, idrocodone, hydrocodonum, dihydrocodeinone, hydrocodone/APAP, HC/APAP'),
    brands: list(
      'Vicodin, Norco, Lortab, Lorcet, Hycet, Tussigon, Hydromet, Vicoprofen, Hycodan, Xodol, Verdrocet, Zamicet, Zydone, Maxidone, Anexsia, Co-Gesic, Reprexain, Ibudone, Xylon, Rezira, Zutripro, Vituz, Flowtuss, Obredon, Dicodid, Stagesic, Liquicet, Hycotuss, Lorcet Plus',
    ),
    slowBrands: list('Hysingla, Zohydro, Tussionex, TussiCaps, Vantrela, Hydrocodone Polistirex'),
    streetNames: list('vikes, vics, hydros, watsons'),
    rxnorm: ['5489', '214182', '214627', '214614', '214392'],
    atc: ['R05DA03', 'N02AJ22', 'N02AJ23'],
  }),
  short({
    id: 'benzhydrocodone',
    name: 'benzhydrocodone',
    names: list('benzhydrocodon, benzhydrocodone/acetaminophen'),
    brands: list('Apadaz'),
  }),
  short({
    id: 'oxycodone',
    name: 'oxycodone',
    names: list(
      'oxycodon, oxicodona, oxycodona, ossicodone, oksykodon, oksikodon, oxicodone, oxycodonum, oxycodone/APAP, oxycodone IR',
    ),
    brands: list(
      'Roxybond, Roxicodone, Oxaydo, Oxecta, Percocet, Percodan, Endocet, Endodan, Roxicet, Roxiprin, Tylox, Primlev, Xolox, Magnacet, Nalocet, Prolate, Perloxx, Combunox, Endone, OxyNorm, OxyIR, OxyFast, Shortec, Lynlor, Oxydose, Eth-Oxydose, Supeudol, Depalgos',
    ),
    slowBrands: list(
      'OxyContin, Xtampza, Xartemis, Troxyca, Targiniq, Targin, Targinact, Targinin, Longtec, Oxypro, Oxeltra, Reltebon, Carexil, Oxygesic, Oxylan, Oxyneo, Abtard, Zomestine',
    ),
    streetNames: list(
      'oxy, oxys, oxies, percs, perks, perc 30, perc 30s, roxies, roxys, roxy, blues, blueys, hillbilly heroin, OC 80, ocs, 512s, M30s',
    ),
    rxnorm: ['7804', '214183'],
    atc: ['N02AA05', 'N02AA55', 'N02AA56', 'N02AJ17', 'N02AJ18', 'N02AJ19'],
  }),
  short({
    id: 'hydromorphone',
    name: 'hydromorphone',
    names: list('hydromorphon, hidromorfona, idromorfone, hydromorfon, dihydromorphinone'),
    brands: list('Dilaudid, Palladone, Palladon, Hydal, Sophidone, Opidol'),
    slowBrands: list('Exalgo, Palladone SR, Jurnista, Hydromorph Contin, Palladon retard'),
    streetNames: list('dillies, dilly, hospital heroin'),
    rxnorm: ['3423'],
    atc: ['N02AA03', 'N02AG04'],
  }),
  short({
    id: 'oxymorphone',
    name: 'oxymorphone',
    names: list('oxymorphon, oximorfona, oxymorfon'),
    brands: list('Opana, Numorphan'),
    slowBrands: list('Opana ER'),
    streetNames: list('pandas, blue heaven'),
    rxnorm: ['7814'],
    atc: ['N02AA11'],
  }),
  {
    ...short({
      id: 'fentanyl',
      name: 'fentanyl',
      names: list('fentanil, fentanilo, fentanyle, fentanylum, phentanyl, carfentanil, carfentanyl, acetylfentanyl'),
      brands: list(
        'Abstral, Actiq, Sublimaze, Ionsys, Fentora, Subsys, Lazanda, Onsolis, Instanyl, PecFent, Effentora, Recivit, Vellofent, Breakyl, Innovar, Thalamonal',
      ),
      slowBrands: list('Duragesic, Durogesic, Matrifen, Mezolar, Fencino, Victanyl, Osmach, Fentalis, Opiodur, Yemex'),
      streetNames: list('fent, fetty, china white, china girl, tango and cash, dance fever'),
      rxnorm: ['4337'],
      atc: ['N02AB03', 'N01AH01'],
      note: 'Leaves fat slowly after long or illicit use: longer than any fixed number of days.',
    }),
    washout: { ...SHORT_ACTING, unstated: 'extended' },
  },
  infused({
    id: 'alfentanil',
    name: 'alfentanil',
    names: list('alfentanyl, alfentanilo'),
    brands: list('Alfenta, Rapifen'),
    rxnorm: ['480'],
    atc: ['N01AH02'],
  }),
  infused({
    id: 'sufentanil',
    name: 'sufentanil',
    names: list('sufentanyl, sufentanilo'),
    brands: list('Sufenta, Dsuvia, Dzuveo, Zalviso'),
    rxnorm: ['56795'],
    atc: ['N01AH03'],
  }),
  infused({
    id: 'remifentanil',
    name: 'remifentanil',
    names: list('remifentanyl, remifentanilo'),
    brands: list('Ultiva'),
    rxnorm: ['73032'],
    atc: ['N01AH06'],
  }),
  short({
    id: 'meperidine',
    name: 'meperidine (pethidine)',
    names: list('meperidine, pethidine, pethidin, petidina, petidin, meperidina, pethidinum, mepergan'),
    brands: list('Demerol, Dolantin, Dolantine, Dolosal, Dolestine, Meperitab, Pamergan'),
    streetNames: list('demmies'),
    rxnorm: ['6754'],
    atc: ['N02AB02', 'N02AB52', 'N02AB72', 'N02AG03'],
  }),
  long({
    id: 'methadone',
    name: 'methadone',
    names: list('methadon, metadona, metadone, metadon, methadonum, amidone'),
    brands: list(
      'Dolophine, Methadose, Diskets, Metadol, Physeptone, Eptadone, Heptadon, Methaddict, Eptadon, Ketalgin, Westadone, Biodone, Symoron',
    ),
    streetNames: list('fizzies, chocolate chip cookies'),
    rxnorm: ['6813'],
    atc: ['N07BC02', 'N02AC52'],
  }),
  long({
    id: 'levomethadyl',
    name: 'levomethadyl acetate',
    names: list('levomethadyl, levacetylmethadol, levo-alpha-acetylmethadol, LAAM'),
    brands: list('Orlaam'),
    rxnorm: ['237005'],
    atc: ['N07BC03'],
  }),
  long({
    id: 'levomethadone',
    name: 'levomethadone',
    names: list('levomethadon, levometadona, R-methadone'),
    brands: list('L-Polamidon, Polamidon, Levopidon'),
    atc: ['N07BC05'],
  }),
  long({
    id: 'normethadone',
    name: 'normethadone',
    names: list('normethadon'),
    brands: list('Ticarda, Cophylac'),
    atc: ['R05DA06'],
  }),
  long({
    id: 'buprenorphine',
    name: 'buprenorphine',
    names: list(
      'buprenorphin, buprenorfina, buprenorfin, buprenorphinum, buprenorphine/naloxone, buprenorphine naloxone, buprenorphine with naloxone, bup/nal, bupe',
    ),
    brands: list(
      'Subutex, Belbuca, Buprenex, Suboxone, Zubsolv, Bunavail, Temgesic, Espranor, Prefibin, Natzon, Tephine, Addnok, Cassipa, Simbadol, Orobupré, Subutex SL, Bupensan',
    ),
    slowBrands: list(
      'BuTrans, Norspan, Transtec, Hapoctasin, Sevodyne, Bupeaze, Panitaz, Reletrans, Relevtec, Carlosafine',
    ),
    depotBrands: list('Sublocade, Probuphine, Brixadi, Buvidal, Sixmo'),
    streetNames: list('subs, bupes'),
    rxnorm: ['1819', '352364'],
    atc: ['N02AE01', 'N07BC01', 'N07BC51'],
  }),
  short({
    id: 'tramadol',
    name: 'tramadol',
    names: list('tramadole, tramadolum, tramadolo, tramadol/APAP, tramadol/paracetamol, tramadol/acetaminophen'),
    brands: list(
      'Ultram, Ultracet, Rybix, Tramal, Zaldiar, Zydol, Zamadol, Tramacet, Ixprim, Contramal, Topalgic, Adolonta, Tramadolor, Tramake, Doreta, Seglentis, Skudexa, Enanplus, Qdolo, Nobligan, Tradolan, Mandolgin, Poltram, Zaracet, Dolcet, Mabron, Tramagit',
    ),
    slowBrands: list(
      'ConZip, Ryzolt, Ultram ER, Tridural, Ralivia, Zytram, Durela, Durotram, Monocrixo, Monoalgic, Zytram XL, Tramal retard, Tramal long, Zamadol SR, Tradorec, Marol, Maxitram, Mabron retard, Oldaram, Tilodol',
    ),
    streetNames: list('trammies, tramz, trams, ultras'),
    rxnorm: ['10689', '352362'],
    atc: ['N02AX02', 'N02AX52', 'N02AJ13', 'N02AJ14', 'N02AJ15', 'N02AJ16'],
  }),
  short({
    id: 'tapentadol',
    name: 'tapentadol',
    names: list('tapentadolum, tapentadole'),
    brands: list('Nucynta, Palexia, Ationdo'),
    slowBrands: list('Nucynta ER, Palexia SR, Palexia retard, Yantil'),
    rxnorm: ['787390'],
    atc: ['N02AX06'],
  }),
  {
    ...short({
      id: 'levorphanol',
      name: 'levorphanol',
      names: list('levorfanol, levorphan'),
      brands: list('Levo-Dromoran, Dromoran'),
      rxnorm: ['6378'],
    }),
    opioidClass: 'L',
    washout: TEN_TO_FOURTEEN,
    sources: [...SHORT_SOURCES, assume('counted with the long-acting: half-life of 11 to 16 hours is recalled')],
  },
  mixed({
    id: 'butorphanol',
    name: 'butorphanol',
    names: list('butorfanol, butorphanolum'),
    brands: list('Stadol, Moradol'),
    rxnorm: ['1841'],
    atc: ['N02AF01'],
  }),
  mixed({
    id: 'nalbuphine',
    name: 'nalbuphine',
    names: list('nalbuphin, nalbufina'),
    brands: list('Nubain, Nalpain'),
    rxnorm: ['7238'],
    atc: ['N02AF02'],
  }),
  mixed({
    id: 'pentazocine',
    name: 'pentazocine',
    names: list('pentazocin, pentazocina'),
    brands: list('Talwin, Talacen, Fortral, Fortwin, Sosegon'),
    rxnorm: ['8001'],
    atc: ['N02AD01'],
  }),
  short({
    id: 'dihydrocodeine',
    name: 'dihydrocodeine',
    names: list('dihydrocodein, dihidrocodeina, diidrocodeina, drocode, co-dydramol, codydramol'),
    brands: list('Trezix, Panlor, Synalgos-DC, Paracodin, Paramol, Remedeine, DF118, Dicodin'),
    slowBrands: list('DHC Continus, DHC Mundipharma, Codidol'),
    rxnorm: ['23088', '689569'],
    atc: ['N02AA08', 'N02AA58', 'N02AJ01', 'N02AJ02', 'N02AJ03'],
  }),
  short({
    id: 'opium',
    name: 'opium',
    names: list(
      'opium tincture, tincture of opium, laudanum, paregoric, belladonna and opium, belladonna-opium, camphorated opium, opio, poppy tea, poppy seed tea, poppy pods, poppy straw, poppy extract, papaver somniferum, poppy head, doda',
    ),
    brands: list('B & O Supprettes, Dropizol, Pantopon, Lamaline, Izalgi, Elixir paregorique'),
    rxnorm: ['7676', '215597'],
    atc: ['N02AA02', 'A07DA02'],
  }),
  short({
    id: 'diamorphine',
    name: 'diamorphine (heroin)',
    names: list('diamorphine, diamorphin, heroin, heroine, heroina, diacetylmorphine, diacetylmorphin, diaphin'),
    streetNames: list('smack, brown sugar, black tar, dope, junk, skag, speedball, chiva, tranq dope'),
    atc: ['N07BC06', 'N02AA09'],
  }),
  short({
    id: 'desomorphine',
    name: 'desomorphine (krokodil)',
    names: list('desomorphine, desomorphin, krokodil, permonid'),
    streetNames: list('crocodil, croc'),
  }),
  short({
    id: 'ketobemidone',
    name: 'ketobemidone',
    names: list('ketobemidon, cetobemidone'),
    brands: list('Ketogan, Ketorax, Cliradon'),
    atc: ['N02AB01', 'N02AG02'],
  }),
  short({
    id: 'piritramide',
    name: 'piritramide',
    names: list('piritramid, pirinitramide'),
    brands: list('Dipidolor'),
    atc: ['N02AC03'],
  }),
  short({
    id: 'propoxyphene',
    name: 'dextropropoxyphene',
    names: list(
      'dextropropoxyphene, propoxyphene, dextropropoxyphen, propoxyphen, destropropossifene, co-proxamol, propoxyphene napsylate',
    ),
    brands: list('Darvon, Darvocet, Wygesic, Distalgesic, Di-Antalvic, Doloxene, Capadex, Digesic, Balacet, Di-Gesic'),
    rxnorm: ['8785'],
    atc: ['N02AC04', 'N02AC54', 'N02AC74'],
  }),
  short({
    id: 'dextromoramide',
    name: 'dextromoramide',
    names: list('dextromoramid, moramide'),
    brands: list('Palfium'),
    atc: ['N02AC01'],
  }),
  short({
    id: 'dipipanone',
    name: 'dipipanone',
    names: list('dipipanon'),
    brands: list('Diconal, Pipadone'),
  }),
  short({
    id: 'bezitramide',
    name: 'bezitramide',
    names: list('bezitramid'),
    brands: list('Burgodin'),
    atc: ['N02AC05'],
  }),
  short({
    id: 'tilidine',
    name: 'tilidine',
    names: list('tilidin, tilidina, tilidine/naloxone, tilidin/naloxon, tilidin comp, tilidin naloxon'),
    brands: list('Valoron, Valoron N, Celldolor, Tilicomp, Andolor'),
    slowBrands: list('Valoron N retard, Tilidin retard, Tilidin comp retard'),
    streetNames: list('tilis, tillies'),
    atc: ['N02AX01', 'N02AX51'],
  }),
  short({
    id: 'dezocine',
    name: 'dezocine',
    names: list('dezocin'),
    brands: list('Dalgan'),
    atc: ['N02AX03'],
  }),
  short({
    id: 'meptazinol',
    name: 'meptazinol',
    names: list('meptazinolum'),
    brands: list('Meptid'),
    atc: ['N02AX05'],
  }),
  short({
    id: 'phenazocine',
    name: 'phenazocine',
    names: list('phenazocin'),
    brands: list('Narphen'),
    atc: ['N02AD02'],
  }),
  short({
    id: 'oliceridine',
    name: 'oliceridine',
    names: list('oliceridin'),
    brands: list('Olinvyk, Olinvo'),
    atc: ['N02AX07'],
  }),
  short({ id: 'nicomorphine', name: 'nicomorphine', names: list('nicomorphin, nicomorfina'), brands: list('Vilan') }),
  mixed({
    id: 'ethylmorphine',
    name: 'ethylmorphine',
    names: list('ethylmorphin, etilmorfina, aethylmorphin, dionine, dionin'),
    brands: list('Cosylan, Lepheton, Codethyline, Solvipect comp, Cocillana-Etyfin'),
    atc: ['R05DA01', 'S01XA06'],
  }),
  mixed({
    id: 'pholcodine',
    name: 'pholcodine',
    names: list('pholcodin, folcodina, folkodin, pholcodeine'),
    brands: list('Galenphol, Pavacol, Duro-Tuss, Biocalyptol, Hexapneumine, Respilene'),
    atc: ['R05DA08'],
  }),
  {
    id: 'kratom',
    name: 'kratom',
    names: list(
      'kratom, mitragynine, mitragynin, mitragyna, mitragyna speciosa, mitragyna speciosa leaf, 7-hydroxymitragynine, 7-OH, 7OH, ketum, kakuam, biak-biak, maeng da, bali kratom, red vein, green vein',
    ),
    streetNames: list('krypton'),
    opioidClass: 'O',
    washout: SHORT_ACTING,
    note: 'A plant with partial mu agonists. It stands in no code system that a clinic uses, so only the text or a question finds it.',
    sources: [LONG_SOURCES[2], assume('7 to 10 days as for a short-acting opioid: derived, no study'), RECALLED_NAMES],
  },
  {
    id: 'tianeptine',
    name: 'tianeptine',
    names: list('tianeptin, tianeptina, tianeptine sodium, tianeptine sulfate'),
    brands: list('Stablon, Coaxil, Tatinol, Salymbra'),
    streetNames: list(
      'tianaa, tianna, zaza, za za red, zaza red, neptunes fix, pegasus, gas station heroin, gas station dope',
    ),
    atc: ['N06AX14'],
    opioidClass: 'O',
    washout: { short: { from: 7, to: 7 }, extended: { from: 7, to: 7 }, unstated: 'short' },
    groups: ['atypical-antidepressant'],
    note: 'An antidepressant in some countries and a mu agonist that is misused.',
    sources: [ATC_CODES, assume('7 days, derived from its short action; misuse is known'), RECALLED_NAMES],
  },
  {
    id: 'nitazene',
    name: 'a nitazene',
    names: list('nitazene, nitazenes, isotonitazene, etonitazene, metonitazene, protonitazene, etazene, U-47700'),
    opioidClass: 'O',
    washout: LONG_ACTING,
    sources: [assume('illicit synthetic opioids of unknown strength: the long washout is taken'), RECALLED_NAMES],
  },
  {
    id: 'opioid-unspecified',
    name: 'unnamed opioid',
    names: list(
      'opioid, opioids, opiate, opiates, opioide, opioiden, opiaten, opioid analgesic, opioid agonist, narcotic, narcotics, narcotic analgesic, narcotic pain medicine, opioid pain medicine, opioid substitution, opioid treatment',
    ),
    atc: ['N02A', 'N01AH', 'R05DA', 'R05FA', 'N07BC'],
    opioidClass: 'L',
    washout: LONG_ACTING,
    note: 'The record says that it is an opioid and not which one: the longest of the usual washouts is taken.',
    sources: [
      ATC_CODES,
      assume('which opioid is not known, so the washout of a long-acting one is taken'),
      RECALLED_NAMES,
    ],
  },
];
