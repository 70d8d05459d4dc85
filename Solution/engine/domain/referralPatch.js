import { fieldMap } from "./fieldMap";
import { sameJson } from "./sameJson";
/** The own consent to be seen by Microsoft's sellers, which nobody can take back. */
export const visibilityPath = "/consent/consentToShareReferralWithMicrosoftSellers";
/** The help Microsoft was asked for. */
export const helpPath = "/inviteContext/assistanceRequestCode";
const patchable = fieldMap.filter(({ sent }) => sent === "always").map(({ referral }) => referral);
const fixed = fieldMap.filter(({ sent }) => sent !== "always");
const isEmpty = (value) => value === null || value === "";
/** Whether this side still owes the other its value: not when the seller has seen the other's and left the own as it was. */
const isOwed = (value, agreed, difference) => !sameJson(value, agreed) &&
    (difference === undefined || !(sameJson(value, difference.here) || sameJson(value, difference.there)));
/** The wanted values as far as they may be sent at all: a visible deal stays visible. */
export const sendable = (wanted, agreed) => agreed[visibilityPath] === true ? Object.assign(Object.assign({}, wanted), { [visibilityPath]: true }) : wanted;
/** What changed here since both sides agreed, as the shortest patch that makes Partner Center equal. */
export const toPatch = (wanted, agreed, differences = {}) => {
    const values = sendable(wanted, agreed);
    return patchable.flatMap((path) => {
        var _a, _b;
        const value = (_a = values[path]) !== null && _a !== void 0 ? _a : null;
        const before = (_b = agreed[path]) !== null && _b !== void 0 ? _b : null;
        if (!isOwed(value, before, differences[path]))
            return [];
        return [{ op: isEmpty(before) ? "add" : "replace", path, value }];
    });
};
/** Labels of what changed here and cannot follow, because Partner Center fixes it when a referral is made. */
export const toFixedLabels = (wanted, agreed) => fixed
    // Help that was never asked for is not fixed yet.
    .filter(({ referral }) => { var _a; return referral !== helpPath || ((_a = agreed[helpPath]) !== null && _a !== void 0 ? _a : null) !== null; })
    .filter(({ referral }) => { var _a, _b; return !sameJson((_a = wanted[referral]) !== null && _a !== void 0 ? _a : null, (_b = agreed[referral]) !== null && _b !== void 0 ? _b : null); })
    .map(({ label }) => label);
/** The agreed values after Partner Center took a patch. */
export const applyPatch = (agreed, patch) => (Object.assign(Object.assign({}, agreed), Object.fromEntries(patch.map(({ path, value }) => [path, value]))));
