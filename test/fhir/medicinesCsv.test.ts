import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SYSTEMS } from '../../src/domain/patient.ts';
import { sentence } from '../../src/domain/problem.ts';
import { readMedicinesCsv } from '../../src/fhir/medicinesCsv.ts';

const sentences = (text: string) => readMedicinesCsv(text, 'm.csv').problems.map(sentence);

describe('a spreadsheet of medicines', () => {
  it('has columns in any order, under the names people use', () =>
    expect(
      readMedicinesCsv(
        'Status,Drug,Start Date,Stop,Last taken,Strength,Route,Form,RxCUI\nstopped,Oxycodone,2027-01,2027-02-20,2027-02-20,5 mg,oral,ER tablet,7804\n',
      ),
    ).toEqual({
      medicines: [
        {
          what: { codings: [{ system: SYSTEMS.rxnorm, code: '7804' }], text: 'Oxycodone 5 mg' },
          status: 'stopped',
          kind: 'statement',
          start: '2027-01',
          end: '2027-02-20',
          lastTaken: '2027-02-20',
          form: 'ER tablet',
          route: 'oral',
          from: 'medicines.csv, line 2',
        },
      ],
      problems: [],
    }));

  it.each([[';'], ['\t'], ['|'], [',']])('with %j between the cells; a decimal comma stays as it is written', (d) =>
    expect(
      readMedicinesCsv(`Medikament${d}Dosis${d}seit\nTilidin${d}"1,5 mg"${d}3.11.2026`).medicines?.[0],
    ).toMatchObject({
      what: { text: 'Tilidin 1,5 mg' },
      start: '2026-11-03',
    }),
  );

  it('an ATC code is known by its shape; a bare number is not', () => {
    expect(readMedicinesCsv('code\nN02AA05').medicines?.[0]?.what.codings).toEqual([
      { system: SYSTEMS.atc, code: 'N02AA05' },
    ]);
    expect(sentences('code\n7804')).toEqual([
      expect.stringMatching(/m.csv, line 2: found "7804", expected a code with its system/),
    ]);
  });

  it('a status that nobody said is unknown; one that nobody knows is unknown and said', () => {
    expect(readMedicinesCsv('medicine\ncodeine').medicines?.[0]?.status).toBe('unknown');
    expect(sentences('medicine,status\ncodeine,sometimes')).toEqual([
      expect.stringMatching(/line 2: found "sometimes"/),
    ]);
  });

  it('a date that can be read in two ways is left out and said', () =>
    expect(sentences('medicine,start\ncodeine,03/04/2027')).toEqual([
      expect.stringMatching(/line 2, start: found "03\/04\/2027"/),
    ]));

  it('the line number is that of the file, after comments and line breaks inside quotes', () =>
    expect(
      readMedicinesCsv('# from the pharmacy\nmedicine,sig\n"a\nb",x\n\ncodeine,y').medicines?.map(({ from }) => from),
    ).toEqual(['medicines.csv, line 3', 'medicines.csv, line 6']));

  it('a row without a name is an unknown medicine, and a column that nobody reads is said', () => {
    const { medicines } = readMedicinesCsv('medicine,dose,price\n,5 mg,3');
    expect(medicines).toEqual([expect.objectContaining({ what: { codings: [], text: '5 mg' } })]);
    expect(sentences('medicine,dose,price\n,5 mg,3')).toEqual([
      expect.stringMatching(/a column "price"/),
      expect.stringMatching(/line 2.*a medicine or its code/),
    ]);
  });

  it.each([[''], ['\n\n'], ['a,b\n1,2'], ['{"resourceType":"Bundle"}']])(
    '%j is no table of medicines: no list, not an empty one',
    (text) => {
      expect(readMedicinesCsv(text)).not.toHaveProperty('medicines');
      expect(sentences(text).at(-1)).toMatch(/Name the columns in the first line/);
    },
  );

  it('a head without rows is an empty list', () => expect(readMedicinesCsv('medicine,dose\n').medicines).toEqual([]));

  it('each row that names a medicine comes out as one, whatever stands in the cells', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.string({ minLength: 1 }).filter((name) => name.trim() !== ''),
            fc.string(),
          ),
          { maxLength: 6 },
        ),
        (rows) => {
          const cell = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const text = ['medicine,start', ...rows.map((row) => row.map(cell).join(','))].join('\n');
          expect(readMedicinesCsv(text).medicines?.map(({ what }) => what.text)).toEqual(
            rows.map(([name]) => name.trim()),
          );
        },
      ),
      { seed: 20_270_301 },
    ));
});
