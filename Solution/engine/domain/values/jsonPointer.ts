import { isJsonObject, type Json, type JsonObject } from "./Json";

const toSteps = (pointer: string): string[] => pointer.split("/").slice(1);

const readStep = (value: Json, step: string): Json => {
  if (isJsonObject(value)) return value[step] ?? null;
  return Array.isArray(value) ? ((value as readonly Json[])[Number(step)] ?? null) : null;
};

/** The value at an RFC 6901 pointer (the map needs no escapes); null where nothing is. */
export const readPointer = (json: Json, pointer: string): Json => toSteps(pointer).reduce(readStep, json);

const writeSteps = (target: Json | undefined, steps: readonly string[], value: Json): Json => {
  const [step, ...rest] = steps;
  if (step === undefined) return value;
  const object: JsonObject = isJsonObject(target) ? target : {};
  return { ...object, [step]: writeSteps(object[step], rest, value) };
};

/** A copy with the value set; objects on the way are made where they are absent. */
export const writePointer = (json: JsonObject, pointer: string, value: Json): JsonObject =>
  writeSteps(json, toSteps(pointer), value) as JsonObject;
