/** Dose, hour, once or nightly, reading and mechanisms: native controls, each with its words. */
import { useState } from 'react';
import { inMg, mgNumber } from '../../domain/amount.ts';
import type { Problem } from '../../domain/problem.ts';
import { mechanismsOf, SWITCHABLE, type Reading } from '../../knowledge/mechanisms/index.ts';
import { Mark } from '../parts/Mark.tsx';
import { clock, LAST_HOUR, nightsFrom, type Chosen } from './choice.ts';
import { doseFrom, DOSES_UG, PRESETS_UG, stopOf } from './doses.ts';

interface ControlsProps {
  readonly chosen: Chosen;
  readonly onChange: (part: Partial<Chosen>) => void;
}

export const Controls = ({ chosen, onChange }: ControlsProps) => (
  <form className="how-controls no-print" aria-label="What is taken" onSubmit={(event) => event.preventDefault()}>
    <Dose doseUg={chosen.doseUg} onChange={onChange} />
    <Hour hour={chosen.hour} onChange={onChange} />
    <HowOften nights={chosen.nights} onChange={onChange} />
    <Readings reading={chosen.reading} onChange={onChange} />
    <Switches off={chosen.off} onChange={onChange} />
  </form>
);

type Changed = Pick<ControlsProps, 'onChange'>;

/** A typed value that is not shown, and why; the curves stay as they were. */
interface Refused {
  readonly text: string;
  readonly problem: Problem;
}

const Refusal = ({ id, problem, kept }: { readonly id: string; readonly problem: Problem; readonly kept: string }) => (
  <p id={id} className="refusal" role="alert">
    <Mark kind="stop" size={20} />
    <span>
      Found {problem.found}, expected {problem.expected}. {problem.todo} The curves still show {kept}.
    </span>
  </p>
);

function Dose({ doseUg, onChange }: { readonly doseUg: number } & Changed) {
  const [refused, setRefused] = useState<Refused>();
  const [typing, setTyping] = useState<string>();
  const set = (amountUg: number) => {
    setRefused(undefined);
    onChange({ doseUg: amountUg });
  };
  const type = (text: string) => {
    setTyping(text);
    const read = doseFrom(text);
    if ('problem' in read) setRefused({ text, problem: read.problem });
    else set(read.amountUg);
  };
  return (
    <fieldset className="dose">
      <legend className="unseen">Dose</legend>
      <div className="dose-row">
        <strong aria-hidden="true">Dose</strong>
        <label className="amount">
          <span className="unseen">Dose in mg</span>
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            value={typing ?? refused?.text ?? mgNumber(doseUg)}
            aria-invalid={refused !== undefined}
            aria-describedby={refused ? 'dose-refused' : undefined}
            onChange={(event) => type(event.currentTarget.value)}
            onBlur={() => setTyping(undefined)}
          />
          <span aria-hidden="true">mg</span>
        </label>
      </div>
      <input
        type="range"
        aria-label="Dose, logarithmic"
        min={0}
        max={DOSES_UG.length - 1}
        step={1}
        value={stopOf(doseUg)}
        aria-valuetext={inMg(doseUg)}
        onChange={(event) => {
          setTyping(undefined);
          set(DOSES_UG[Number(event.currentTarget.value)]!);
        }}
      />
      <div className="presets">
        {PRESETS_UG.map((amountUg) => (
          <button key={amountUg} type="button" aria-pressed={amountUg === doseUg} onClick={() => set(amountUg)}>
            {inMg(amountUg)}
          </button>
        ))}
      </div>
      {refused && <Refusal id="dose-refused" problem={refused.problem} kept={inMg(doseUg)} />}
    </fieldset>
  );
}

const Hour = ({ hour, onChange }: { readonly hour: number } & Changed) => (
  <label className="hour">
    <span>
      Taken at <strong>{clock(hour)}</strong>
    </span>
    <input
      type="range"
      min={0}
      max={LAST_HOUR}
      step={0.5}
      value={hour}
      aria-label="Hour of intake"
      aria-valuetext={clock(hour)}
      onChange={(event) => onChange({ hour: Number(event.currentTarget.value) })}
    />
  </label>
);

/** Nights shown when "every night" is chosen first: two weeks, in which the levels settle. */
const USUAL_NIGHTS = 14;

function HowOften({ nights, onChange }: { readonly nights: number } & Changed) {
  const [text, setText] = useState(String(nights === 1 ? USUAL_NIGHTS : nights));
  const [problem, setProblem] = useState<Problem>();
  const type = (typed: string) => {
    setText(typed);
    const read = nightsFrom(typed);
    setProblem(typeof read === 'number' ? undefined : read);
    if (typeof read === 'number') onChange({ nights: read });
  };
  return (
    <fieldset>
      <legend>How often</legend>
      <label className="choice">
        <input type="radio" name="often" checked={nights === 1} onChange={() => onChange({ nights: 1 })} /> once
      </label>
      <div className="choice-row">
        <label className="choice">
          <input type="radio" name="often" checked={nights > 1} onChange={() => type(String(USUAL_NIGHTS))} /> every
          night,
        </label>
        <label className="amount">
          <input
            type="text"
            inputMode="numeric"
            aria-label="Nights in a row"
            value={text}
            aria-invalid={problem !== undefined}
            aria-describedby={problem ? 'nights-refused' : undefined}
            onChange={(event) => type(event.currentTarget.value)}
          />
          <span>nights</span>
        </label>
      </div>
      {problem && (
        <Refusal id="nights-refused" problem={problem} kept={nights === 1 ? 'one dose' : `${nights} nights`} />
      )}
    </fieldset>
  );
}

const READINGS: readonly { readonly reading: Reading; readonly name: string; readonly says: string }[] = [
  { reading: 'slow', name: 'Days: the brain holds on', says: 'what scans of people show' },
  { reading: 'plasma', name: 'Hours: it follows the blood', says: 'what the articles tell' },
];

const Readings = ({ reading, onChange }: { readonly reading: Reading } & Changed) => (
  <fieldset>
    <legend>How long does it block?</legend>
    {READINGS.map(({ reading: one, name, says }) => (
      <label key={one} className="choice">
        <input type="radio" name="reading" checked={reading === one} onChange={() => onChange({ reading: one })} />
        <span>
          {name} <span className="quiet small">{says}</span>
        </span>
      </label>
    ))}
  </fieldset>
);

const MECHANISMS = mechanismsOf('slow').filter(({ id }) => SWITCHABLE.includes(id));

function Switches({ off, onChange }: { readonly off: readonly string[] } & Changed) {
  const turn = (id: string, isOn: boolean) => onChange({ off: isOn ? off.filter((one) => one !== id) : [...off, id] });
  return (
    <details className="switches">
      <summary>
        Mechanisms: {MECHANISMS.length - off.length} of {MECHANISMS.length} on
      </summary>
      <p className="small quiet">
        They move mood, and sleep moves dreams. Blood and receptors do not depend on them. After each: the best evidence
        at low doses.
      </p>
      <fieldset>
        <legend className="unseen">Mechanisms</legend>
        {MECHANISMS.map(({ id, name, grade }) => (
          <label key={id} className="choice">
            <input
              type="checkbox"
              checked={!off.includes(id)}
              onChange={(event) => turn(id, event.currentTarget.checked)}
            />
            <span>
              {name} <span className="quiet small">{grade === 'none' ? 'no evidence' : grade}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </details>
  );
}
