import { parseCalendarDay } from "./calendarDay";
import { parseDecimal } from "./decimalText";
import { helpOptions, parseHelpCode } from "./helpOptions";
import { isJsonObject } from "./Json";
import { intentAttributeType, intentIds, parseIntentId } from "./marketplaceIntents";
const toText = (value) => (typeof value === "string" ? value.trim() : "");
const firstItem = (value) => { var _a; return (Array.isArray(value) ? ((_a = value[0]) !== null && _a !== void 0 ? _a : null) : null); };
const toMember = ({ firstName, lastName, phone, email, title }) => {
    const details = { firstName, lastName, phoneNumber: phone, email };
    return title === "" ? details : Object.assign(Object.assign({}, details), { title });
};
const toPerson = (member) => isJsonObject(member)
    ? {
        firstName: toText(member["firstName"]),
        lastName: toText(member["lastName"]),
        email: toText(member["email"]),
        phone: toText(member["phoneNumber"]),
        title: toText(member["title"]),
    }
    : null;
const items = (value) => (Array.isArray(value) ? value : []);
const toSolution = (value) => isJsonObject(value) ? [{ id: toText(value["id"]), name: toText(value["name"]) }] : [];
export const converters = {
    text: { toReferral: toText, fromReferral: toText },
    flag: { toReferral: (value) => value === true, fromReferral: (value) => value === true },
    /** Partner Center answers numbers; some samples hold them as text. */
    decimal: {
        toReferral: (value) => (typeof value === "string" ? Number(value) : null),
        fromReferral: (value) => typeof value === "number" || typeof value === "string" ? parseDecimal(String(value)) : null,
    },
    /** Midnight UTC of the very day: any other time of day would turn into another day west or east of it. */
    day: {
        toReferral: (value) => (typeof value === "string" ? `${value}T00:00:00Z` : null),
        fromReferral: (value) => parseCalendarDay(toText(value)),
    },
    upperText: {
        toReferral: (value) => toText(value).toUpperCase(),
        fromReferral: (value) => toText(value).toUpperCase(),
    },
    team: {
        toReferral: (value) => (value === null ? [] : [toMember(value)]),
        fromReferral: (value) => toPerson(firstItem(value)),
    },
    solutions: {
        // Sorted, because neither side promises an order and a mere swap is no change.
        toReferral: (value) => [...value]
            .sort((left, right) => (left.id < right.id ? -1 : 1))
            .map(({ id, name }) => ({ id, type: "Name", name })),
        fromReferral: (value) => items(value).flatMap(toSolution),
    },
    /** A question nobody answered yet is one the customer has not decided; the API takes no referral without it. */
    marketplaceIntent: {
        toReferral: (value) => {
            var _a;
            return [
                { type: intentAttributeType, id: intentIds[(_a = value) !== null && _a !== void 0 ? _a : "haveNotDecided"] },
            ];
        },
        fromReferral: (value) => {
            var _a;
            const isIntent = (item) => isJsonObject(item) && item["type"] === intentAttributeType;
            const attribute = (_a = items(value).find(isIntent)) !== null && _a !== void 0 ? _a : null;
            return isJsonObject(attribute) ? parseIntentId(toText(attribute["id"])) : null;
        },
    },
    help: {
        toReferral: (value) => (value === null ? null : helpOptions[value].code),
        fromReferral: (value) => parseHelpCode(toText(value)),
    },
};
