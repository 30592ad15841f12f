import { describe, expect, it } from 'vitest';
import { ARTICLES, CLAIMS, VERDICTS, type Verdict } from '../../src/knowledge/claims/index.ts';
import { sourceOf } from '../../src/knowledge/sources.ts';

const claimOf = (id: string) => {
  const found = CLAIMS.find((claim) => claim.id === id);
  if (!found) throw new Error(`no claim ${id}`);
  return found;
};

describe('verdicts agree with the review of the literature', () => {
  it.each<[string, Verdict]>([
    ['000-tachykinins', 'contradicted'],
    ['000-neuroinflammation', 'plausible'],
    ['000-mixed-findings', 'supported'],
    ['000-subtype-suited', 'overstated'],
    ['000-fatigue-anhedonia', 'overstated'],
    ['000-no-agonist', 'supported'],
    ['000-vivid-dreams', 'supported'],
    ['000-opioid-contraindication', 'supported'],
    ['000-better-than-antidepressants', 'overstated'],
    ['000-cost', 'plausible'],
    ['001-pulsed-block', 'contradicted'],
    ['001-receptor-upregulation', 'overstated'],
    ['001-endorphin-rise', 'plausible'],
    ['001-block-ends', 'contradicted'],
    ['001-tlr4-cytokines', 'overstated'],
    ['001-raised-markers', 'contradicted'],
    ['001-small-trial-better', 'overstated'],
    ['001-titration', 'supported'],
    ['001-must-be-compounded', 'supported'],
    ['001-change-time', 'plausible'],
    ['001-opioid-free', 'supported'],
    ['002-dose-50-200', 'plausible'],
    ['002-less-than-4', 'contradicted'],
    ['002-more-mu-receptors', 'plausible'],
    ['002-ogf-proliferation', 'contradicted'],
    ['002-tlr4-block', 'overstated'],
    ['002-inflammation-root', 'contradicted'],
    ['002-disease-list', 'overstated'],
    ['003-trial-benefit', 'overstated'],
    ['003-hamd-significant', 'contradicted'],
    ['003-no-inflammation', 'overstated'],
    ['003-no-abuse', 'supported'],
    ['003-proliferation', 'plausible'],
    ['003-dose-finding', 'supported'],
    ['003-16-million', 'not-checked'],
    ['004-mdd-criteria', 'contradicted'],
    ['004-mu-raises-gaba', 'contradicted'],
    ['004-gaba-inhibited', 'plausible'],
    ['004-activated-short', 'contradicted'],
    ['004-kappa-block', 'plausible'],
    ['004-delta-mood', 'plausible'],
    ['004-buprenorphine', 'contradicted'],
    ['004-rem-deprivation', 'overstated'],
    ['004-never-causes', 'overstated'],
    ['004-study-2006', 'overstated'],
    ['004-st-johns-wort', 'overstated'],
    ['004-endorphins-after-block', 'plausible'],
  ])('%s is %s', (id, verdict) => expect(claimOf(id).verdict).toBe(verdict));

  it('exactly the opioid combination and the herbs are called unsafe', () =>
    expect(CLAIMS.filter(({ unsafe }) => unsafe).map(({ id }) => id)).toEqual([
      '004-buprenorphine',
      '004-st-johns-wort',
      '004-willow-and-turmeric',
    ]));

  it('the claim of 12 patients names the missed primary outcome with its p', () =>
    expect(claimOf('003-hamd-significant').reason).toContain('p 0.3'));
});

describe('claims that contradict each other are linked, both ways', () => {
  it.each([
    ['004-mu-raises-gaba', '004-gaba-inhibited', 'mu receptors raise or inhibit GABA'],
    ['002-ogf-proliferation', '003-proliferation', 'growth factor receptors promote or inhibit proliferation'],
    ['001-tlr4-cytokines', '003-no-inflammation', 'it lowers cytokines, or did not reduce inflammation'],
    ['003-immune', '003-no-inflammation', 'the same article has both'],
    ['000-no-agonist', '004-activated-short', 'receptors are not stimulated, or activated'],
    ['000-low-dose-range', '002-less-than-4', 'up to 5 mg, or less than 4'],
    ['004-buprenorphine', '000-opioid-contraindication', 'with an opioid, or never with one'],
    ['001-pulsed-block', '001-sustained-at-50', 'a pulse, or a long blockade'],
    ['004-incredible-results', '000-mixed-findings', 'incredible, or mixed'],
    ['001-breakthrough', '003-after-dopaminergic', 'relapse on a regimen, or after it'],
  ])('%s and %s: %s', (one, other) => {
    expect(claimOf(one).seeAlso).toContain(other);
    expect(claimOf(other).seeAlso).toContain(one);
  });
});

describe('the ledger', () => {
  it.each(ARTICLES.map(({ id }) => id))('article %s has at least twenty claims', (id) =>
    expect(CLAIMS.filter(({ article }) => article === id).length).toBeGreaterThanOrEqual(20),
  );

  it('every id is unique and begins with its article', () => {
    expect(new Set(CLAIMS.map(({ id }) => id)).size).toBe(CLAIMS.length);
    expect(CLAIMS.filter(({ id, article }) => !id.startsWith(`${article}-`))).toEqual([]);
  });

  it.each(CLAIMS.map((claim) => [claim.id, claim] as const))(
    '%s says what, where, why and by which source',
    (_, claim) => {
      for (const text of [claim.said, claim.where, claim.reason]) expect(text.trim().length).toBeGreaterThan(4);
      expect(claim.said).toMatch(/\.$/);
      expect(claim.reason).toMatch(/\.$/);
      expect(claim.sources.length).toBeGreaterThan(0);
      for (const source of claim.sources)
        if (source.kind === 'cited') expect(sourceOf(source.key).citation).not.toBe('');
      expect(VERDICTS[claim.verdict]).toBeDefined();
      for (const id of claim.seeAlso ?? []) expect(claimOf(id).id).not.toBe(claim.id);
    },
  );

  it('a verdict other than "not checked" rests on at least one thing that was read, unless it is a textbook fact', () =>
    expect(
      CLAIMS.filter(
        ({ verdict, sources }) =>
          verdict !== 'not-checked' &&
          sources.every((source) => source.kind === 'assumed' && !/recalled/.test(source.why)),
      ).map(({ id }) => id),
    ).toEqual([]));

  it('what was not checked cites nothing', () =>
    expect(
      CLAIMS.filter(
        ({ verdict, sources, id }) =>
          verdict === 'not-checked' && id !== '000-own-patients' && sources.some(({ kind }) => kind === 'cited'),
      ).map(({ id }) => id),
    ).toEqual([]));

  it('every article is registered as a source that was read whole', () => {
    for (const { source } of ARTICLES) expect(source.kind === 'cited' && sourceOf(source.key).seen).toBe('full text');
  });
});
