/** What an order needs beside the plan, as the prescriber types it. Empty means left out. */
export interface OrderFields {
  readonly prescriber: {
    readonly name: string;
    readonly npi: string;
    readonly licence: string;
    readonly phone: string;
  };
  readonly pharmacy: { readonly name: string; readonly address: string; readonly phone: string };
  readonly shipTo: string;
  readonly flavour: string;
  /** One on each line. */
  readonly excludedFillers: string;
}

export const NO_FIELDS: OrderFields = {
  prescriber: { name: '', npi: '', licence: '', phone: '' },
  pharmacy: { name: '', address: '', phone: '' },
  shipTo: '',
  flavour: '',
  excludedFillers: '',
};

/** The fields as the order operation takes them: nothing that was left empty. */
export function orderInputOf({ prescriber, pharmacy, shipTo, flavour, excludedFillers }: OrderFields): object {
  const lines = excludedFillers
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    prescriber: { name: prescriber.name.trim(), ...filled(prescriber) },
    ...(pharmacy.name.trim() !== '' && { pharmacy: filled(pharmacy) }),
    ...filled({ shipTo, flavour }),
    ...(lines.length > 0 && { excludedFillers: lines }),
  };
}

const filled = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields)
      .map(([key, text]) => [key, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  );
