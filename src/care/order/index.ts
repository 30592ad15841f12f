/** The compound order: written, checked, put into words, on labels and on the sheet. */
export { writeOrder, DRUG, PACKAGING, WHY_COMPOUNDED, type OrderAnswer, type OrderRequest } from './write.ts';
export { checkOrder, type OrderFinding } from './check.ts';
export { ORDER_CHECKS, WORD_CHECKS, type OrderCheck, type WordCheck } from './checks/index.ts';
export { orderSchema } from './shape.ts';
export { directionInWords, orderLines, quantityInWords, strengthInWords, type OrderLine } from './words.ts';
export { isNpi } from './npi.ts';
export { label, type LabelContent } from './label.ts';
export { sheet, type SheetContent, type SheetRow } from './sheet.ts';
export { COMPOUNDED, OPIOID_WARNING, PHARMACIST_NOTES, warningsFor, type Warning } from './warnings.ts';
