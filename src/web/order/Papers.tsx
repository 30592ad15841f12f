/** Order, sheet, labels, calendar and FHIR as files, made on demand for A4 or Letter. */
import { Button, Radio } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Problem } from '../../domain/problem.ts';
import { call, problemOf } from '../api.ts';
import type { Files, ReadyFile } from '../contracts.ts';
import { Problems } from '../parts/Problems.tsx';

type Paper = 'a4' | 'letter';

/** A file with an address from which the browser can save it. */
interface Saved {
  readonly file: ReadyFile;
  readonly href: string;
  readonly bytes: number;
}

export function Papers({ request }: { readonly request: object }) {
  const [paper, setPaper] = useState<Paper>('letter');
  const [isMaking, setMaking] = useState(false);
  const [files, setFiles] = useState<readonly Saved[]>([]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  useEffect(() => () => files.forEach(({ href }) => URL.revokeObjectURL(href)), [files]);

  const make = async () => {
    setMaking(true);
    try {
      const made = await call<Files>('files', { ...request, paper });
      setFiles((made.files ?? []).map(savedOf));
      setProblems(made.files ? [] : made.problems);
    } catch (failure) {
      setProblems([problemOf(failure)]);
    }
    setMaking(false);
  };
  return (
    <section className="section no-print" aria-labelledby="papers-title">
      <h2 id="papers-title">Papers</h2>
      <Radio.Group
        label="Paper"
        value={paper}
        onChange={(value) => {
          setPaper(value === 'a4' ? 'a4' : 'letter');
          setFiles([]);
        }}
      >
        <div className="row papers-sizes">
          <Radio value="letter" label="Letter" />
          <Radio value="a4" label="A4" />
        </div>
      </Radio.Group>
      <div className="row">
        <Button size="md" onClick={() => void make()} loading={isMaking}>
          Make the papers
        </Button>
        <Button size="md" variant="default" onClick={() => window.print()}>
          Print this page
        </Button>
      </div>
      <Problems of={problems} title="The papers were not made" />
      <ul className="plain files" aria-live="polite">
        {files.map(({ file, href, bytes }) => (
          <li key={file.name}>
            <a href={href} download={file.name}>
              Download {file.name}
            </a>{' '}
            <span className="quiet small">
              {file.mediaType}, {Math.ceil(bytes / 1000)} kB
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function savedOf(file: ReadyFile): Saved {
  const bytes = Uint8Array.from(atob(file.base64), (char) => char.charCodeAt(0));
  return { file, bytes: bytes.length, href: URL.createObjectURL(new Blob([bytes], { type: file.mediaType })) };
}
