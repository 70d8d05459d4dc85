import { isJsonObject, type Json } from "../../../domain/values/Json";
import { tagged } from "../DataverseRow";

const toText = (value: Json | undefined): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/**
 * A value of the field map as the plug-in host takes it: plain values as they are; a choice, an amount, a moment or a lookup
 * by its one member, such as `{"choice": 3}`, or as `Opportunity.custom` holds it: `{value, label}`, `{id, name}`.
 */
export const toHostValue = (value: Json): Json => {
  if (!isJsonObject(value)) return value;
  const lookup = value["lookup"];
  if (isJsonObject(lookup)) return tagged.reference(toText(lookup["table"]), toText(lookup["id"]));
  if (value["money"] !== undefined) return { $t: "money", v: toText(value["money"]) };
  if (value["decimal"] !== undefined) return { $t: "dec", v: toText(value["decimal"]) };
  if (value["moment"] !== undefined) return tagged.instant(toText(value["moment"]));
  const choice = value["choice"] ?? value["value"];
  return typeof choice === "number" ? tagged.choice(choice) : value;
};
