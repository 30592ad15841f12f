/** The titration sheet that goes home with the patient, as a table. */
import type { OrderAnswer } from '../contracts.ts';

export const Sheet = ({ sheet }: { readonly sheet: OrderAnswer['sheet'] }) => (
  <section className="section" aria-labelledby="sheet-title">
    <h2 id="sheet-title">Titration sheet</h2>
    <p className="quiet">{sheet.header.map(([name, value]) => `${name}: ${value}`).join(' · ')}</p>
    <ol className="plain sheet-rows">
      {sheet.rows.map((row) => (
        <li key={row.step}>
          <h3>
            Step {row.step}: {row.dose}
          </h3>
          <p className="small quiet">
            nights {row.nights}, {row.when}
          </p>
          <div className="form-grid">
            <Points title="Take" of={row.take} />
            <Points title="Before the next step" of={row.before} />
            <Points title="If trouble" of={row.trouble} />
          </div>
        </li>
      ))}
    </ol>
    {sheet.foot.map((line) => (
      <p key={line}>{line}</p>
    ))}
  </section>
);

const Points = ({ title, of }: { readonly title: string; readonly of: readonly string[] }) =>
  of.length === 0 ? null : (
    <div>
      <h4>{title}</h4>
      <ul>
        {of.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
