import type { Referral } from "../referral/Referral";
import { isJsonObject } from "../values/Json";

const textIn = (value: unknown): string => (typeof value === "string" ? value.trim() : "");

/** What people know a referral by: its name and its customer; empty where it has neither. */
export const titleOf = ({ content }: Pick<Referral, "content">): string => {
  const customer = content["customerProfile"];
  const parts = [textIn(content["name"]), isJsonObject(customer) ? textIn(customer["name"]) : ""];
  return parts.filter((part) => part !== "").join(" – ");
};
