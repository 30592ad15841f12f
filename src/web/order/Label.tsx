/** One label as it will be printed: black on white in both schemes, because paper has one. */
import type { OrderAnswer } from '../contracts.ts';
import { inWords } from '../../domain/dates.ts';

type LabelContent = OrderAnswer['labels'][number];

export const Label = ({ label }: { readonly label: LabelContent }) => (
  <article className="label" aria-label={label.bottle}>
    <header>
      <span>{label.pharmacy}</span>
      <span>{label.id}</span>
    </header>
    <p className="label-who">
      {label.patient} <span>born {label.birthDate}</span>
    </p>
    <p className="label-drug">
      {label.drug} <span>{label.form}</span>
    </p>
    <p className="label-strength">{label.strength}</p>
    <p className="label-bottle">
      <strong>{label.bottle}</strong> · {label.nights} · {label.quantity}
    </p>
    <ul className="plain">
      {label.directions.map((direction) => (
        <li key={direction}>{direction}</li>
      ))}
    </ul>
    <p>
      <strong>Do not use after {inWords(label.beyondUse)}</strong> ({label.beyondUseBecause}). {label.storage}
    </p>
    <ul className="plain label-warnings">
      {label.warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
    <footer>
      {label.prescriber} · written {label.written} · made {label.madeOn} · {label.refills} · {label.filler} ·{' '}
      {label.compounded} · plan {label.plan}
    </footer>
  </article>
);
