/** The desk as the pages use it. */
import { useEffect, useMemo, useState } from 'react';
import type { Objective } from '../../care/supply/types.ts';
import type { Patient } from '../../domain/patient.ts';
import type { Given } from '../contracts.ts';
import { CLEAR_DESK, PlanDesk, type DeskState } from './desk.ts';

export interface Planner extends Pick<PlanDesk, 'begin' | 'edit' | 'undo' | 'redo' | 'forget'> {
  readonly planning: DeskState['planning'];
  readonly failure: DeskState['failure'];
  readonly refused: DeskState['refused'];
  readonly objective: Objective;
  readonly isBusy: boolean;
  /** Whether something would be lost by closing the tab. */
  readonly isEdited: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly choose: (objective: Objective) => void;
  readonly again: () => void;
}

/** The planner of a person; new answers check the same plan again. For a new person, `forget` comes first. */
export function usePlanner(person: { readonly patient: Patient } | undefined, given: Given): Planner {
  const [state, setState] = useState(CLEAR_DESK);
  const [desk] = useState(() => new PlanDesk(setState));
  const [objective, choose] = useState<Objective>('bottles');
  useEffect(
    () => desk.inCircumstances(person && { patient: person.patient, given, objective }),
    [desk, person, given, objective],
  );
  return useMemo(
    () => ({
      planning: state.planning,
      failure: state.failure,
      refused: state.refused,
      objective,
      isBusy: state.pending > 0,
      isEdited: state.at > 0,
      canUndo: state.at > 0,
      canRedo: state.at < state.plans.length - 1,
      begin: desk.begin,
      edit: desk.edit,
      choose,
      undo: desk.undo,
      redo: desk.redo,
      again: desk.check,
      forget: desk.forget,
    }),
    [state, desk, objective],
  );
}
