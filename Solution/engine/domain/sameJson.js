import { isJsonObject } from "./Json";
/** Deep equality; the order of members does not count, an absent member equals null. */
export const sameJson = (left, right) => {
    if (left === right)
        return true;
    if (Array.isArray(left) && Array.isArray(right)) {
        const others = right;
        return left.length === others.length && left.every((item, place) => { var _a; return sameJson(item, (_a = others[place]) !== null && _a !== void 0 ? _a : null); });
    }
    if (!isJsonObject(left) || !isJsonObject(right))
        return false;
    const names = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...names].every((name) => { var _a, _b; return sameJson((_a = left[name]) !== null && _a !== void 0 ? _a : null, (_b = right[name]) !== null && _b !== void 0 ? _b : null); });
};
