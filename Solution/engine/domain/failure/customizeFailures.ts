import { forAdministrator, sellerAsksAdministrator, type FailureKind } from "./FailureKind";

/** What the company's own Customize API can do to a change of Partner Center. */
export const customizeFailures = {
  "customize.failed": {
    words: "Your company's own customization did not let a change of Partner Center into Dynamics 365.",
    fix: sellerAsksAdministrator("to look at the custom API that the environment variable Customize API names"),
    owner: "administrator",
    retry: "transient",
  },
  "customize.unknown": forAdministrator(
    "The custom API of your company that changes of Partner Center go through does not exist.",
    "to correct or empty the environment variable Customize API",
  ),
  "customize.unreadable": forAdministrator(
    "The custom API of your company that changes of Partner Center go through gave no record back.",
    "to make that custom API answer the record as a JSON object in its output Record",
  ),
} as const satisfies Readonly<Record<string, FailureKind>>;
