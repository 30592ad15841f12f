/** Procedure, ServiceRequest and Appointment: what was done, and what is planned (an operation stops naltrexone). */
import type { Procedure } from '../domain/patient.ts';
import { conceptAt, conceptIn, joined, NOTHING_SAID } from './concept.ts';
import type { Cursor } from './cursor.ts';
import type { Line } from './lines.ts';
import { noneKnownBy } from './noneKnown.ts';
import { APPOINTMENT_STATUS, PROCEDURE_STATUS, SERVICE_REQUEST_STATUS, statusIn } from './status.ts';

export function readProcedure(resource: Cursor): readonly Line[] {
  const what = conceptIn(resource, 'code') ?? NOTHING_SAID;
  const none = noneKnownBy(what, 'procedures', resource.path);
  const period = resource.object('performedPeriod');
  const date = resource.date('performedDateTime') ?? period?.date('end') ?? period?.date('start');
  return none ?? line(resource, what, statusIn(resource, PROCEDURE_STATUS), date);
}

export function readServiceRequest(resource: Cursor): readonly Line[] {
  const period = resource.object('occurrencePeriod');
  const date = resource.date('occurrenceDateTime') ?? period?.date('start') ?? period?.date('end');
  const status = resource.raw('doNotPerform') === true ? 'not-done' : statusIn(resource, SERVICE_REQUEST_STATUS);
  return line(resource, conceptIn(resource, 'code') ?? NOTHING_SAID, status, date);
}

/** What an appointment is for stands in several fields; all of them are kept. */
export function readAppointment(resource: Cursor): readonly Line[] {
  const purposes = ['serviceType', 'reasonCode', 'specialty'].flatMap((field) =>
    resource.objects(field).map(conceptAt),
  );
  const description = resource.text('description');
  const words = description === undefined ? NOTHING_SAID : { codings: [], text: description };
  return line(resource, purposes.reduce(joined, words), statusIn(resource, APPOINTMENT_STATUS), resource.date('start'));
}

function line(
  resource: Cursor,
  what: Procedure['what'],
  status: Procedure['status'],
  date: Procedure['date'],
): readonly Line[] {
  return [{ kind: 'procedure', value: { what, status, ...(date !== undefined && { date }), from: resource.path } }];
}
