/** Condition and AllergyIntolerance. What is refuted, unconfirmed or entered in error keeps its line and says so. */
import type { Allergy, Condition } from '../domain/patient.ts';
import { conceptAt, conceptIn, NOTHING_SAID, wordOf } from './concept.ts';
import type { Cursor } from './cursor.ts';
import type { Line } from './lines.ts';
import { noneKnownBy } from './noneKnown.ts';
import { CLINICAL_STATUS, codedStatusIn, VERIFICATION_STATUS } from './status.ts';

export function readCondition(resource: Cursor): readonly Line[] {
  const what = conceptIn(resource, 'code') ?? NOTHING_SAID;
  const status = statusOf(resource);
  const none = noneKnownBy(what, 'conditions', resource.path);
  if (none && status !== 'entered-in-error') return none;
  const onset = resource.date('onsetDateTime') ?? resource.object('onsetPeriod')?.date('start');
  const ended = resource.date('abatementDateTime') ?? resource.object('abatementPeriod')?.date('end');
  const recorded = resource.date('recordedDate');
  const value: Condition = {
    what,
    status: status === 'unknown' && !resource.has('clinicalStatus') && ended !== undefined ? 'resolved' : status,
    ...(onset !== undefined && { onset }),
    ...(ended !== undefined && { ended }),
    ...(recorded !== undefined && { recorded }),
    from: resource.path,
  };
  return [{ kind: 'condition', value }];
}

export function readAllergy(resource: Cursor): readonly Line[] {
  const what = conceptIn(resource, 'code') ?? NOTHING_SAID;
  const status = statusOf(resource);
  const none = noneKnownBy(what, 'allergies', resource.path);
  if (none && status !== 'entered-in-error' && status !== 'refuted') return none;
  const reaction = reactionOf(resource);
  const recorded = resource.date('recordedDate');
  const value: Allergy = {
    what,
    status,
    ...(reaction && { reaction }),
    ...(recorded !== undefined && { recorded }),
    from: resource.path,
  };
  return [{ kind: 'allergy', value }];
}

function statusOf(resource: Cursor): Condition['status'] {
  const verified = codedStatusIn(resource, 'verificationStatus', VERIFICATION_STATUS);
  const clinical = codedStatusIn(resource, 'clinicalStatus', CLINICAL_STATUS) ?? 'unknown';
  return verified === undefined || verified === 'as-clinical' ? clinical : verified;
}

const reactionOf = (resource: Cursor): string =>
  resource
    .objects('reaction')
    .flatMap((reaction) => [
      ...reaction.objects('manifestation').map((manifestation) => wordOf(conceptAt(manifestation))),
      reaction.text('description'),
    ])
    .filter((word) => word !== undefined)
    .join(', ');
