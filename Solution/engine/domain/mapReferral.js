import { converters } from "./converters";
import { fieldMap } from "./fieldMap";
import { readPointer, writePointer } from "./jsonPointer";
const rows = fieldMap;
const converterOf = ({ converter }) => converters[converter];
/** The values Partner Center should hold for this opportunity. */
export const toReferralValues = (opportunity) => Object.fromEntries(rows.map((row) => [row.referral, converterOf(row).toReferral(readPointer(opportunity, row.opportunity))]));
/** The same places of a referral that Partner Center answered, without what it added of its own. */
export const readReferralValues = (referral) => Object.fromEntries(rows.map((row) => {
    const converter = converterOf(row);
    return [row.referral, converter.toReferral(converter.fromReferral(readPointer(referral, row.referral)))];
}));
/** The mapped part of an opportunity, from the values of a referral: the way back of `toReferralValues`. */
export const toOpportunityValues = (values) => rows.reduce((opportunity, row) => { var _a; return writePointer(opportunity, row.opportunity, converterOf(row).fromReferral((_a = values[row.referral]) !== null && _a !== void 0 ? _a : null)); }, {});
