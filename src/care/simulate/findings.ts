/** What an explanation says: sentences with its own numbers, what the articles said of the same thing, and who measured it. */
import { inMg } from '../../domain/amount.ts';
import { assume, cite, type Source } from '../../domain/source.ts';
import { CLAIMS } from '../../knowledge/claims/index.ts';
import type { Claim } from '../../knowledge/claims/claim.ts';
import type { Curve, Explained, Measured, Range } from './explained.ts';
import type { Reading } from './request.ts';

export interface Finding {
  readonly id: string;
  readonly says: string;
  readonly articles: readonly Pick<Claim, 'id' | 'said' | 'verdict'>[];
  readonly sources: readonly Source[];
}

const LEE = cite('lee-1988', 'abstract: block over 168 hours');
const SCANS = cite('troestheim-2022', 'table of the scans of Rabiner 2011');
const MODEL = assume('computed here by the model');

/** All findings, in the order in which a reader meets them. */
export const findingsOf = (whole: Explained): readonly Finding[] => [
  bloodFinding(whole),
  occupancyFinding(whole),
  hoursFinding(whole),
  failureFinding(whole),
  scansFinding(whole),
  deltaFinding(whole),
  nightsFinding(whole),
  moodFinding(whole),
];

function finding(id: string, says: string, claims: readonly string[], sources: readonly Source[]): Finding {
  const articles = CLAIMS.filter((claim) => claims.includes(claim.id)).map(({ id: claim, said, verdict }) => ({
    id: claim,
    said,
    verdict,
  }));
  return { id, says, articles, sources };
}

function bloodFinding({ doseUg, times, plasma }: Explained): Finding {
  const [drug, metabolite] = plasma as readonly [Curve, Curve];
  const says = `After ${inMg(doseUg)} by mouth naltrexone in blood is highest ${peakHour(drug, times)} h later, ${peak(drug)}, and 6-beta-naltrexol ${peakHour(metabolite, times)} h later, ${peak(metabolite)}. After 24 h ${percent(share(drug, times, 24))} and ${percent(share(metabolite, times, 24))} of these are left. Nobody has published blood levels after a low dose: this scales down from 50 mg.`;
  return finding(
    'blood',
    says,
    ['001-block-ends'],
    [cite('meyer-1984', 'abstract'), cite('be-china', 'abstract'), MODEL],
  );
}

function occupancyFinding({ doseUg, times, occupancy }: Explained): Finding {
  const [mu, kappa] = curvesIn(occupancy, 'brain');
  const says = `If the brain holds on to the drug, as PET shows, ${inMg(doseUg)} blocks at most ${percent(top(mu!))} of mu receptors (90 % of people: ${range(mu!, topAt(mu!))}) and ${percent(top(kappa!))} of kappa receptors, and after 24 h still ${percent(at(mu!, times, 24))} of mu (${range(mu!, times.indexOf(24))}).`;
  return finding('brain', says, ['001-sustained-at-50', '001-pulsed-block', '003-binds-all'], [SCANS, LEE, MODEL]);
}

function hoursFinding({ doseUg, times, occupancy }: Explained): Finding {
  const [mu] = curvesIn(occupancy, 'plasma');
  const above = hoursAbove(mu!, times, 50);
  const says = `If the block follows the blood, as the articles tell, ${inMg(doseUg)} blocks at most ${percent(top(mu!))} of mu receptors, more than half of them for ${number(above)} h, and ${percent(at(mu!, times, 24))} after 24 h.`;
  return finding(
    'hours',
    says,
    ['001-pulsed-block', '001-block-ends', '004-activated-short'],
    [cite('zagon-1983', 'abstract: mice, 4 to 6 hours'), MODEL],
  );
}

/** The test that decides between the readings. */
function failureFinding({ measured }: Explained): Finding {
  const scan = measured.find(({ of, atH }) => of === 'first hour' && atH === 48)!;
  const { plasma, brain } = scan.predicted;
  const fits = (one: Range) => one.p05 <= scan.value && scan.value <= one.p95;
  const verdict = (one: Range) => (fits(one) ? 'so it stands' : 'so it fails');
  const says = `Where they can be told apart: 48 h after 50 mg, ${scan.value} % of the block of the first hour was measured (${scan.people} people). The reading of a few hours predicts ${percent(plasma.median)} (${percent(plasma.p05)} to ${percent(plasma.p95)}), ${verdict(plasma)}. The reading of a brain that holds on predicts ${percent(brain.median)} (${percent(brain.p05)} to ${percent(brain.p95)}), ${verdict(brain)}; it was fitted to this.`;
  return finding('test', says, ['001-pulsed-block', '001-block-ends'], [LEE]);
}

function scansFinding({ measured }: Explained): Finding {
  const scans = measured.filter(({ of }) => of === 'receptors');
  const inside = (reading: Reading) => scans.filter((scan) => isInside(scan, reading)).length;
  const says = `Of ${scans.length} scans within 8 hours of 2 to 50 mg, ${inside('brain')} lie in the 90 % band of the reading "brain" and ${inside('plasma')} in that of the reading "plasma". No scan exists below 2 mg, and none beyond 8 hours at a low dose.`;
  return finding('scans', says, ['001-different-tool', '002-complete-at-high-dose'], [SCANS]);
}

const isInside = ({ value, predicted }: Measured, reading: Reading): boolean =>
  predicted[reading].p05 <= value && value <= predicted[reading].p95;

function deltaFinding({ doseUg, occupancy }: Explained): Finding {
  const delta = curvesIn(occupancy, 'brain')[2]!;
  const says = `Of delta receptors ${inMg(doseUg)} blocks ${percent(top(delta))} at most, so nothing that rests on blocking delta follows from it.`;
  return finding(
    'delta',
    says,
    ['002-all-opioid-receptors', '003-binds-all', '004-delta-mood', '004-delta-bdnf'],
    [cite('troestheim-2022', 'code: odds of mu divided by 79 for delta'), MODEL],
  );
}

function nightsFinding({ titration: { times, pulses, nights, doses } }: Explained): Finding {
  const lastWeek = times.findIndex((time) => time >= 24 * (nights - 7));
  const least = (reading: Reading) =>
    Math.min(...pulses.find((one) => one.reading === reading)!.mu.typical.slice(lastWeek));
  const dose = inMg(doses.at(-1)!.amountUg);
  const says = `In week ${nights / 7} of the titration, on ${dose} a night, the block of mu never falls below ${percent(least('brain'))} in the reading "brain": there is no hour without drug for a rebound. In the reading "plasma" it falls to ${percent(least('plasma'))} before each dose.`;
  return finding(
    'nights',
    says,
    ['001-rebound-drives', '001-heightened-signalling', '001-receptor-upregulation'],
    [LEE, cite('lesscher-2003', 'abstract: continuous block in mice'), MODEL],
  );
}

function moodFinding({ titration: { mood } }: Explained): Finding {
  const [, placebo, gain] = mood as readonly [Curve, Curve, Curve, Curve];
  const last = gain.median.length - 1;
  const fall = placebo.median[0]! - placebo.median[last]!;
  const says = `Mood: after 12 weeks the crowd's MADRS is ${number(fall)} points lower on placebo. The drug adds ${number(gain.median[last]!)} points in the middle, with 90 % of people between ${number(gain.p05[last]!)} and ${number(gain.p95[last]!)}, so neither help nor harm can be excluded. This is what two trials allow, not a promise.`;
  return finding(
    'mood',
    says,
    ['001-small-trial-better', '003-trial-benefit', '003-hamd-significant', '004-incredible-results'],
    [
      cite('mischoulon-2017', 'registry results: 12 people, primary outcome p 0.3'),
      cite('moloney-2026', '37 people, no difference'),
      assume('g 0.15 with a standard deviation of 0.3 for all mechanisms together'),
    ],
  );
}

const curvesIn = (list: Explained['occupancy'], reading: Reading): readonly Curve[] =>
  list.find((one) => one.reading === reading)!.curves;

/** Hours in which the typical person is above a level, to the next point of the curve. */
const hoursAbove = ({ typical }: Curve, times: readonly number[], level: number): number =>
  typical.reduce((sum, value, k) => (value > level ? sum + (times[k + 1] ?? times[k]!) - times[k]! : sum), 0);

const topAt = ({ typical }: Curve): number => typical.indexOf(Math.max(...typical));
const top = (curve: Curve): number => curve.typical[topAt(curve)]!;
const at = ({ typical }: Curve, times: readonly number[], hour: number): number => typical[times.indexOf(hour)]!;
const share = (curve: Curve, times: readonly number[], hour: number): number =>
  (100 * at(curve, times, hour)) / top(curve);
const peakHour = (curve: Curve, times: readonly number[]): string => number(times[topAt(curve)]!);
const peak = (curve: Curve): string =>
  `${number(top(curve))} ${curve.unit} (90 % of people: ${range(curve, topAt(curve))})`;
const range = ({ p05, p95 }: Curve, k: number): string => `${number(p05[k]!)} to ${number(p95[k]!)}`;

/** Two digits: what a reader keeps. */
export const number = (value: number): string => String(Number(value.toPrecision(2)));
const percent = (value: number): string => `${number(value)} %`;
