export { ASSUMED_PRICES, type PriceTable } from './assumed.ts';
