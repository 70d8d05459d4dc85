import { isJsonObject, type Json, type JsonObject } from "./Json";

/** Pointers are few, and each is followed many times in one run. */
const known = new Map<string, readonly string[]>();

const toSteps = (pointer: string): readonly string[] => {
  const found = known.get(pointer);
  if (found !== undefined) return found;
  const steps = pointer.split("/").slice(1);
  known.set(pointer, steps);
  return steps;
};

const readStep = (value: Json, step: string): Json => {
  if (isJsonObject(value)) return value[step] ?? null;
  return Array.isArray(value) ? ((value as readonly Json[])[Number(step)] ?? null) : null;
};

/** The value at an RFC 6901 pointer (the map needs no escapes); null where nothing is. */
export const readPointer = (json: Json, pointer: string): Json => toSteps(pointer).reduce(readStep, json);

const writeSteps = (target: Json | undefined, steps: readonly string[], at: number, value: Json): Json => {
  const step = steps[at];
  if (step === undefined) return value;
  const object: JsonObject = isJsonObject(target) ? target : {};
  return { ...object, [step]: writeSteps(object[step], steps, at + 1, value) };
};

/** A copy with the value set; objects on the way are made where they are absent. */
export const writePointer = (json: JsonObject, pointer: string, value: Json): JsonObject =>
  writeSteps(json, toSteps(pointer), 0, value) as JsonObject;
