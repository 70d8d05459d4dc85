import { refusals } from "../refusals";
import type { EntityValue, TypedValue, Value } from "../values";
import type { MessageParameters } from "./MessageHandler";

type Tagged<T extends TypedValue["$t"]> = Extract<TypedValue, { $t: T }>;

const isTagged = <T extends TypedValue["$t"]>(value: Value | undefined, tag: T): value is Tagged<T> =>
  typeof value === "object" && value?.$t === tag;

function requireTagged<T extends TypedValue["$t"]>(
  parameters: MessageParameters,
  name: string,
  tag: T,
  kind: string,
): Tagged<T> {
  const value = parameters[name];
  if (!isTagged(value, tag)) throw refusals.argument(`Required parameter '${name}' of type ${kind} is missing.`);
  return value;
}

export const requireEntity = (parameters: MessageParameters, name: string): EntityValue =>
  requireTagged(parameters, name, "entity", "Entity");

export const requireReference = (parameters: MessageParameters, name: string): Tagged<"ref"> =>
  requireTagged(parameters, name, "ref", "EntityReference");

export const requireEntities = (parameters: MessageParameters, name: string): Tagged<"entities"> =>
  requireTagged(parameters, name, "entities", "EntityCollection");

export function requireText(parameters: MessageParameters, name: string): string {
  const value = parameters[name];
  if (typeof value !== "string") throw refusals.argument(`Required parameter '${name}' of type String is missing.`);
  return value;
}

/** Arrays are parameters of a few messages only; on the wire they are JSON arrays, which `Value` leaves out. */
export const arrayParameter = (items: readonly Value[]): Value => items as unknown as Value;

/** Row version to insist on, when the request says that it must match. */
export function requiredVersion(parameters: MessageParameters, target: { rowVersion?: string }): { ifMatch?: string } {
  const behavior = parameters.ConcurrencyBehavior;
  const mustMatch = isTagged(behavior, "opt") && behavior.v === 1;
  if (!mustMatch) return {};
  if (target.rowVersion === undefined) throw refusals.versionNotProvided();
  return { ifMatch: target.rowVersion };
}
