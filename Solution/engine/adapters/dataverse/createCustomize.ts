import { failureWithDetail, type Failure } from "../../domain/failure/Failure";
import { done, failed } from "../../domain/failure/Outcome";
import { isJsonObject } from "../../domain/values/Json";
import type { Customize } from "../../ports/Customize";
import type { Host } from "../host/Host";
import { parseJson } from "../../domain/values/parseJson";
import type { DataverseRefusal } from "./toDataverseFailure";

/** The platform has no message of that name: the API was deleted, or the setting is misspelled. */
const unknownCodes = ["0x80044180", "0x80040217"];

const toCustomizeFailure = (api: string, { code, message }: DataverseRefusal): Failure =>
  failureWithDetail(
    unknownCodes.includes(code.toLowerCase()) ? "customize.unknown" : "customize.failed",
    `Its name: ${api}.`,
    {
      cause: `${api}: ${code}: ${message}`,
    },
  );

/** The Customize API over the bridge. */
export const createCustomize =
  (host: Host): Customize =>
  async (api, { table, operation, record, referral }) => {
    if (api === "") return done(record);
    const answer = await host.call<{ results: { Record?: unknown } }>("org.execute", {
      message: api,
      parameters: {
        Record: JSON.stringify(record),
        Referral: JSON.stringify(referral),
        Operation: operation,
        Table: table,
      },
      as: "user",
    });
    if (!answer.ok) return failed(toCustomizeFailure(api, answer));
    const { Record: text } = answer.value.results;
    const answered = typeof text === "string" ? parseJson(text) : null;
    if (isJsonObject(answered)) return done(answered);
    return failed(failureWithDetail("customize.unreadable", `Its name: ${api}.`));
  };
