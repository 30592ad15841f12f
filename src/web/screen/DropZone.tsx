/** Takes a FHIR record by drop or by file button, shows how far the reading is, and can be cancelled. */
import { Button, Progress } from '@mantine/core';
import { useWindowEvent } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { Patient } from '../../domain/patient.ts';
import { error, type Problem } from '../../domain/problem.ts';
import { isAbort, problemOf, sendRecord } from '../api.ts';
import type { Reading } from '../contracts.ts';
import { Problems } from '../parts/Problems.tsx';
import type { Person } from '../session.tsx';

type State =
  | { readonly kind: 'idle' }
  | { readonly kind: 'reading'; readonly name: string; readonly share: number; readonly stop: AbortController }
  | { readonly kind: 'refused'; readonly name: string; readonly problems: readonly Problem[] };

export function DropZone({ onRead }: { readonly onRead: (person: Person) => void }) {
  const [state, setState] = useState<State>({ kind: 'idle' });
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const read = async (file: File) => {
    const stop = new AbortController();
    const progress = (share: number) => setState({ kind: 'reading', name: file.name, share, stop });
    progress(0);
    try {
      const { answer, problems } = await sendRecord<Reading>(file, progress, stop.signal);
      // A person of whom nothing at all was read is no person to go on with.
      if (answer && isAnybody(answer)) onRead({ origin: file.name, patient: answer, problems });
      else setState({ kind: 'refused', name: file.name, problems });
    } catch (failure) {
      if (isAbort(failure)) setState({ kind: 'idle' });
      else setState({ kind: 'refused', name: file.name, problems: [problemOf(failure)] });
    }
  };
  const takeOne = (files: FileList | null) => {
    const [file, second] = [...(files ?? [])];
    if (second) setState({ kind: 'refused', name: `${files?.length} files`, problems: [ONE_AT_A_TIME] });
    else if (file) void read(file);
  };

  // The whole window takes a drop, so that a file let go beside the box does not replace the page.
  useWindowEvent('dragover', (event) => {
    event.preventDefault();
    setOver(true);
  });
  useWindowEvent('dragleave', () => setOver(false));
  useWindowEvent('drop', (event) => {
    event.preventDefault();
    setOver(false);
    takeOne(event.dataTransfer?.files ?? null);
  });

  return (
    <section className={isOver ? 'drop over' : 'drop'} aria-labelledby="drop-title">
      <h2 id="drop-title">A record</h2>
      {state.kind === 'reading' ? (
        <InProgress name={state.name} share={state.share} cancel={() => state.stop.abort()} />
      ) : (
        <>
          <p>Drop a FHIR R4 file here: JSON, NDJSON, or either as .gz, up to 64 MB.</p>
          <input
            ref={input}
            type="file"
            className="unseen"
            tabIndex={-1}
            aria-label="FHIR record"
            accept=".json,.ndjson,.gz,application/json,application/fhir+json,application/gzip"
            onChange={(event) => {
              takeOne(event.currentTarget.files);
              event.currentTarget.value = '';
            }}
          />
          <div>
            <Button size="md" onClick={() => input.current?.click()}>
              Choose a file
            </Button>
          </div>
        </>
      )}
      {state.kind === 'refused' && (
        <div role="alert">
          <Problems of={state.problems} title={`${state.name} could not be read`} />
        </div>
      )}
      <p className="quiet small">
        The file is read by the program on this machine and forgotten when you close the tab.
      </p>
    </section>
  );
}

/** True when anything but the parts that stayed unread is known. */
const isAnybody = (patient: Patient): boolean => Object.keys(patient).some((known) => known !== 'unread');

const ONE_AT_A_TIME = error('file', 'more than one file', 'one record of one person', 'Drop one file.');

interface InProgressProps {
  readonly name: string;
  readonly share: number;
  readonly cancel: () => void;
}

const InProgress = ({ name, share, cancel }: InProgressProps) => (
  <div className="stack" aria-live="polite">
    <p>{share < 1 ? `Taking in ${name}` : `Reading ${name}`}</p>
    <Progress value={share * 100} animated={share === 1} aria-label="Share of the file taken in" />
    <div>
      <Button variant="default" onClick={cancel}>
        Cancel
      </Button>
    </div>
  </div>
);
