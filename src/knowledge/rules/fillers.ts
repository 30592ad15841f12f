/** Intolerance of a filler or dye: LDN is compounded, so the pharmacist can leave it out when told. */
import type { Allergy } from '../../domain/patient.ts';
import { assume, cite } from '../../domain/source.ts';
import { textOf } from './conditions.ts';
import { finding, speaker, type Rule } from './rule.ts';

const FILLERS =
  /\b(lactose|milk sugar|gluten|wheat|celiac|coeliac|corn ?starch|maize|cellulose|gelatin|dyes?|tartrazine|red 40|fd&c|sucrose|mannitol|sorbitol|parabens?|benzoate|pork|calcium carbonate|titanium dioxide)\b/i;

const sources = [
  cite('ifmsynergy-2026', 'conventions on fillers of compounded naltrexone'),
  assume(
    'lactose in commercial tablets of 50 mg was seen without the name of its source; which fillers people do not tolerate is recalled',
  ),
];
const say = speaker('fillers', sources);

const isFiller = ({ what, status }: Allergy): boolean =>
  (status === 'active' || status === 'unknown') && FILLERS.test(textOf(what));

export const fillers: Rule = {
  id: 'fillers',
  title: 'Intolerance of a filler or dye',
  sources,
  find({ allergies, conditions }) {
    const found = (allergies ?? []).filter(isFiller);
    const lactose = (conditions ?? []).filter(
      ({ what, status }) => status === 'active' && /lactose intoleran|coeliac|celiac/i.test(textOf(what)),
    );
    const all = [...found, ...lactose];
    if (all.length > 0)
      return finding(
        say.caution(
          `${all.map(({ what }) => textOf(what)).join(', ')}: name it on the compound order so that the pharmacist leaves it out (microcrystalline cellulose is the usual filler; tablets of 50 mg have lactose).`,
          all.map(({ what, from }) => ({ from, text: textOf(what) })),
        ),
      );
    if (allergies === undefined)
      return finding(
        say.open(
          'Fillers and dyes: not known, because no list of allergies was sent. Ask before the order is written.',
        ),
      );
    return finding(say.absent('The list of allergies names no filler or dye.'));
  },
  examples: [
    {
      says: 'lactose intolerance goes on the order',
      patient: { allergies: [{ what: { codings: [], text: 'Lactose' }, status: 'active', from: 'a' }] },
      expect: { presence: 'present', blocks: 'no' },
    },
    { says: 'no allergies', patient: { allergies: [] }, expect: { presence: 'absent', blocks: 'no' } },
    { says: 'no list', patient: {}, expect: { presence: 'unknown', blocks: 'no' } },
  ],
};
