/** Clinical Global Impression: one number for how ill a person is (S) and one for how much has changed (I). */
import { cite } from '../../domain/source.ts';
import { local, NO_LOINC, type Item, type Scale } from './scale.ts';

const LICENCE = {
  says: 'Published by the United States government; free.',
  textMayBeShipped: true,
  source: cite('camcops', 'licence table, CGI'),
};

const ILL = [
  'Normal, not at all ill',
  'Borderline mentally ill',
  'Mildly ill',
  'Moderately ill',
  'Markedly ill',
  'Severely ill',
  'Among the most extremely ill patients',
];

const CHANGED = [
  'Very much improved',
  'Much improved',
  'Minimally improved',
  'No change',
  'Minimally worse',
  'Much worse',
  'Very much worse',
];

const sevenSteps = (text: string, labels: readonly string[]): Item => ({ text, lowest: 1, highest: 7, labels });
const eachStep = (labels: readonly string[]) =>
  labels.map((label, index) => ({ lowest: index + 1, highest: index + 1, says: label.toLowerCase() }));

export const cgiS: Scale = {
  id: 'cgi-s',
  name: 'CGI-S',
  about: 'How ill the patient is now, in the eyes of a clinician.',
  filledBy: 'clinician',
  licence: LICENCE,
  items: [sevenSteps('Considering your experience with this population, how mentally ill is the patient now?', ILL)],
  lowest: 1,
  highest: 7,
  better: 'lower',
  bands: eachStep(ILL),
  bandSource: cite('camcops', 'CGI, wording of the seven steps'),
  code: local('cgi-s', 'CGI severity'),
  notes: [NO_LOINC],
  examples: [{ answers: [4], total: 4, says: 'moderately ill' }],
};

export const cgiI: Scale = {
  id: 'cgi-i',
  name: 'CGI-I',
  about: 'How much the patient has changed since the treatment began, in the eyes of a clinician.',
  filledBy: 'clinician',
  licence: LICENCE,
  items: [sevenSteps('Compared with the state when treatment began, how much has the patient changed?', CHANGED)],
  lowest: 1,
  highest: 7,
  better: 'lower',
  bands: eachStep(CHANGED),
  bandSource: cite('camcops', 'CGI, wording of the seven steps'),
  response: { atMost: 2, source: cite('camcops', 'CGI-I, response at 2 or less') },
  code: local('cgi-i', 'CGI improvement'),
  notes: ['It compares with the start of treatment, so it has no baseline of its own.'],
  examples: [{ answers: [2], total: 2, says: 'much improved' }],
};
