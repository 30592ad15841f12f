/** Drugs, herbs and supplements that are no opioids and that a rule about interactions looks for. */
import { assume, cite } from '../../domain/source.ts';
import { ATC_CODES, RECALLED_NAMES, RXNORM_CODES } from './basis.ts';
import { list, type Drug, type Group } from './drug.ts';

const RECALLED = [assume('names and ATC groups are recalled'), RECALLED_NAMES];
const CODED = [RXNORM_CODES, ATC_CODES, RECALLED_NAMES];

const row = (group: Group, name: string, names: string, brands: string, atc = ''): Drug => ({
  id: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  name,
  ...(names === '' ? {} : { names: list(names) }),
  ...(brands === '' ? {} : { brands: list(brands) }),
  ...(atc === '' ? {} : { atc: list(atc) }),
  groups: [group],
  sources: RECALLED,
});

const KETAMINES: readonly Drug[] = [
  {
    ...row('ketamine', 'ketamine', 'ketamin, ketamina', 'Ketalar, Ketanest, Calypsol, Ketaset', 'N01AX03'),
    streetNames: list('special K, ket'),
    rxnorm: ['6130'],
    groups: ['ketamine', 'glutamate-antidepressant'],
    sources: CODED,
  },
  {
    ...row('ketamine', 'esketamine', 'esketamin, esketamina, S-ketamine', 'Spravato, Ketanest S', 'N06AX27, N01AX14'),
    rxnorm: ['2119365'],
    groups: ['ketamine', 'glutamate-antidepressant'],
    sources: CODED,
  },
];

const LABEL_INTERACTIONS: readonly Drug[] = [
  {
    ...row('thioridazine', 'thioridazine', 'thioridazin, tioridazina', 'Mellaril, Melleril, Sonapax', 'N05AC02'),
    rxnorm: ['10502'],
    sources: CODED,
  },
  {
    ...row('disulfiram', 'disulfiram', 'disulfiramum, tetraethylthiuram', 'Antabuse, Antabus, Esperal', 'N07BB01'),
    rxnorm: ['3554'],
    sources: CODED,
  },
  {
    ...row('withdrawal-aid', 'lofexidine', 'lofexidin', 'Lucemyra, BritLofex'),
    rxnorm: ['28863'],
    atc: ['N07BC04'],
    note: 'Given for the withdrawal of opioids: it tells that one was taken.',
    sources: CODED,
  },
];

const HERBS: readonly Drug[] = [
  {
    ...row(
      'st-johns-wort',
      "St John's wort",
      "saint john's wort, st johnswort, st. john's wort, johanniskraut, hypericum, hypericum perforatum, hyperici herba, hypericin, millepertuis, hierba de san juan",
      'Jarsin, Laif, Kira, Neuroplant, Perika',
      'N06AX25',
    ),
    id: 'st-johns-wort',
    groups: ['st-johns-wort', 'serotonergic', 'herbal-antidepressant'],
    sources: [ATC_CODES, RECALLED_NAMES],
  },
  row('bleeding-herb', 'willow bark', 'white willow, salix alba, salix cortex, weidenrinde, salicin', 'Assalix'),
  row(
    'bleeding-herb',
    'omega-3',
    'omega 3, omega 3 fatty acids, fish oil, cod liver oil, krill oil, fischol, icosapent ethyl, EPA/DHA, eicosapentaenoic acid',
    'Lovaza, Vascepa, Omacor',
    'C10AX06',
  ),
  row('bleeding-herb', 'turmeric', 'curcumin, curcuma, curcuma longa, kurkuma', 'Theracurmin, Meriva'),
  row('bleeding-herb', 'ginger', 'zingiber, zingiber officinale, ingwer, gingerol', ''),
];

const ANTICOAGULANTS: readonly Drug[] = [
  row('anticoagulant', 'warfarin', 'warfarine, warfarina', 'Coumadin, Jantoven, Marevan', 'B01AA03'),
  row(
    'anticoagulant',
    'phenprocoumon',
    'acenocoumarol, fluindione',
    'Marcumar, Falithrom, Sintrom, Previscan',
    'B01AA',
  ),
  row('anticoagulant', 'apixaban', 'apixabanum', 'Eliquis', 'B01AF02'),
  row('anticoagulant', 'rivaroxaban', 'rivaroxabanum', 'Xarelto', 'B01AF01'),
  row('anticoagulant', 'edoxaban', 'edoxabanum', 'Savaysa, Lixiana', 'B01AF03'),
  row('anticoagulant', 'dabigatran', 'dabigatran etexilate', 'Pradaxa', 'B01AE07'),
  row(
    'anticoagulant',
    'heparin',
    'enoxaparin, dalteparin, tinzaparin, fondaparinux, nadroparin',
    'Lovenox, Clexane, Fragmin, Arixtra',
    'B01AB, B01AX05',
  ),
  row(
    'anticoagulant',
    'clopidogrel',
    'prasugrel, ticagrelor',
    'Plavix, Effient, Brilinta, Brilique',
    'B01AC04, B01AC22, B01AC24',
  ),
];

const THYROID: readonly Drug[] = [
  {
    ...row(
      'thyroid',
      'levothyroxine',
      'levothyroxin, levotiroxina, thyroxine, L-thyroxine, L-thyroxin, thyroxin, levothyroxine sodium',
      'Synthroid, Levoxyl, Unithroid, Tirosint, Euthyrox, Eltroxin, Levothroid, Eutirox, Letrox, Levaxin',
      'H03AA01',
    ),
    rxnorm: ['10582'],
    sources: [RXNORM_CODES, ...RECALLED],
  },
  row('thyroid', 'liothyronine', 'triiodothyronine, liothyronin, liotironina', 'Cytomel, Thybon, Tertroxin', 'H03AA02'),
  row(
    'thyroid',
    'desiccated thyroid',
    'thyroid extract, thyroid tablets, natural thyroid, liotrix',
    'Armour Thyroid, NP Thyroid, Nature-Throid, WP Thyroid, Thyrolar, Novothyral',
    'H03AA05, H03AA03',
  ),
];

const IMMUNE: readonly Drug[] = [
  row('immunosuppressant', 'tacrolimus', 'tacrolimusum', 'Prograf, Advagraf, Envarsus, Astagraf', 'L04AD02'),
  row(
    'immunosuppressant',
    'ciclosporin',
    'cyclosporine, cyclosporin, ciclosporine, cyclosporine modified',
    'Neoral, Sandimmune, Gengraf, Sandimmun',
    'L04AD01',
  ),
  row(
    'immunosuppressant',
    'mycophenolate',
    'mycophenolic acid, mycophenolate mofetil',
    'CellCept, Myfortic',
    'L04AA06',
  ),
  row('immunosuppressant', 'azathioprine', 'azathioprin, azatioprina', 'Imuran, Imurek, Azasan', 'L04AX01'),
  row('immunosuppressant', 'sirolimus', 'everolimus, rapamycin', 'Rapamune, Certican, Zortress', 'L04AH01, L04AH02'),
  row('immunosuppressant', 'methotrexate', 'methotrexat, metotrexato', 'Trexall, Otrexup, Rasuvo, Lantarel', 'L04AX03'),
  row('immunosuppressant', 'leflunomide', 'teriflunomide, leflunomid', 'Arava, Aubagio', 'L04AK'),
  row(
    'immunosuppressant',
    'a JAK inhibitor',
    'tofacitinib, baricitinib, upadacitinib, filgotinib',
    'Xeljanz, Olumiant, Rinvoq',
    'L04AF',
  ),
  row('immunosuppressant', 'fingolimod', 'siponimod, ozanimod, ponesimod', 'Gilenya, Mayzent, Zeposia', 'L04AE'),
  row('immunosuppressant', 'cyclophosphamide', 'cyclophosphamid, ciclofosfamida', 'Cytoxan, Endoxan', 'L01AA01'),
  row('biologic', 'adalimumab', 'adalimumabum', 'Humira, Hyrimoz, Amjevita, Hadlima, Cyltezo, Yusimry', 'L04AB04'),
  row('biologic', 'etanercept', 'etanerceptum', 'Enbrel, Erelzi, Benepali', 'L04AB01'),
  row('biologic', 'infliximab', 'infliximabum', 'Remicade, Inflectra, Renflexis, Remsima', 'L04AB02'),
  row('biologic', 'another TNF inhibitor', 'certolizumab, certolizumab pegol, golimumab', 'Cimzia, Simponi', 'L04AB'),
  row(
    'biologic',
    'an interleukin inhibitor',
    'tocilizumab, sarilumab, ustekinumab, secukinumab, ixekizumab, guselkumab, risankizumab, anakinra, canakinumab',
    'Actemra, Kevzara, Stelara, Cosentyx, Taltz, Tremfya, Skyrizi, Kineret',
    'L04AC',
  ),
  row(
    'biologic',
    'another monoclonal antibody',
    'rituximab, ocrelizumab, ofatumumab, natalizumab, vedolizumab, abatacept, belatacept, belimumab, alemtuzumab',
    'Rituxan, MabThera, Ocrevus, Kesimpta, Tysabri, Entyvio, Orencia, Nulojix, Benlysta, Lemtrada',
    'L04AG, L04AA24, L04AA28',
  ),
  {
    ...row(
      'biologic',
      'interferon',
      'interferon beta, interferon alfa, peginterferon',
      'Avonex, Rebif, Betaseron, Plegridy, Pegasys',
      'L03AB',
    ),
    sources: [
      ...RECALLED,
      cite('lowdosenaltrexone-org', 'convention of caution with drugs that change the immune system'),
    ],
  },
];

const SEROTONERGIC: readonly Drug[] = [
  row(
    'serotonergic',
    'a triptan',
    'sumatriptan, rizatriptan, zolmitriptan, eletriptan, naratriptan',
    'Imitrex, Maxalt, Zomig, Relpax',
    'N02CC',
  ),
  row('serotonergic', '5-HTP', '5-hydroxytryptophan, oxitriptan, tryptophan, L-tryptophan', '', 'N06AX01, N06AX02'),
  row('serotonergic', 'linezolid', 'methylene blue', 'Zyvox', 'J01XX08'),
];

export const INTERACTING: readonly Drug[] = [
  ...KETAMINES,
  ...LABEL_INTERACTIONS,
  ...HERBS,
  ...ANTICOAGULANTS,
  ...THYROID,
  ...IMMUNE,
  ...SEROTONERGIC,
];
