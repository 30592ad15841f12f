import { useState } from 'react';

/** What is being typed, beside what stands there now; when that changes from elsewhere, the typing gives way. */
export function useDraft(shown: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(shown);
  const [before, setBefore] = useState(shown);
  if (before !== shown) {
    setBefore(shown);
    setDraft(shown);
  }
  return [draft, setDraft];
}
