/** Nothing yet, nothing at all, and nothing because something failed. */
import { Button, Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Problem } from '../../domain/problem.ts';
import { Mark } from './Mark.tsx';
import './states.css';

export const Waiting = ({ says }: { readonly says: string }) => (
  <div className="state" aria-live="polite">
    <Loader size="sm" aria-hidden="true" />
    <span>{says}</span>
  </div>
);

export const Empty = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className="state-block stack">
    <h2>{title}</h2>
    {children}
  </div>
);

export const Failed = ({ problem, retry }: { readonly problem: Problem; readonly retry?: () => void }) => (
  <div className="state-block failed" role="alert">
    <Mark kind="stop" />
    <div className="stack">
      <p>
        <strong>No answer.</strong> {problem.found} {problem.todo}
      </p>
      {retry && (
        <div>
          <Button variant="default" onClick={retry}>
            Try again
          </Button>
        </div>
      )}
    </div>
  </div>
);
