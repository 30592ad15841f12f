/** A text field that keeps what is typed until Enter or until it is left; what cannot be read is said under it. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { readAmount } from '../../domain/amount.ts';
import { useDraft } from '../draft.ts';

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly says: string };

interface DraftInputProps<T> {
  readonly label: string;
  /** What stands there now, as it would be typed. */
  readonly shown: string;
  readonly read: (text: string) => Read<T>;
  readonly onCommit: (value: T) => void;
  readonly id?: string;
  readonly type?: 'number';
  readonly className?: string;
  readonly error?: string | undefined;
}

export function DraftInput<T>({ shown, read, onCommit, error, ...field }: DraftInputProps<T>) {
  const [draft, setDraft] = useDraft(shown);
  const [fault, setFault] = useState<{ readonly of: string; readonly says: string }>();
  const commit = () => {
    if (draft === shown) return;
    const result = read(draft);
    if (result.ok) onCommit(result.value);
    else setFault({ of: draft, says: result.says });
  };
  return (
    <TextInput
      {...field}
      {...(field.type === 'number' && { inputMode: 'numeric' })}
      autoComplete="off"
      value={draft}
      error={fault?.of === draft ? fault.says : error}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
        if (event.key === 'Escape') setDraft(shown);
      }}
    />
  );
}

/** An amount with its unit, `1.5 mg`, as micrograms. */
export function amountFrom(text: string): Read<number> {
  const reading = readAmount(text);
  return reading.ok
    ? { ok: true, value: reading.amountUg }
    : { ok: false, says: `Expected ${reading.expected}. ${reading.todo}` };
}

/** A whole number from 1. */
export function countFrom(text: string): Read<number> {
  return /^\s*[1-9]\d{0,3}\s*$/.test(text)
    ? { ok: true, value: Number(text) }
    : { ok: false, says: 'Expected a whole number from 1.' };
}
