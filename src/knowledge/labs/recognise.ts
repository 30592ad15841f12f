/**
 * Which lab a line of a record is about. The code decides; the text decides only where no code is known; when code
 * and text name different labs, the line is doubted and not read.
 */
import { SYSTEMS, type Concept } from '../../domain/patient.ts';
import { LABS } from './index.ts';
import type { Lab, LabId } from './lab.ts';

/** What a line is about: one lab, or several of which none can be believed; empty for any other test. */
export interface Recognised {
  readonly labs: readonly LabId[];
  /** Code and text name different labs, or two codes do. */
  readonly contradicts: boolean;
}

/** Other specimens and derived values that carry the same name: not the lab in serum or blood. */
const OTHER_SPECIMEN =
  /\burine\b|\bcsf\b|\bcerebr|\bspinal\b|\bfluid\b|\bstool\b|\bratio\b|\bclearance\b|creatinine\.|\/creat|\bisoenzyme/i;

/** Any name of any lab. Most lines of a record are about something else and leave after this one look. */
const ANY_NAME = new RegExp(LABS.map(({ names }) => names.source).join('|'), 'i');

const BY_CODE: ReadonlyMap<string, Lab> = new Map(
  LABS.flatMap((lab) => lab.codes.map(({ loinc }) => [loinc, lab] as const)),
);

/** A line is asked about once for each lab, so what it is about is remembered as long as the line lives. */
const remembered = new WeakMap<Concept, Recognised>();

/** What a line is about. The order of the labs matters for texts: hs-CRP is tried before CRP. */
export function recognise(what: Concept): Recognised {
  const known = remembered.get(what) ?? look(what);
  remembered.set(what, known);
  return known;
}

function look(what: Concept): Recognised {
  const coded = [...new Set(what.codings.flatMap(labOfCode))];
  const texts = [what.text, ...what.codings.map(({ display }) => display)].filter(
    (text): text is string => !!text?.trim(),
  );
  const named = namedIn(texts);
  if (coded.length > 1) return { labs: coded.map(({ id }) => id), contradicts: true };
  const [lab] = coded;
  if (!lab) return { labs: named ? [named.id] : [], contradicts: false };
  const agrees = !named || named === lab || texts.some((text) => lab.shortNames?.test(text));
  return agrees ? { labs: [lab.id], contradicts: false } : { labs: [lab.id, named.id], contradicts: true };
}

function labOfCode({ system, code }: Concept['codings'][number]): readonly Lab[] {
  const lab = code !== undefined && (system === undefined || system === SYSTEMS.loinc) ? BY_CODE.get(code) : undefined;
  return lab ? [lab] : [];
}

function namedIn(texts: readonly string[]): Lab | undefined {
  const candidates = texts.filter((text) => ANY_NAME.test(text) && !OTHER_SPECIMEN.test(text));
  return candidates.length === 0 ? undefined : LABS.find(({ names }) => candidates.some((text) => names.test(text)));
}
