import { isJsonObject } from "./Json";
const toSteps = (pointer) => pointer.split("/").slice(1);
/** The value at an RFC 6901 pointer through objects (the map needs no list places, no escapes); null where nothing is. */
export const readPointer = (json, pointer) => toSteps(pointer).reduce((value, step) => { var _a; return (isJsonObject(value) ? ((_a = value[step]) !== null && _a !== void 0 ? _a : null) : null); }, json);
const writeSteps = (target, steps, value) => {
    const [step, ...rest] = steps;
    if (step === undefined)
        return value;
    const object = isJsonObject(target) ? target : {};
    return Object.assign(Object.assign({}, object), { [step]: writeSteps(object[step], rest, value) });
};
/** A copy with the value set; objects on the way are made where they are absent. */
export const writePointer = (json, pointer, value) => writeSteps(json, toSteps(pointer), value);
