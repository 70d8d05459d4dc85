import { toCloseReason } from "../../domain/response/closeReasons";
import type { JsonObject } from "../../domain/values/Json";
import { textOf } from "../inputs";

/** Why a deal is declined or lost: a reason of the list by its words or its number, or what the caller says in words of its own. */
export const reasonOf = (parameters: JsonObject): string => {
  const text = textOf(parameters, "Reason").trim();
  return toCloseReason(text) ?? text;
};
