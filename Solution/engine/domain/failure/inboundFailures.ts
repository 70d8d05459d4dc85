import { passing, throttled, waits, type FailureKind } from "./FailureKind";

const forAdministrator = (words: string, task: string): FailureKind => ({
  words,
  fix: `Ask your administrator ${task}, and then to replay this message.`,
  owner: "administrator",
  retry: "person",
});

/** What keeps a referral from becoming a record of Dynamics 365. */
export const inboundFailures = {
  "inbound.accountAmbiguous": forAdministrator(
    "It is not certain which account is the customer of a deal of Partner Center, so no record was made.",
    "to merge the accounts, or to give the right one the customer's postal code or DUNS number",
  ),
  "inbound.accountNotFound": forAdministrator(
    "There is no account for the customer of a deal of Partner Center, and the connector may not make one.",
    "to make the account, or to set the environment variable Customer account not found to create",
  ),
  "inbound.busy": passing("Another run is at this deal."),
  "inbound.categoryUnknown": forAdministrator(
    "Partner Center sent a kind of referral that the connector does not know, so no record was made.",
    "to look at the referral in Partner Center, and to ask for a newer version of the connector",
  ),
  "inbound.ownerUnknown": forAdministrator(
    "The owner of records of Partner Center is not a user of Dynamics 365.",
    "to correct the environment variable Owner of inbound records",
  ),
  /** Lasts as long as the switch is off, so it must not use up any tries. */
  "inbound.paused": {
    ...throttled("An administrator has switched off what comes from Partner Center."),
    fix: `${waits} Your administrator can switch it on again.`,
    owner: "administrator",
  },
  "inbound.recordTaken": forAdministrator(
    "A deal of Partner Center names a record that has another deal of Partner Center.",
    "to close, in Partner Center, the one of the two deals that is not meant",
  ),
  /** The run that makes the record may not have ended. */
  "inbound.recordUnknown": {
    words: "A deal of Partner Center carries the CRM ID of a record that is not in Dynamics 365.",
    fix: `${waits} If it stays, an administrator has to correct or clear the CRM ID of the deal in Partner Center, or to restore the record, and to replay this message.`,
    owner: "administrator",
    retry: "onItsWay",
  },
} as const satisfies Readonly<Record<string, FailureKind>>;
