/** Three ways to supply the plan, side by side, and the bottles of the chosen one. */
import { quantityInWords } from '../../care/order/words.ts';
import type { Choice, Objective } from '../../care/supply/types.ts';
import { inMg } from '../../domain/amount.ts';
import { inShort, inWords } from '../../domain/dates.ts';
import { inMoney } from '../../domain/money.ts';
import type { Bottle, Fill, Supply } from '../../domain/order.ts';
import type { PlanAnswer, Planning } from '../contracts.ts';
import { Reasons } from '../parts/Reasons.tsx';
import type { Planner } from './planner.ts';

const FEWEST: Readonly<Record<Objective, string>> = {
  bottles: 'Fewest bottles',
  capsules: 'Fewest capsules a night',
  cost: 'Lowest cost',
};

interface SupplyChoicesProps {
  readonly planner: Planner;
  readonly planning: Planning;
  readonly answer: PlanAnswer;
}

export function SupplyChoices({ planner, planning, answer }: SupplyChoicesProps) {
  if (answer.choices.length === 0)
    return (
      <section className="section" aria-labelledby="supply-title">
        <h2 id="supply-title">Bottles</h2>
        <p>No bottles: the plan cannot be supplied as it stands. What is refused is said above.</p>
      </section>
    );
  const about = planning.because.filter(({ rule }) => rule.startsWith('supply') || rule.startsWith('beyond-use'));
  return (
    <section className="section" aria-labelledby="supply-title">
      <h2 id="supply-title">Bottles</h2>
      <fieldset>
        <legend className="unseen">What the supply keeps small</legend>
        <div className="choices">
          {answer.choices.map((choice) => (
            <ChoiceCard
              key={choice.objective}
              choice={choice}
              isChosen={choice.objective === planner.objective}
              choose={() => planner.choose(choice.objective)}
            />
          ))}
        </div>
      </fieldset>
      {answer.supply && <Fills supply={answer.supply} />}
      {about.length > 0 && (
        <details>
          <summary>Why these bottles</summary>
          <Reasons of={about} label="Why these bottles" />
        </details>
      )}
    </section>
  );
}

interface ChoiceCardProps {
  readonly choice: Choice;
  readonly isChosen: boolean;
  readonly choose: () => void;
}

function ChoiceCard({ choice: { objective, supply, strengths }, isChosen, choose }: ChoiceCardProps) {
  const facts: readonly (readonly [string, string])[] = [
    ['Bottles', `${supply.bottles} in ${supply.fills.length} ${supply.fills.length === 1 ? 'fill' : 'fills'}`],
    ['Strengths', strengths.map(inMg).join(', ')],
    ['Most in one day', mostInWords(supply)],
    ['Cost, estimated', inMoney(supply.costCents, supply.currency)],
    ['Left over', inMg(supply.leftoverUg)],
    ['Runs out after', inWords(supply.runOut)],
  ];
  return (
    <label className={isChosen ? 'choice chosen' : 'choice'}>
      <span className="choice-head">
        <input type="radio" name="objective" checked={isChosen} onChange={choose} />
        <strong>{FEWEST[objective]}</strong>
      </span>
      <span className="choice-facts">
        {facts.map(([name, value]) => (
          <span key={name} className="choice-fact">
            <span className="quiet small">{name}</span> <span>{value}</span>
          </span>
        ))}
      </span>
    </label>
  );
}

function mostInWords({ fills, mostUnitsPerDay }: Supply): string {
  const bottle = fills[0]?.bottles[0];
  return bottle ? quantityInWords(bottle, mostUnitsPerDay) : String(mostUnitsPerDay);
}

const Fills = ({ supply }: { readonly supply: Supply }) => (
  <ol className="plain fills">
    {supply.fills.map((fill) => (
      <li key={fill.number} className="fill">
        <h3>
          Fill {fill.number}, ready {inShort(fill.on)}
        </h3>
        <p className="small quiet">
          For {inShort(fill.from)} to {inShort(fill.to)}, {fill.daysSupply} days,{' '}
          {inMoney(fill.costCents, supply.currency)}. Use before {inWords(fill.beyondUse.date)}: {decided(fill)}
        </p>
        <ul className="plain bottles">
          {fill.bottles.map((bottle) => (
            <li key={bottle.number}>
              <BottlePicture bottle={bottle} />
            </li>
          ))}
        </ul>
      </li>
    ))}
  </ol>
);

const decided = ({ beyondUse }: Fill): string =>
  beyondUse.limits.find(({ id }) => id === beyondUse.because)?.says ?? beyondUse.because;

/** A bottle with its number, strength and count, filled as far as the plan empties it. */
const BottlePicture = ({ bottle }: { readonly bottle: Bottle }) => (
  <div className="bottle">
    <svg viewBox="0 0 28 40" width="28" height="40" aria-hidden="true">
      <path d="M8 2h12v6H8z" className="bottle-cap" />
      <path d="M6 10h16l2 4v22a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V14z" className="bottle-glass" />
      <text x="14" y="30">
        {bottle.number}
      </text>
    </svg>
    <span>
      <strong>{inMg(bottle.strengthUg)}</strong>{' '}
      <span className="quiet small">× {quantityInWords(bottle, bottle.quantity)}</span>
    </span>
  </div>
);
