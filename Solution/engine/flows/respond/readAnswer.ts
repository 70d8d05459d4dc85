import { toCloseReason } from "../../domain/response/closeReasons";
import type { Answer } from "../../domain/sync/Answer";
import type { JsonObject } from "../../domain/values/Json";
import { textOf } from "../inputs";

/** Why a deal is declined or lost: a reason of the list by its words or its number, or what the caller says in words of its own. */
const reasonOf = (parameters: JsonObject): string => {
  const text = textOf(parameters, "Reason").trim();
  return toCloseReason(text) ?? text;
};

/** The answer that a caller names, with its reason; null where it is none of these. */
export const readAnswer = (
  text: string,
  kinds: readonly Answer["kind"][],
  parameters: JsonObject,
): Pick<Answer, "kind" | "reason"> | null => {
  const kind = kinds.find((one) => one === text.toLowerCase());
  return kind === undefined ? null : { kind, reason: reasonOf(parameters) };
};
