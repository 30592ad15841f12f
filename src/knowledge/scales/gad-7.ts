/** GAD-7: anxiety over two weeks. Free to use. */
import { SYSTEMS } from '../../domain/patient.ts';
import { cite } from '../../domain/source.ts';
import { bandsOf, howOften, type Scale } from './scale.ts';

export const gad7: Scale = {
  id: 'gad-7',
  name: 'GAD-7',
  about: 'Severity of anxiety over the last two weeks, filled in by the patient.',
  filledBy: 'patient',
  licence: { says: 'Free to use.', textMayBeShipped: true, source: cite('camcops', 'licence table, GAD-7') },
  stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
  items: [
    howOften('69725-0', 'Feeling nervous, anxious or on edge'),
    howOften('68509-9', 'Not being able to stop or control worrying'),
    howOften('69733-4', 'Worrying too much about different things'),
    howOften('69734-2', 'Trouble relaxing'),
    howOften('69735-9', 'Being so restless that it is hard to sit still'),
    howOften('69689-8', 'Becoming easily annoyed or irritable'),
    howOften('69736-7', 'Feeling afraid as if something awful might happen'),
  ],
  lowest: 0,
  highest: 21,
  better: 'lower',
  bands: bandsOf(['minimal', 0, 4], ['mild', 5, 9], ['moderate', 10, 14], ['severe', 15, 21]),
  bandSource: cite('camcops', 'GAD-7, cut-offs 5, 10 and 15'),
  code: { system: SYSTEMS.loinc, code: '70274-6', display: 'GAD-7 total score' },
  panelCode: { system: SYSTEMS.loinc, code: '69737-5', display: 'GAD-7 panel' },
  codeSource: cite('fhir-repositories', 'codes of panel, total and items'),
  notes: [
    'A total of 10 or more finds generalised anxiety disorder with a sensitivity of 89 % and a specificity of 82 %.',
  ],
  examples: [
    { answers: [1, 1, 1, 1, 1, 0, 0], total: 5, says: 'mild' },
    { answers: [3, 2, 2, 2, 2, 2, 2], total: 15, says: 'severe' },
  ],
};
