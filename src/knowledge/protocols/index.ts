/** The titration protocols that the product knows. A new one is one file here and one line in this list. */
import { final6mg } from './final-6.ts';
import { fortnightly1500 } from './fortnightly-1.5.ts';
import { fortnightly500 } from './fortnightly-0.5.ts';
import type { Protocol } from './protocol.ts';
import { slowTo3 } from './slow-to-3.ts';
import { twiceDaily1mg } from './twice-daily-1.ts';
import { weekly1000 } from './weekly-1.ts';
import { weekly1500 } from './weekly-1.5.ts';
import { weekly500 } from './weekly-0.5.ts';

export type { Protocol } from './protocol.ts';

/** In the order in which a form offers them: the usual ladders first, research last. */
export const PROTOCOLS: readonly Protocol[] = [
  weekly1500,
  fortnightly1500,
  weekly1000,
  weekly500,
  fortnightly500,
  slowTo3,
  twiceDaily1mg,
  final6mg,
];

/** The protocol with this id; undefined when there is none. */
export const protocolOf = (id: string): Protocol | undefined => PROTOCOLS.find((protocol) => protocol.id === id);
