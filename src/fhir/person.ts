/** The Patient resource: who it is, with the one name, address and telephone number that a sheet can print. */
import type { Patient } from '../domain/patient.ts';
import type { Cursor } from './cursor.ts';

/** What the Patient resource itself tells; the lists come from the other resources. */
export type Person = Pick<Patient, 'id' | 'name' | 'birthDate' | 'sex' | 'deceased' | 'address' | 'phone'>;

const SEXES: Readonly<Record<string, NonNullable<Patient['sex']>>> = { female: 'female', male: 'male', other: 'other' };

export function readPerson(resource: Cursor): Person {
  const person: Record<string, unknown> = {
    id: resource.text('id'),
    name: nameOf(resource),
    birthDate: resource.date('birthDate'),
    sex: sexOf(resource),
    deceased: deceasedOf(resource),
    address: addressOf(resource),
    phone: resource
      .objects('telecom')
      .find((contact) => contact.raw('system') === 'phone' && contact.has('value'))
      ?.text('value'),
  };
  return Object.fromEntries(Object.entries(person).filter(([, value]) => value !== undefined));
}

const NAME_ORDER: readonly unknown[] = [
  'official',
  'usual',
  undefined,
  'nickname',
  'anonymous',
  'temp',
  'maiden',
  'old',
];

function nameOf(resource: Cursor): string | undefined {
  const rank = (name: Cursor) => NAME_ORDER.indexOf(name.raw('use'));
  const name = resource.objects('name').toSorted((a, b) => rank(a) - rank(b))[0];
  if (!name) return undefined;
  const parts = [...name.texts('given'), name.text('family')].filter((part) => part !== undefined);
  return name.text('text') ?? (parts.length > 0 ? parts.join(' ') : undefined);
}

function sexOf(resource: Cursor): Patient['sex'] {
  const word = resource.text('gender');
  if (word === undefined || word === 'unknown') return undefined;
  if (!Object.hasOwn(SEXES, word))
    resource.at('gender').doubt('male, female, other or unknown', 'It was taken as not known; ask the person.');
  return Object.hasOwn(SEXES, word) ? SEXES[word] : undefined;
}

function deceasedOf(resource: Cursor): Patient['deceased'] {
  if (resource.has('deceasedDateTime')) {
    const date = resource.date('deceasedDateTime');
    return date === undefined ? {} : { date };
  }
  return resource.boolean('deceasedBoolean') === true ? {} : undefined;
}

function addressOf(resource: Cursor): string | undefined {
  const address = resource.objects('address').find((place) => place.raw('use') !== 'old');
  if (!address) return undefined;
  const town = [address.text('city'), address.text('state'), address.text('postalCode')].filter(Boolean).join(' ');
  const lines = [...address.texts('line'), town, address.text('country') ?? ''].filter((line) => line !== '');
  return address.text('text') ?? (lines.length > 0 ? lines.join(', ') : undefined);
}
