import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DSM_QUESTIONS } from '../../src/care/assess.ts';
import { screen, SCREENING_QUESTIONS } from '../../src/care/screen.ts';
import { addDays } from '../../src/domain/dates.ts';
import { SYSTEMS, type Answer, type Medicine, type Patient } from '../../src/domain/patient.ts';
import { isOpioid, type Drug } from '../../src/knowledge/drugs/drug.ts';
import { DRUGS } from '../../src/knowledge/drugs/index.ts';
import { codeKey, type CodeTable } from '../../src/knowledge/drugs/codeTable.ts';

const today = '2027-03-01';

const no: Answer = { value: false, on: today };
const yes: Answer = { value: true, on: today };

/** A man of 41 with a depressive episode who takes only sertraline, with normal liver tests, who was asked everything. */
const clean: Patient = {
  birthDate: '1985-05-05',
  sex: 'male',
  medicines: [line('sertraline 100 MG Oral Tablet')],
  conditions: [
    {
      what: { codings: [{ system: SYSTEMS.snomed, code: '370143000' }], text: 'Major depressive disorder' },
      status: 'active',
      from: 'conditions[0]',
    },
  ],
  allergies: [],
  procedures: [],
  measurements: ['ALT', 'AST'].map((text) => ({
    what: { codings: [], text },
    value: 24,
    unit: 'U/L',
    upperLimit: 40,
    date: '2027-02-15',
    status: 'final',
    from: `measurements: ${text}`,
  })),
  scores: [{ scale: 'phq-9', date: '2027-02-26', items: [3, 3, 2, 2, 2, 2, 2, 1, 0], from: 'scores[0]' }],
  answers: {
    ...Object.fromEntries(SCREENING_QUESTIONS.filter(({ kind }) => kind === 'yes-no').map(({ id }) => [id, no])),
    ...Object.fromEntries(DSM_QUESTIONS.map(({ id }) => [id, /ever-manic|other-cause|suicidal/.test(id) ? no : yes])),
  },
};

function line(text: string, more: Partial<Medicine> = {}): Medicine {
  return {
    what: { codings: [], text },
    status: 'active',
    kind: 'request',
    recorded: '2027-02-01',
    from: text,
    ...more,
  };
}

const taking = (...medicines: readonly Medicine[]): Patient => ({ ...clean, medicines });
const answering = (answers: NonNullable<Patient['answers']>): Patient => ({
  ...clean,
  answers: { ...clean.answers, ...answers },
});
const answerOf = (patient: Patient, table?: CodeTable) => screen({ patient, today, ...(table && { table }) }).answer;

describe('a person who was asked everything', () => {
  it('may start when nothing speaks against it', () => {
    const { answer, because, questions } = screen({ patient: clean, today });
    expect(because.filter(({ blocks }) => blocks !== 'no')).toEqual([]);
    expect(answer).toBe('may-start');
    expect(questions.filter(({ rank }) => rank < 60)).toEqual([]);
  });

  it('may start with an empty list of medicines, which means none', () =>
    expect(answerOf({ ...clean, medicines: [] })).toBe('may-start'));

  it.each(SCREENING_QUESTIONS.filter(({ kind, id }) => kind === 'yes-no' && /opioid|pain|surgery|manic/.test(id)))(
    'may not start when "$id" was not asked',
    ({ id }) => {
      const answers = Object.fromEntries(Object.entries(clean.answers ?? {}).filter(([key]) => key !== id));
      const { conditions: _, ...unlisted } = clean;
      expect(answerOf({ ...unlisted, answers })).toBe('ask');
    },
  );

  it.each(['medicines', 'allergies', 'birthDate'] as const)('may not start when %s is absent', (part) => {
    const { [part]: _, ...rest } = clean;
    const answers = Object.fromEntries(
      Object.entries(clean.answers ?? {}).filter(([key]) => key !== 'hypersensitivity'),
    );
    expect(answerOf({ ...rest, answers })).toBe('ask');
  });
});

describe('a person about whom nothing is known', () => {
  const screening = screen({ patient: {}, today });

  it('is asked first', () => expect(screening.answer).toBe('ask'));
  it('is asked the most decisive question first, each once, each with its reason', () => {
    expect(screening.questions[0]?.id).toBe('medicines');
    expect(screening.questions.map(({ rank }) => rank)).toEqual(
      screening.questions.map(({ rank }) => rank).toSorted((a, b) => a - b),
    );
    expect(new Set(screening.questions.map(({ id }) => id)).size).toBe(screening.questions.length);
    expect(screening.questions.filter(({ why }) => why.trim() === '')).toEqual([]);
  });
  it('has the blocking reasons first', () => {
    const weights = screening.because.map(({ blocks }) => ['never', 'ask', 'until', 'no'].indexOf(blocks));
    expect(weights).toEqual(weights.toSorted((a, b) => a - b));
  });
  it('comes to a start by answering what is asked', () => {
    const answers = Object.fromEntries(screening.questions.map(({ id }) => [id, clean.answers?.[id] ?? no]));
    const told = {
      ...answers,
      medicines: { value: 'none', on: today },
      'birth-date': { value: '1985-05-05', on: today },
      'liver-tests': { value: 1, on: today },
    };
    const again = screen({ patient: { answers: told }, today });
    expect(again.because.filter(({ blocks }) => blocks !== 'no').map(({ says }) => says)).toEqual([]);
  });
});

describe('days without an opioid', () => {
  const ended = (text: string, end: string, more: Partial<Medicine> = {}) =>
    taking(line(text, { status: 'stopped', end, ...more }));

  it.each([
    ['oxycodone 5 MG Oral Tablet', '2027-02-21', '2027-03-03'],
    ['12 HR oxycodone hydrochloride 10 MG Extended Release Oral Tablet [Oxycontin]', '2027-02-21', '2027-03-07'],
    ['72 HR fentanyl 0.025 MG/HR Transdermal System', '2027-02-21', '2027-03-07'],
    ['methadone 10 MG Oral Tablet', '2027-02-21', '2027-03-07'],
    ['buprenorphine 8 MG / naloxone 2 MG Sublingual Film', '2027-02-21', '2027-03-07'],
    ['levorphanol 2 mg tablet', '2027-02-21', '2027-03-07'],
    ['remifentanil 2 MG Injection', '2027-02-26', '2027-03-05'],
    ['butorphanol nasal spray', '2027-02-26', '2027-03-05'],
    ['kratom capsules', '2027-02-26', '2027-03-08'],
    ['loperamide 2 mg capsule', '2027-02-28', '2027-03-02'],
    ['Lomotil tablet', '2027-02-28', '2027-03-07'],
  ])('%s, last taken on %s: may start on %s', (text, end, date) => {
    const before = screen({ patient: ended(text, end), today });
    expect([before.answer, before.date]).toEqual(['wait', date]);
    expect(before.because[0]?.says).toContain(text);
  });

  it('end on the day itself and not a day earlier', () => {
    const on = (day: string) => {
      const patient = { ...ended('oxycodone 5 MG tablet', '2027-02-21') };
      const answers = Object.fromEntries(
        Object.entries(patient.answers ?? {}).map(([id, answer]) => [id, { ...answer, on: day }]),
      );
      return screen({ patient: { ...patient, answers }, today: day }).answer;
    };
    expect([on('2027-03-02'), on('2027-03-03')]).toEqual(['wait', 'may-start']);
  });

  it('of the last of several opioids count', () => {
    const patient = taking(
      line('codeine 30 mg tablet', { status: 'stopped', end: '2027-02-27' }),
      line('tramadol 50 mg capsule', { status: 'stopped', end: '2027-02-20' }),
    );
    expect(screen({ patient, today })).toMatchObject({ answer: 'wait', date: '2027-03-09' });
  });

  it('are known and still a question is open: both are told', () => {
    const { 'opioids-unlisted': _, ...answers } = clean.answers!;
    const patient = { ...ended('codeine 30 mg tablet', '2027-02-27'), answers };
    expect(screen({ patient, today })).toMatchObject({ answer: 'ask', date: '2027-03-09' });
  });

  it('after a month known only as a month count from its last day, or from today', () =>
    expect(screen({ patient: ended('codeine 30 mg tablet', '2027-02'), today })).toMatchObject({
      answer: 'wait',
      date: '2027-03-10',
    }));

  it('do not exist for a depot', () => {
    const patient = taking(
      line('Sublocade 300 mg injection', { kind: 'administration', status: 'completed', recorded: '2026-11-01' }),
    );
    expect(screen({ patient, today })).toMatchObject({ answer: 'ask' });
    expect(screen({ patient, today }).date).toBeUndefined();
  });

  it('begin when the supply runs out, not when it was handed over', () => {
    const supply = (recorded: string) =>
      taking(line('oxycodone 5 mg tablet', { kind: 'dispense', status: 'completed', recorded, daysSupply: 7 }));
    expect(screen({ patient: supply('2027-02-27'), today }).answer).toBe('must-not');
    expect(screen({ patient: supply('2027-02-15'), today })).toMatchObject({ answer: 'wait', date: '2027-03-04' });
  });
});

describe('doubt about an opioid', () => {
  const of1954 = line('Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet', {
    recorded: '1954-11-04T10:10:39'.slice(0, 10),
  });

  it('from an order active since 1954 names the medicine, its date and why', () => {
    const { answer, because } = screen({ patient: taking(of1954), today });
    expect(answer).toBe('ask');
    expect(because[0]?.says).toMatch(/oxyCODONE.*4 November 1954.*still marked active.*72 years/);
  });

  it('from 1954 is not settled by "no opioids" alone, and is by a last day', () => {
    expect(answerOf(taking(of1954))).toBe('ask');
    expect(
      answerOf({
        ...taking(of1954),
        answers: { ...clean.answers, 'last-taken:oxycodone': { value: '1954-12', on: today } },
      }),
    ).toBe('may-start');
    expect(
      answerOf({
        ...taking(of1954),
        answers: { ...clean.answers, 'last-taken:oxycodone': { value: 'never', on: today } },
      }),
    ).toBe('may-start');
  });

  it('is not settled by a last day before the line was written', () => {
    const patient = taking(line('codeine 30 mg tablet', { status: 'stopped', recorded: '2027-02-20' }));
    const told = (value: string) => ({
      ...patient,
      answers: { ...clean.answers, 'last-taken:codeine': { value, on: today } },
    });
    expect(answerOf(told('2027-01-05'))).toBe('ask');
    expect(screen({ patient: told('2027-02-22'), today })).toMatchObject({ answer: 'wait', date: '2027-03-04' });
  });

  it.each(['not-taken', 'unknown', 'on-hold'] as const)('with status %s is asked about', (status) =>
    expect(answerOf(taking(line('oxycodone 5 mg', { status })))).toBe('ask'),
  );

  it('is dated in the future', () =>
    expect(answerOf(taking(line('oxycodone 5 mg', { recorded: '2031-01-01' })))).toBe('ask'));
  it('is told for each name of a line, and once for its refills', () => {
    const refills = ['2027-01-10', '2027-02-10'].map((recorded) =>
      line('oxycodone 5 MG tablet', { recorded, from: recorded }),
    );
    const { because } = screen({ patient: taking(...refills, line('oxycodne', { from: 'other' })), today });
    const about = because.filter(({ rule }) => rule === 'opioid-medicines');
    expect(about.map(({ blocks, evidence }) => [blocks, evidence.map(({ from }) => from)])).toEqual([
      ['never', ['2027-01-10', '2027-02-10']],
      ['ask', ['other']],
    ]);
  });
  it('comes from an order that ended before it was written', () =>
    expect(
      answerOf(taking(line('oxycodone 5 MG tablet', { status: 'stopped', recorded: '2027-02-20', end: '2020-01-01' }))),
    ).toBe('ask'));
  it('has a date that is none', () =>
    expect(answerOf(taking(line('oxycodone 5 mg', { recorded: 'yesterday' })))).toBe('ask'));
  it('does not come from a line entered in error', () =>
    expect(answerOf(taking(line('sertraline'), line('oxycodone 5 mg', { status: 'entered-in-error' })))).toBe(
      'may-start',
    ));
  it('does not come from a stop more than a year ago', () =>
    expect(
      answerOf(
        taking(line('Meperidine Hydrochloride 50 MG Oral Tablet', { status: 'stopped', recorded: '2014-11-01' })),
      ),
    ).toBe('may-start'));
});

describe('codes', () => {
  const coded = (code: string, text?: string, system: string = SYSTEMS.rxnorm) =>
    taking({ ...line('x'), what: { codings: [{ system, code }], ...(text === undefined ? {} : { text }) } });
  const table: CodeTable = {
    name: 'clinic.csv',
    rows: new Map([
      [
        codeKey(SYSTEMS.rxnorm, '1049221'),
        { name: 'acetaminophen / oxycodone', ingredients: ['oxycodone'], ingredientRxcuis: ['7804'], opioid: true },
      ],
      [codeKey(SYSTEMS.rxnorm, '1307713'), { name: 'Kalopanax', ingredients: [], ingredientRxcuis: [], opioid: true }],
      [
        codeKey(SYSTEMS.rxnorm, '555'),
        { name: 'something new', ingredients: ['newopioid'], ingredientRxcuis: [], opioid: true },
      ],
      [
        codeKey(SYSTEMS.rxnorm, '777'),
        { name: 'lisinopril', ingredients: ['lisinopril'], ingredientRxcuis: [], opioid: false },
      ],
    ]),
  };

  it('856980 is in no table, and its text says hydrocodone', () =>
    expect(answerOf(coded('856980', 'Acetaminophen/Hydrocodone'))).toBe('must-not'));
  it('of a product are known from a loaded table only', () => {
    expect(answerOf(coded('1049221'))).toBe('ask');
    expect(answerOf(coded('1049221'), table)).toBe('must-not');
  });
  it('of an opioid that our table does not know by name still block', () =>
    expect(answerOf(coded('555'), table)).toBe('must-not'));
  it('against the text are a doubt that names both', () => {
    const { answer, because } = screen({ patient: coded('1049221', 'Lisinopril 10 MG'), today, table });
    expect(answer).toBe('ask');
    expect(because.find(({ rule }) => rule === 'opioid-medicines')?.says).toMatch(/1049221.*Lisinopril/);
    expect(answerOf(coded('777', 'oxycodone 5 mg'), table)).toBe('ask');
  });
  it('that no text explains are settled by saying what the medicine is', () => {
    const patient = coded('1049221', 'Lisinopril 10 MG');
    const [question] = screen({ patient, today, table }).questions;
    expect(question?.id).toBe('what-is:x');
    const told = (value: string) =>
      answerOf({ ...patient, answers: { ...clean.answers, 'what-is:x': { value, on: today } } }, table);
    expect([told('lisinopril'), told('oxycodone'), told('a pain pill')]).toEqual(['may-start', 'must-not', 'ask']);
  });
  it('an answer about a line that is partly in doubt does not undo the opioid that is sure', () => {
    const patient = taking(line('oxycodone 5 mg / Zyxolin', { from: 'x' }));
    const told = { ...patient, answers: { ...clean.answers, 'what-is:x': { value: 'ibuprofen', on: today } } };
    expect([answerOf(patient), answerOf(told)]).toEqual(['must-not', 'must-not']);
  });
  it('that are plain are not undone by saying something else', () => {
    const patient = coded('7804', 'oxycodone');
    expect(
      answerOf({ ...patient, answers: { ...clean.answers, 'what-is:x': { value: 'lisinopril', on: today } } }),
    ).toBe('must-not');
  });
  it('1307713 is a plant extract that a value set lists by mistake', () =>
    expect(answerOf(coded('1307713'), table)).toBe('may-start'));
  it('of ATC group N02A are opioids, even unknown ones', () => {
    expect(answerOf(coded('N02AX99', undefined, SYSTEMS.atc))).toBe('must-not');
    expect(answerOf(coded('N02', undefined, SYSTEMS.atc))).toBe('ask');
    expect(answerOf(coded('C09AA03', undefined, SYSTEMS.atc))).toBe('may-start');
  });
});

describe('answers', () => {
  it('grow old', () =>
    expect(answerOf(answering({ 'opioids-taken': { value: false, on: addDays(today, -8) } }))).toBe('ask'));
  it('from the future do not count', () =>
    expect(answerOf(answering({ 'opioids-taken': { value: false, on: addDays(today, 1) } }))).toBe('ask'));
  it('that are neither yes nor no do not count', () =>
    expect(answerOf(answering({ 'opioids-taken': { value: 'perhaps', on: today } }))).toBe('ask'));
  it('do not undo a current prescription', () => {
    const { answer, because } = screen({ patient: taking(line('tramadol 50 mg')), today });
    expect(answer).toBe('must-not');
    expect(because[0]?.says).toContain('contradicts the record');
  });
});

describe('a long text', () => {
  it('is read up to a limit, and reaching it is a doubt', () => {
    const { answer, because } = screen({
      patient: taking(line(`lisinopril ${'daily '.repeat(200_000)} oxycodone`)),
      today,
    });
    expect(answer).toBe('ask');
    expect(because[0]?.says).toContain('only the first 1000 letters');
  });
});

describe('a record of a person who died', () => {
  it('gives every reason, not only that one', () => {
    const { answer, because } = screen({
      patient: { ...taking(line('oxycodone 5 mg')), deceased: { date: '2019-04-02' } },
      today,
    });
    expect(answer).toBe('must-not');
    expect(because.filter(({ blocks }) => blocks === 'never').map(({ rule }) => rule)).toEqual([
      'deceased',
      'opioid-medicines',
    ]);
  });
});

describe('a list of which nothing counts', () => {
  it('is no list: every line was entered in error', () => {
    const taken = taking(line('sertraline', { status: 'entered-in-error' }));
    expect(answerOf(taken)).toBe('ask');
    expect(screen({ patient: taken, today }).questions.map(({ id }) => id)).toContain('medicines');
  });
  it('is no list: "none", in a record that ends years ago', () => {
    const none: Patient = { ...clean, medicines: [] };
    expect(answerOf({ ...none, recordUntil: '2027-02-01' })).toBe('may-start');
    expect(answerOf({ ...none, recordUntil: '2019' })).toBe('ask');
  });
});

describe('what stands beside the name of a medicine', () => {
  it.each(['take together with tramadol', 'wife’s oxycodone at night'])(
    'an opioid in "%s" is asked about',
    (directions) => expect(answerOf(taking(line('sertraline 50 mg', { directions })))).toBe('ask'),
  );
  it.each(['do not take with opioids', 'one tablet in the morning, instead of tramadol'])(
    '"%s" takes none',
    (directions) => expect(answerOf(taking(line('sertraline 50 mg', { directions })))).toBe('may-start'),
  );
  it.each([
    'no longer takes oxycodone',
    'allergic to codeine',
    'switched from methadone',
    'hydrocodone (patient declined)',
    'denies oxycodone',
  ])('"%s" as a name is asked about, neither believed nor dismissed', (text) =>
    expect(answerOf(taking(line(text)))).toBe('ask'),
  );
});

describe('a name that nobody knows', () => {
  const two = taking(line('Zyxolin 20 mg', { from: 'a' }), line('Zyxolin 40 mg', { from: 'b' }));
  const told = (value: string, on = today) =>
    answerOf({ ...two, answers: { ...clean.answers, 'what-is:a': { value, on } } });

  it('is asked about once, whatever its strengths, in words that name it', () => {
    const { answer, questions, because } = screen({ patient: two, today });
    expect(answer).toBe('ask');
    expect(questions.map(({ id }) => id)).toEqual(['what-is:a']);
    expect(questions[0]?.text).toMatch(
      /^What is "Zyxolin 20 mg"\? Lowdose does not know this name; it may contain an opioid/,
    );
    expect(because.find(({ rule }) => rule === 'unreadable-medicines')?.evidence.map(({ from }) => from)).toEqual([
      'a',
      'b',
    ]);
  });
  it('is settled by a fresh answer, and by none that names another stranger, an opioid, or is a month old', () => {
    expect(told('ibuprofen')).toBe('may-start');
    expect(told('not an opioid, checked')).toBe('may-start');
    expect(told('Qwertol')).toBe('ask');
    expect(told('tramadol')).toBe('must-not');
    expect(told('not an opioid but tramadol')).not.toBe('may-start');
    expect(told('ibuprofen', addDays(today, -31))).toBe('ask');
  });
  it('does not matter when it ended long ago', () =>
    expect(answerOf(taking(line('Zyxolin', { status: 'stopped', end: '2020-01-01', recorded: '2019-12-01' })))).toBe(
      'may-start',
    ));
});

describe('no opioid of the table is ever missed', () => {
  const opioids = DRUGS.filter(isOpioid);
  const namesOf = (drug: Drug) => [
    drug.name.replace(/ \(.*/, ''),
    ...(drug.names ?? []),
    ...(drug.brands ?? []),
    ...(drug.slowBrands ?? []),
    ...(drug.depotBrands ?? []),
    ...(drug.streetNames ?? []),
  ];
  const statuses = ['active', 'on-hold', 'completed', 'stopped', 'planned', 'not-taken', 'unknown'] as const;
  const named = opioids.flatMap((drug) => namesOf(drug).map((name) => [drug, name] as const));
  const mustBlock = (medicine: Medicine) => expect(['ask', 'must-not', 'wait']).toContain(answerOf(taking(medicine)));

  it('under any of its names, in any status, in capitals or with a strength', () => {
    for (const [index, [, name]] of named.entries()) {
      const status = statuses[index % statuses.length]!;
      mustBlock(line(index % 2 === 0 ? name : `${name.toUpperCase()} 10 MG`, { status }));
    }
  });

  it('under any of its codes', () => {
    for (const drug of opioids) {
      for (const code of drug.rxnorm ?? [])
        mustBlock({ ...line('x'), what: { codings: [{ system: SYSTEMS.rxnorm, code }] } });
      for (const code of drug.atc ?? [])
        mustBlock({ ...line('x'), what: { codings: [{ system: SYSTEMS.atc, code }] } });
    }
  });

  it('with one slip of the finger in a letter of a name of six letters or more', () => {
    const long = named.filter(([, name]) => name.length >= 6);
    const slip = fc.record({
      of: fc.nat(long.length - 1),
      at: fc.double({ min: 0, max: 0.999, noNaN: true }),
      kind: fc.constantFrom('drop', 'double', 'swap', 'change'),
      letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'.split('')),
      status: fc.constantFrom(...statuses),
    });
    fc.assert(
      fc.property(slip, ({ of, at, kind, letter, status }) => {
        const name = long[of]![1];
        const place = Math.floor(at * name.length);
        mustBlock(line(slipped(name, place, kind, letter), { status }));
      }),
      { numRuns: 600, seed: 20270301 },
    );
  });

  function slipped(name: string, at: number, kind: string, letter: string): string {
    const [before, here, after] = [name.slice(0, at), name.charAt(at), name.slice(at + 1)];
    if (!/[a-z]/i.test(here)) return name;
    if (kind === 'drop') return before + after;
    if (kind === 'double') return before + here + here + after;
    if (kind === 'swap') return before + after.charAt(0) + here + after.slice(1);
    return before + letter + after;
  }
});
