/**
 * HAM-D-17, Hamilton's scale with seventeen items, rated by a clinician. The scale is in the public domain; the item
 * headings here are Hamilton's subjects and the anchors are short ones of our own, so a rater trained on a published
 * interview guide should keep to that guide. Agitation is rated to 4, which gives the range 0 to 52.
 */
import { cite } from '../../domain/source.ts';
import { bandsOf, local, NO_LOINC, type Item, type Scale } from './scale.ts';

const FIVE_STEPS = ['Absent', 'Doubtful or slight', 'Mild', 'Moderate', 'Severe'];
const THREE_STEPS = ['Absent', 'Slight, doubtful or occasional', 'Clear or marked'];

const toFour = (text: string, labels: readonly string[] = FIVE_STEPS): Item => ({
  text,
  lowest: 0,
  highest: 4,
  labels,
});
const toTwo = (text: string, labels: readonly string[] = THREE_STEPS): Item => ({
  text,
  lowest: 0,
  highest: 2,
  labels,
});

export const hamD17: Scale = {
  id: 'ham-d-17',
  name: 'HAM-D-17',
  about: 'Severity of depression over about a week, rated by a clinician in an interview.',
  filledBy: 'clinician',
  licence: {
    says: 'Public domain. Item subjects as in the scale; anchors are short neutral ones written for this product.',
    textMayBeShipped: true,
    source: cite('camcops', 'licence table, HAM-D: public domain'),
  },
  stem: 'Rate each subject as it was during the past week.',
  items: [
    toFour('Depressed mood: sad, hopeless, helpless or worthless', [
      'Absent',
      'Told only when asked',
      'Told without being asked',
      'Also seen in face, posture, voice or weeping',
      'Almost nothing else is said or shown',
    ]),
    toFour('Feelings of guilt', [
      'Absent',
      'Blames self, feels to have let others down',
      'Broods over past errors',
      'Takes the illness for a punishment, or has delusions of guilt',
      'Hears or sees accusing or threatening things',
    ]),
    toFour('Suicide', [
      'Absent',
      'Feels that life is not worth living',
      'Wishes to be dead',
      'Has ideas of suicide, or made a gesture',
      'Made a serious attempt',
    ]),
    toTwo('Sleep, early: trouble falling asleep', ['None', 'Sometimes', 'Every night']),
    toTwo('Sleep, middle: restless or waking in the night', ['None', 'Restless', 'Wakes and leaves the bed']),
    toTwo('Sleep, late: waking too early', ['None', 'Wakes early and sleeps again', 'Wakes early for good']),
    toFour('Work and activities', [
      'No difficulty',
      'Feels unable, tired or weak',
      'Has lost interest',
      'Does clearly less, or for fewer hours',
      'Stopped working because of this illness',
    ]),
    toFour('Slowness of thought, speech and movement', [
      'Normal',
      'Slightly slow at the interview',
      'Clearly slow at the interview',
      'The interview is difficult',
      'Stupor',
    ]),
    toFour('Agitation', [
      'None',
      'Fidgets',
      'Plays with hands or hair',
      'Cannot sit still',
      'Wrings hands, bites nails or lips',
    ]),
    toFour('Anxiety of the mind', [
      'None',
      'Tense and irritable',
      'Worries about small things',
      'Anxious look or speech',
      'Speaks of fears unasked',
    ]),
    toFour('Anxiety of the body: heart, breath, gut, sweat, headache', [
      'Absent',
      'Mild',
      'Moderate',
      'Severe',
      'Disabling',
    ]),
    toTwo('Body, stomach and appetite', [
      'Normal',
      'Eats without being urged but with little appetite',
      'Eats only when urged',
    ]),
    toTwo('Body in general: heaviness, aches, loss of energy', ['None', 'Some', 'Clear']),
    toTwo('Sexual and menstrual symptoms', ['None', 'Mild', 'Severe']),
    toFour('Concern about own health', [
      'None',
      'Watches the body',
      'Much occupied with health',
      'Complains often, asks for help',
      'Has delusions of illness',
    ]),
    toTwo('Loss of weight', ['None', 'Probable', 'Certain']),
    toTwo('Insight', [
      'Knows to be ill with depression',
      'Knows to be ill but blames something else',
      'Denies being ill',
    ]),
  ],
  lowest: 0,
  highest: 52,
  better: 'lower',
  bands: bandsOf(['none', 0, 7], ['mild', 8, 16], ['moderate', 17, 23], ['severe', 24, 52]),
  bandSource: cite('camcops', 'HAM-D, cut-offs 7, 16 and 23; the words for the bands vary between authors'),
  response: { percent: 50, source: cite('camcops', 'HAM-D, response') },
  remission: { lowest: 0, highest: 7, source: cite('camcops', 'HAM-D, remission at 7 or less') },
  code: local('ham-d-17-total', 'HAM-D-17 total'),
  notes: [
    'Primary outcome of the 2017 trial of low-dose naltrexone, where it did not differ (p 0.3).',
    'Versions that rate agitation only to 2 end at 50; a total made with them is not the same scale.',
    NO_LOINC,
  ],
  examples: [
    { answers: [1, 1, 0, 1, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0], total: 7, says: 'none' },
    { answers: [3, 2, 1, 2, 1, 1, 3, 1, 1, 2, 1, 1, 1, 1, 0, 0, 0], total: 21, says: 'moderate' },
    { answers: [3, 2, 2, 2, 1, 2, 3, 1, 1, 2, 2, 1, 1, 1, 0, 0, 0], total: 24, says: 'severe' },
  ],
};
