/** All rating scales; one more is one file and one row here. */
import { bdi } from './bdi.ts';
import { cgiI, cgiS } from './cgi.ts';
import { gad7 } from './gad-7.ts';
import { hamD17 } from './ham-d-17.ts';
import { isi } from './isi.ts';
import { madrs } from './madrs.ts';
import { phq9 } from './phq-9.ts';
import { psqi } from './psqi.ts';
import { qidsSr16 } from './qids-sr16.ts';
import type { Scale } from './scale.ts';
import { who5 } from './who-5.ts';

export const SCALES: readonly Scale[] = [phq9, gad7, hamD17, cgiS, cgiI, madrs, qidsSr16, isi, psqi, who5, bdi];

const byId = new Map<string, Scale>(SCALES.map((scale) => [scale.id, scale]));

/** The scale with an id; undefined for an id that nobody registered, such as one that came with a record. */
export const scaleOf = (id: string): Scale | undefined => byId.get(id);

export type { Band, Item, Scale, ScaleId } from './scale.ts';
