import { describe, expect, it } from 'vitest';
import { SYSTEMS, type Medicine } from '../../src/domain/patient.ts';
import { isOpioid } from '../../src/knowledge/drugs/drug.ts';
import { isEveryday } from '../../src/knowledge/drugs/everyday.ts';
import { identify } from '../../src/knowledge/drugs/identify.ts';
import { DRUGS } from '../../src/knowledge/drugs/index.ts';
import { releaseOf } from '../../src/knowledge/drugs/release.ts';
import { within } from '../../src/knowledge/drugs/spelling.ts';
import { hasShared, sharedText } from '../shared.ts';

const line = (text?: string, more: Partial<Medicine> = {}): Medicine => ({
  what: { codings: [], ...(text === undefined ? {} : { text }) },
  status: 'active',
  kind: 'request',
  from: 'x',
  ...more,
});
const found = (text: string) => identify(line(text)).drugs.map(({ drug, sure }) => (sure ? drug.id : `${drug.id}?`));

describe('a name in a text', () => {
  it.each([
    ['Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet', ['oxycodone']],
    ['co-codamol 30/500', ['codeine']],
    ['hydrocodone/APAP 5-325', ['hydrocodone']],
    ['Tylenol #3', ['codeine']],
    ['Dolantin®', ['meperidine']],
    ['Pethidin 50 mg', ['meperidine']],
    ['Morphinsulfat 10 mg Retardtabletten', ['morphine']],
    ['oxycodone5mg', ['oxycodone']],
    ['Valoron N', ['tilidine']],
    ['buprenorphine 8 MG / naloxone 2 MG Sublingual Film', ['buprenorphine', 'naloxone']],
    ['Embeda', ['morphine', 'naltrexone']],
    ['KRATOM powder', ['kratom']],
    ['Coaxil', ['tianeptine']],
    ['Robitussin AC', ['codeine']],
    ['Prozac 20 mg', ['fluoxetine']],
    ['tramadol, opioid analgesic', ['tramadol']],
    ['opioid pain medicine', ['opioid-unspecified']],
  ])('%s is %j', (text, drugs) => expect(found(text).toSorted()).toEqual(drugs));

  it.each([
    ['oxycodne', ['oxycodone?']],
    ['vicoden', ['hydrocodone?']],
    ['buprenorfine', ['buprenorphine?']],
    ['tramadoll 50', ['tramadol?']],
    ['oxyc0done', ['oxycodone?']],
    ['popy tea', ['opium?']],
    ['subs', ['buprenorphine?']],
    ['lean', ['codeine?']],
    ['not taking oxycodone', ['oxycodone?']],
    ['naltrexone for opioid use disorder', ['naltrexone', 'opioid-unspecified?']],
    ['acetaminophenoxycodone', ['oxycodone?']],
  ])('%s is a doubt: %j', (text, drugs) => expect(found(text)).toEqual(drugs));

  it.each([
    'clonidine 0.1 mg',
    'hydrocortisone cream',
    'morpholine',
    'apomorphine',
    'ketorolac (Toradol)',
    'heparin lock flush',
    'Lopressor',
    'no opioids',
    'opioid-free',
    'non-opioid analgesic',
    'oxybutynin',
    'Potassium Chloride 10 MEQ',
    '24 HR metoprolol succinate 100 MG Extended Release Oral Tablet [Toprol]',
  ])('%s is no opioid and leaves no doubt', (text) => {
    const { drugs, readable, doubts } = identify(line(text));
    expect([drugs.filter(({ drug }) => isOpioid(drug)), readable, doubts]).toEqual([[], true, []]);
  });

  it.each([
    ['tramadol', 'trazodone'],
    ['methadone', 'methylphenidate'],
    ['naloxone', 'naltrexone'],
    ['ketamine', 'esketamine'],
    ['naltrexone', 'methylnaltrexone'],
    ['codeine', 'dihydrocodeine'],
  ])('%s is not %s', (one, other) => {
    expect(found(one)).toEqual([one]);
    expect(found(other)).toEqual([other]);
  });

  it.each(['pain pill', 'cough syrup', '10 mg tablet', 'методон', '鎮痛剤', '   '])('"%s" cannot be read', (text) =>
    expect(identify(line(text)).readable).toBe(false),
  );
});

describe('a name that nobody knows', () => {
  const strangers = (text: string) => identify(line(text)).strangers;

  it.each([
    ['Zyxolin 20 mg', ['zyxolin']],
    ['DHC 60', ['dhc']],
    ['Fiorinal', ['fiorinal']],
    ['Study drug A', ['study']],
    ['APAP/HC 5/325', ['hc']],
    ['ibuprofen 400 mg / Zyxolin 5 mg', ['zyxolin']],
    ['aspirin with zyxolin', ['zyxolin']],
    ['sertraline / оксикодон', ['оксикодон']],
    ['no opioids, Zyxolin', ['zyxolin']],
    ['Co-Efferalgan', ['co efferalgan']],
    ['Paracetamol comp 500', ['paracetamol comp']],
    ['butalbital compound', ['butalbital compound']],
    ['for back pain at night', []],
  ])('in %s is asked about: %j', (text, names) => {
    expect(strangers(text)).toEqual(names.length === 0 ? [text] : names);
    expect(identify(line(text)).doubts).not.toEqual([]);
  });

  it.each([
    'Lisinopril 10 MG Oral Tablet',
    'lisinipril 10 mg',
    'Aspirin 81 mg daily, take with breakfast',
    'moxifloxacin 5 MG/ML Ophthalmic Solution [Vigamox]',
    'insulin human, isophane 70 UNT/ML / Regular Insulin, Human 30 UNT/ML Injectable Suspension [Humulin]',
    'Acetaminophen 21.7 MG/ML / Dextromethorphan Hydrobromide 1 MG/ML / doxylamine succinate 0.417 MG/ML Oral Solution',
    '{4 (Risedronate 35 MG Oral Tablet [Actonel]) } Pack [Actonel 35]',
    'Vitamin B12',
    'COVID-19 vaccine',
    'co-amoxiclav 500/125',
    'Co-enzyme Q10',
    'Lasix 40mg',
    'not an opioid, checked',
  ])('is not in %s', (text) => expect([strangers(text), identify(line(text)).doubts]).toEqual([[], []]));

  it('is explained by another text of the line, and by a code that is known', () => {
    const coded = (system: string, code: string, display?: string) =>
      identify(
        line('Zyxolin', { what: { codings: [{ system, code, ...(display && { display }) }], text: 'Zyxolin' } }),
      );
    expect(coded(SYSTEMS.rxnorm, '1', 'ibuprofen 400 MG').strangers).toEqual([]);
    expect(coded(SYSTEMS.atc, 'M01AE01').strangers).toEqual([]);
    expect(coded(SYSTEMS.atc, 'N02BE51').strangers).toEqual(['zyxolin']);
    expect(coded(SYSTEMS.rxnorm, '1').strangers).toEqual(['zyxolin']);
  });

  it('among the ingredients of a known name is asked about too', () =>
    expect(
      identify(line('ibuprofen', { ingredients: ['ibuprofen', 'Zyxolin'].map((text) => ({ codings: [], text })) }))
        .strangers,
    ).toEqual(['zyxolin']));

  it('no name of an opioid is an ordinary name', () => {
    const names = DRUGS.filter(isOpioid).flatMap(({ name, names = [], brands = [], slowBrands = [] }) =>
      [name, ...names, ...brands, ...slowBrands].flatMap((each) => each.toLowerCase().split(/[^a-z]+/)),
    );
    const single = names.filter((name) => name.length > 3 && found(name).length > 0);
    expect(single.filter(isEveryday)).toEqual([]);
  });
});

describe('codes', () => {
  const coded = (code: string, system: string, text?: string) =>
    identify(line(text, { what: { codings: [{ system, code }], ...(text === undefined ? {} : { text }) } }));

  it('of our own table are sure', () =>
    expect(coded('7804', SYSTEMS.rxnorm).drugs).toMatchObject([{ drug: { id: 'oxycodone' }, sure: true }]));
  it('that nobody knows, without a text, cannot be read', () =>
    expect(coded('99999999', SYSTEMS.rxnorm).readable).toBe(false));
  it('that nobody knows, with a text, leave the text to speak', () =>
    expect(coded('99999999', SYSTEMS.rxnorm, 'Percocet').drugs).toMatchObject([
      { drug: { id: 'oxycodone' }, sure: true },
    ]));
  it('that contradict the text are a doubt about both drugs', () =>
    expect(coded('7804', SYSTEMS.rxnorm, 'levothyroxine').drugs.map(({ drug, sure }) => [drug.id, sure])).toEqual([
      ['oxycodone', false],
      ['levothyroxine', false],
    ]));
  it('of a combination name all its drugs', () =>
    expect(
      coded('1551467', SYSTEMS.rxnorm)
        .drugs.map(({ drug }) => drug.id)
        .toSorted(),
    ).toEqual(['bupropion', 'naltrexone']));
  it('of ATC match by their longest beginning', () => {
    expect(coded('R05DA07', SYSTEMS.atc).drugs.map(({ drug }) => drug.id)).toEqual(['noscapine']);
    expect(coded('R05DA20', SYSTEMS.atc).drugs.map(({ drug }) => drug.id)).toEqual(['opioid-unspecified']);
  });
});

describe('the release form', () => {
  const morphine = DRUGS.find(({ id }) => id === 'morphine')!;
  const fentanyl = DRUGS.find(({ id }) => id === 'fentanyl')!;
  const buprenorphine = DRUGS.find(({ id }) => id === 'buprenorphine')!;

  it.each([
    [morphine, line('morphine sulfate 15 MG Oral Tablet'), 'short'],
    [morphine, line('morphine sulfate 15 MG Extended Release Oral Tablet'), 'extended'],
    [morphine, line('MS Contin'), 'extended'],
    [morphine, line('Morphin retard 30 mg'), 'extended'],
    [morphine, line('morphine 10 mg'), 'short'],
    [morphine, line(), 'extended'],
    [fentanyl, line('fentanyl'), 'extended'],
    [fentanyl, line('fentanyl 0.1 MG/ML Injection'), 'short'],
    [fentanyl, line('fentanyl', { route: 'Transdermal route' }), 'extended'],
    [buprenorphine, line('Sublocade'), 'depot'],
    [buprenorphine, line('buprenorphine extended-release injection 300 mg'), 'depot'],
    [buprenorphine, line('buprenorphine', { form: 'implant' }), 'depot'],
  ] as const)('of %j: %j', (drug, medicine, release) => expect(releaseOf(medicine, drug).release).toBe(release));
});

describe('the table', () => {
  it('has one row for each id', () => expect(new Set(DRUGS.map(({ id }) => id)).size).toBe(DRUGS.length));
  it('gives a washout to every opioid agonist and to nothing else', () =>
    expect(
      DRUGS.filter((drug) => isOpioid(drug) !== ['S', 'L', 'N'].includes(drug.opioidClass ?? ''))
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['kratom', 'nitazene', 'tianeptine']));
  it('counts at least as many days for slow release as for immediate release', () =>
    expect(
      DRUGS.filter(
        ({ washout }) => washout && (washout.extended.to < washout.short.to || washout.short.to < washout.short.from),
      ),
    ).toEqual([]));
});

describe('slips of the finger', () => {
  it.each([
    ['oxycodone', 'oxycodne', 1, true],
    ['oxycodone', 'oxycdoone', 1, true],
    ['codeine', 'clonidine', 2, false],
    ['', 'a', 1, true],
    ['kitten', 'sitting', 3, true],
    ['kitten', 'sitting', 2, false],
  ] as const)('%s and %s within %i: %s', (a, b, limit, is) => expect(within(a, b, limit)).toBe(is));
});

describe.runIf(hasShared)('a clinic’s table of opioid products', () => {
  const rows = (hasShared ? sharedText('opioids.csv') : '')
    .split('\n')
    .filter((row) => row !== '' && !row.startsWith('#'))
    .slice(1)
    .map((row) =>
      [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '')),
    );

  it('has two thousand rows', () => expect(rows.length).toBeGreaterThan(2000));

  it('is identified from the names alone, every row as a sure opioid, antidiarrhoeals as those of the gut', () => {
    const missed = rows.filter(([, name = '', , , kind = '']) => {
      const opioids = identify(line(name)).drugs.filter(({ drug, sure }) => sure && isOpioid(drug));
      const isGut = opioids.some(({ drug }) => drug.opioidClass === 'N');
      return opioids.length === 0 || isGut !== kind.includes('antidiarrhoeal');
    });
    expect(missed.map(([, name]) => name)).toEqual([]);
  });
});
