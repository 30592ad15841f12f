/**
 * The square code on each sheet: which plan it prints, so that a phone or a pharmacy can compare it with what the
 * prescriber holds. It has no name, no drug and no address: found in the street it tells nothing.
 */
import { renderSVG } from 'uqr';
import type { Order } from '../domain/order.ts';

/** What the code says: `lowdose plan 2 sha256:...` */
export const planCode = (order: Order): string => `lowdose plan ${order.planVersion} ${order.plan}`;

/** The code as SVG: a quiet border of four modules, and level M, which still reads with 15 % of it creased or stained. */
export const qrSvg = (text: string): string => renderSVG(text, { ecc: 'M', border: 4, pixelSize: 1 });
