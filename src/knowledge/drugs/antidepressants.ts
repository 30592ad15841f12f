/** Antidepressants and what is added to them, with the class by which trials of treatment are counted. */
import { assume } from '../../domain/source.ts';
import { RECALLED_NAMES } from './basis.ts';
import { list, type Drug, type Group } from './drug.ts';

const SOURCES = [assume('classes and ATC groups of antidepressants are recalled from any textbook'), RECALLED_NAMES];

const row = (groups: readonly Group[], name: string, names: string, brands: string, atc: string): Drug => ({
  id: name.replace(/ /g, '-'),
  name,
  names: list(names),
  ...(brands === '' ? {} : { brands: list(brands) }),
  ...(atc === '' ? {} : { atc: list(atc) }),
  groups,
  sources: SOURCES,
});

const SSRI: readonly Group[] = ['ssri', 'serotonergic'];
const SNRI: readonly Group[] = ['snri', 'serotonergic'];
const TCA: readonly Group[] = ['tca', 'serotonergic'];
const MAOI: readonly Group[] = ['maoi', 'serotonergic'];

export const ANTIDEPRESSANTS: readonly Drug[] = [
  row(
    SSRI,
    'fluoxetine',
    'fluoxetin, fluoxetina, olanzapine/fluoxetine',
    'Prozac, Sarafem, Fluctin, Fontex, Symbyax',
    'N06AB03',
  ),
  row(SSRI, 'sertraline', 'sertralin, sertralina', 'Zoloft, Lustral, Gladem, Besitran', 'N06AB06'),
  row(SSRI, 'citalopram', 'citalopramum', 'Celexa, Cipramil, Seropram', 'N06AB04'),
  row(SSRI, 'escitalopram', 'escitalopramum', 'Lexapro, Cipralex, Seroplex, Entact', 'N06AB10'),
  row(SSRI, 'paroxetine', 'paroxetin, paroxetina', 'Paxil, Seroxat, Pexeva, Deroxat, Brisdelle', 'N06AB05'),
  row(SSRI, 'fluvoxamine', 'fluvoxamin, fluvoxamina', 'Luvox, Faverin, Fevarin, Floxyfral', 'N06AB08'),
  row(SNRI, 'venlafaxine', 'venlafaxin, venlafaxina', 'Effexor, Efexor, Trevilor', 'N06AX16'),
  row(SNRI, 'desvenlafaxine', 'desvenlafaxin, desvenlafaxina', 'Pristiq, Khedezla', 'N06AX23'),
  row(SNRI, 'duloxetine', 'duloxetin, duloxetina', 'Cymbalta, Irenka, Drizalma, Yentreve, Xeristar', 'N06AX21'),
  row(SNRI, 'milnacipran', 'milnacipranum', 'Savella, Ixel', 'N06AX17'),
  row(SNRI, 'levomilnacipran', 'levomilnacipranum', 'Fetzima', ''),
  {
    ...row(
      ['ndri'],
      'bupropion',
      'amfebutamone, bupropiona, dextromethorphan/bupropion, bupropion/naltrexone',
      'Wellbutrin, Zyban, Aplenzin, Forfivo, Elontril, Budeprion, Contrave, Mysimba, Auvelity',
      'N06AX12, A08AA62, N06AX62',
    ),
    rxnorm: ['1551467'],
  },
  row(TCA, 'amitriptyline', 'amitriptylin, amitriptilina', 'Elavil, Saroten, Laroxyl, Endep, Tryptizol', 'N06AA09'),
  row(TCA, 'nortriptyline', 'nortriptylin, nortriptilina', 'Pamelor, Aventyl, Nortrilen, Allegron', 'N06AA10'),
  row(TCA, 'imipramine', 'imipramin, imipramina', 'Tofranil', 'N06AA02'),
  row(TCA, 'desipramine', 'desipramin, desipramina', 'Norpramin, Pertofran', 'N06AA01'),
  row(TCA, 'clomipramine', 'clomipramin, clomipramina', 'Anafranil', 'N06AA04'),
  row(TCA, 'doxepin', 'doxepine, doxepina', 'Sinequan, Silenor, Aponal', 'N06AA12'),
  row(TCA, 'trimipramine', 'trimipramin, trimipramina', 'Surmontil, Stangyl', 'N06AA06'),
  row(TCA, 'protriptyline', 'protriptylin', 'Vivactil', 'N06AA11'),
  row(TCA, 'amoxapine', 'amoxapin, amoxapina', 'Asendin, Defanyl', 'N06AA17'),
  row(TCA, 'dosulepin', 'dothiepin, dosulepine', 'Prothiaden', 'N06AA16'),
  row(TCA, 'lofepramine', 'lofepramin', 'Gamanil, Lomont', 'N06AA07'),
  row(TCA, 'opipramol', 'opipramolum', 'Insidon', 'N06AA05'),
  row(MAOI, 'phenelzine', 'phenelzin, fenelzina', 'Nardil', 'N06AF03'),
  row(MAOI, 'tranylcypromine', 'tranylcypromin, tranilcipromina', 'Parnate, Jatrosom', 'N06AF04'),
  row(MAOI, 'isocarboxazid', 'isocarboxazide', 'Marplan', 'N06AF01'),
  row(MAOI, 'moclobemide', 'moclobemid, moclobemida', 'Aurorix, Manerix', 'N06AG02'),
  row(MAOI, 'selegiline', 'selegilin, selegilina', 'Emsam, Eldepryl, Zelapar', 'N04BD01'),
  row(['tetracyclic'], 'mirtazapine', 'mirtazapin, mirtazapina', 'Remeron, Zispin, Remergil, Norset', 'N06AX11'),
  row(['tetracyclic'], 'mianserin', 'mianserine, mianserina', 'Tolvon, Athymil', 'N06AX03'),
  row(['tetracyclic'], 'maprotiline', 'maprotilin, maprotilina', 'Ludiomil', 'N06AA21'),
  row(
    ['multimodal', 'serotonergic'],
    'trazodone',
    'trazodon, trazodona',
    'Desyrel, Oleptro, Molipaxin, Trittico',
    'N06AX05',
  ),
  row(['multimodal', 'serotonergic'], 'nefazodone', 'nefazodon', 'Serzone, Dutonin', 'N06AX06'),
  row(['multimodal', 'serotonergic'], 'vortioxetine', 'vortioxetin, vortioxetina', 'Trintellix, Brintellix', 'N06AX26'),
  row(['multimodal', 'serotonergic'], 'vilazodone', 'vilazodon, vilazodona', 'Viibryd', 'N06AX24'),
  row(['multimodal', 'serotonergic'], 'gepirone', 'gepiron', 'Exxua', ''),
  row(['atypical-antidepressant'], 'agomelatine', 'agomelatin, agomelatina', 'Valdoxan, Thymanax', 'N06AX22'),
  row(['atypical-antidepressant'], 'reboxetine', 'reboxetin, reboxetina', 'Edronax, Solvex', 'N06AX18'),
  row(['atypical-antidepressant'], 'zuranolone', 'zuranolon', 'Zurzuvae', ''),
  row(['augmenter'], 'aripiprazole', 'aripiprazol', 'Abilify', 'N05AX12'),
  row(['augmenter'], 'brexpiprazole', 'brexpiprazol', 'Rexulti, Rxulti', 'N05AX16'),
  row(['augmenter'], 'cariprazine', 'cariprazin, cariprazina', 'Vraylar, Reagila', 'N05AX15'),
  row(['augmenter'], 'quetiapine', 'quetiapin, quetiapina', 'Seroquel', 'N05AH04'),
  row(
    ['augmenter'],
    'olanzapine',
    'olanzapin, olanzapina, olanzapine/fluoxetine, olanzapine/samidorphan',
    'Zyprexa, Symbyax, Lybalvi',
    'N05AH03',
  ),
  row(['augmenter'], 'risperidone', 'risperidon, risperidona', 'Risperdal', 'N05AX08'),
  row(['augmenter'], 'lumateperone', 'lumateperon', 'Caplyta', ''),
  row(['augmenter'], 'lurasidone', 'lurasidon, lurasidona', 'Latuda', 'N05AE05'),
  row(
    ['augmenter', 'serotonergic'],
    'lithium',
    'lithium carbonate, litio, lithiumcarbonat',
    'Lithobid, Eskalith, Priadel, Quilonum, Camcolit',
    'N05AN01',
  ),
  row(['augmenter', 'serotonergic'], 'buspirone', 'buspiron, buspirona', 'Buspar, Bespar', 'N05BE01'),
  row(['augmenter'], 'pramipexole', 'pramipexol', 'Mirapex, Sifrol', 'N04BC05'),
  row(['augmenter'], 'lamotrigine', 'lamotrigin, lamotrigina', 'Lamictal, Subvenite', 'N03AX09'),
  row(
    ['stimulant'],
    'methylphenidate',
    'methylphenidat, metilfenidato, dexmethylphenidate',
    'Ritalin, Concerta, Medikinet, Focalin, Equasym',
    'N06BA04, N06BA11',
  ),
  row(
    ['stimulant'],
    'amphetamine',
    'amfetamine, amphetamin, amfetamin, dextroamphetamine, dexamfetamine, dexamphetamine, mixed amphetamine salts',
    'Adderall, Dexedrine, Evekeo, Zenzedi, Attentin, Mydayis',
    'N06BA01, N06BA02',
  ),
  row(['stimulant'], 'lisdexamfetamine', 'lisdexamphetamine, lisdexamfetamin', 'Vyvanse, Elvanse', 'N06BA12'),
  row(['stimulant'], 'modafinil', 'armodafinil, modafinilo', 'Provigil, Nuvigil, Vigil, Modiodal', 'N06BA07'),
];
