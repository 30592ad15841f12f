/**
 * PHQ-9: the nine symptoms of a major depressive episode over two weeks. Free to use without permission. Item 9 is the
 * suicide item; who sees it and when is the business of the safety rules.
 */
import { SYSTEMS } from '../../domain/patient.ts';
import { assume, cite } from '../../domain/source.ts';
import { bandsOf, howOften, type Scale } from './scale.ts';

export const phq9: Scale = {
  id: 'phq-9',
  name: 'PHQ-9',
  about: 'Severity of depression over the last two weeks, filled in by the patient.',
  filledBy: 'patient',
  licence: {
    says: 'Free: no permission is needed to copy, translate or show it.',
    textMayBeShipped: true,
    source: cite('camcops', 'licence table, PHQ-9'),
  },
  stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
  items: [
    howOften('44250-9', 'Little interest or pleasure in doing things'),
    howOften('44255-8', 'Feeling down, depressed, or hopeless'),
    howOften('44259-0', 'Trouble falling or staying asleep, or sleeping too much'),
    howOften('44254-1', 'Feeling tired or having little energy'),
    howOften('44251-7', 'Poor appetite or overeating'),
    howOften(
      '44258-2',
      'Feeling bad about yourself, or that you are a failure or have let yourself or your family down',
    ),
    howOften('44252-5', 'Trouble concentrating on things, such as reading the newspaper or watching television'),
    howOften(
      '44253-3',
      'Moving or speaking so slowly that other people could have noticed; or the opposite, being so fidgety or restless that you have been moving around a lot more than usual',
    ),
    howOften('44260-8', 'Thoughts that you would be better off dead, or of hurting yourself in some way'),
  ],
  lowest: 0,
  highest: 27,
  better: 'lower',
  bands: bandsOf(
    ['minimal', 0, 4],
    ['mild', 5, 9],
    ['moderate', 10, 14],
    ['moderately severe', 15, 19],
    ['severe', 20, 27],
  ),
  bandSource: cite('camcops', 'PHQ-9, cut-offs 5, 10, 15 and 20'),
  response: { percent: 50, source: cite('camcops', 'PHQ-9, response') },
  remission: { lowest: 0, highest: 4, source: cite('camcops', 'PHQ-9, remission below 5') },
  minimalDifference: { points: 5, source: assume('5 points, recalled from Kroenke; the primary text was not seen') },
  code: { system: SYSTEMS.loinc, code: '44261-6', display: 'PHQ-9 total score' },
  panelCode: { system: SYSTEMS.loinc, code: '44249-1', display: 'PHQ-9 panel' },
  codeSource: cite('fhir-repositories', 'codes of panel, total and items'),
  notes: [
    'An unanswered item is not replaced by an average: the total stays unknown until it is answered.',
    'A total of 10 or more finds major depression with a sensitivity of 77 to 88 % and a specificity of 88 to 94 %.',
  ],
  examples: [
    { answers: [1, 1, 1, 1, 0, 0, 0, 0, 0], total: 4, says: 'minimal' },
    { answers: [2, 2, 2, 2, 1, 1, 1, 0, 0], total: 11, says: 'moderate' },
    { answers: [3, 3, 3, 3, 2, 2, 2, 1, 1], total: 20, says: 'severe' },
  ],
};
