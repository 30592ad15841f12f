/** What the record said, line by line with where it stands, so that a reader can check the ladder against it. */
import { Button } from '@mantine/core';
import { useState } from 'react';
import { inWords } from '../../domain/dates.ts';
import type { Concept, Patient } from '../../domain/patient.ts';
import type { Problem } from '../../domain/problem.ts';
import { Problems } from '../parts/Problems.tsx';
import type { Person } from '../session.tsx';

export const WhatWasRead = ({ person: { patient, problems } }: { readonly person: Person }) => (
  <section className="section what-was-read" aria-labelledby="read-title">
    <h2 id="read-title">What was read</h2>
    <p className="quiet">
      {patient.recordUntil === undefined
        ? 'The record carries no date, so nobody can say how fresh it is.'
        : `The latest entry is of ${inWords(patient.recordUntil)}.`}
    </p>
    {LISTS.map((list) => (
      <Listed key={list.title} title={list.title} head={list.head} rows={list.rows(patient)} />
    ))}
    <Doubts of={problems} />
  </section>
);

/** What was read with a doubt; what could not be read stands at the top of the page. */
function Doubts({ of }: { readonly of: readonly Problem[] }) {
  const doubts = of.filter(({ severity }) => severity === 'warning');
  return <Problems of={doubts} title={`Doubts about the record (${doubts.length})`} />;
}

/** Absent: not asked or not sent. Cells are strings, the last one a path. */
type Rows = readonly (readonly string[])[] | undefined;

interface List {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: (patient: Patient) => Rows;
}

const nameOf = ({ text, codings }: Concept): string =>
  text ?? codings.find(({ display }) => display)?.display ?? codings.find(({ code }) => code)?.code ?? 'without a name';
const when = (...dates: readonly (string | undefined)[]): string => {
  const first = dates.find((date) => date !== undefined);
  return first === undefined ? 'not said' : inWords(first);
};

const LISTS: readonly List[] = [
  {
    title: 'Medicines',
    head: ['medicine', 'status', 'since', 'where'],
    rows: ({ medicines }) =>
      medicines?.map(({ what, status, start, recorded, from }) => [nameOf(what), status, when(start, recorded), from]),
  },
  {
    title: 'Conditions',
    head: ['condition', 'status', 'since', 'where'],
    rows: ({ conditions }) =>
      conditions?.map(({ what, status, onset, recorded, from }) => [nameOf(what), status, when(onset, recorded), from]),
  },
  {
    title: 'Allergies',
    head: ['substance', 'status', 'recorded', 'where'],
    rows: ({ allergies }) =>
      allergies?.map(({ what, status, recorded, from }) => [nameOf(what), status, when(recorded), from]),
  },
  {
    title: 'Scores',
    head: ['scale', 'total', 'date', 'where'],
    rows: ({ scores }) =>
      scores?.map(({ scale, total, date, from }) => [
        scale,
        total === undefined ? 'items only' : String(total),
        when(date),
        from,
      ]),
  },
];

/** Rows shown at first. */
const AT_FIRST = 8;

interface ListedProps {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: Rows;
}

function Listed({ title, head, rows }: ListedProps) {
  const [showsAll, setShowsAll] = useState(false);
  if (!rows) return <NotAsked title={title} />;
  const shown = showsAll ? rows : rows.slice(0, AT_FIRST);
  return (
    <div className="read-list">
      <h3>
        {title} <span className="quiet">{rows.length === 0 ? 'asked: none' : rows.length}</span>
      </h3>
      {rows.length > 0 && <Lines title={title} head={head} rows={shown} />}
      {shown.length < rows.length && (
        <Button size="compact-sm" variant="default" onClick={() => setShowsAll(true)}>
          Show all {rows.length}
        </Button>
      )}
    </div>
  );
}

const NotAsked = ({ title }: { readonly title: string }) => (
  <div className="read-list">
    <h3>
      {title} <span className="quiet">not in the record: not known, which is not the same as none</span>
    </h3>
  </div>
);

const Lines = ({
  title,
  head,
  rows,
}: {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: NonNullable<Rows>;
}) => (
  <table className="read-table">
    <caption className="unseen">{title}</caption>
    <thead>
      <tr>
        {head.map((name) => (
          <th key={name} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map((cells, index) => (
        <tr key={index}>
          {cells.map((cell, at) => (
            <td key={at} data-head={head[at]} className={at === cells.length - 1 ? 'path' : undefined}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);
