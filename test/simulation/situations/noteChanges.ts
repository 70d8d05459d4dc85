import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import { isMicrosofts } from "../laws/pairs";
import type { ReferralVersion, RowChange } from "../world/History";
import type { World } from "../world/World";

const isDeal = ({ table }: Row): boolean => table === "opportunity" || table === "lead";

/** Columns of a deal by what their edit is called. */
const edits: readonly (readonly [string, string])[] = [
  ["cosell_syncwithpartnercenter", "seller turns sync"],
  ["cosell_howcanmicrosofthelp", "seller asks for help"],
  ["cosell_referralvisibility", "seller changes visibility"],
  ["cosell_customerconsent", "seller changes consent"],
  ["cosell_customermarketplaceintent", "seller changes intent"],
  ["name", "seller renames"],
  ["description", "seller edits notes"],
  ["estimatedvalue", "seller edits value"],
  ["budgetamount", "seller edits value"],
  ["estimatedclosedate", "seller edits date"],
  ["transactioncurrencyid", "seller edits currency"],
  ["parentcontactid", "seller edits contact"],
  ["parentaccountid", "seller edits customer"],
  ["ownerid", "owner changes"],
];

const endings: Readonly<Record<string, string>> = {
  "0": "seller reopens",
  "1": "seller wins",
  "2": "seller loses",
};

const eventsOf = (before: Row, after: Row): string[] => {
  const was = textOf(before.attributes["statecode"]);
  const is = textOf(after.attributes["statecode"]);
  if (was !== is) return [endings[is] ?? ""];
  return edits
    .filter(([column]) => plain(before.attributes[column]) !== plain(after.attributes[column]))
    .map(([, event]) => event);
};

/** What people did in Dynamics 365. */
export const noteRow = (world: World, { before, after, by }: RowChange): void => {
  if (by.kind !== "person") return;
  const row = after ?? before;
  if (row?.table === "cosell_partnercentersolution") {
    const deal = world.dataverse.store.read("opportunity", textOf(row.attributes["cosell_opportunityid"]), null);
    if (deal !== undefined)
      world.situations.note(after === null ? "seller removes solution" : "seller adds solution", deal);
  }
  if (row === undefined || !isDeal(row)) return;
  if (after === null) return world.situations.note("seller deletes", row);
  if (before === undefined) return world.situations.note("seller begins", row);
  for (const event of eventsOf(before, after)) world.situations.note(event, before);
};

const dealOf = (world: World, referralId: string): Row | null => {
  for (const table of ["opportunity", "lead"])
    for (const row of world.dataverse.store.rows(table))
      if (textOf(row.attributes["cosell_referralidentifier"]).toLowerCase() === referralId) return row;
  return null;
};

const ownOf = (world: World, { after }: ReferralVersion): string =>
  isMicrosofts(after)
    ? (world.sandbox.state.referrals.ofEngagement(after.engagementId).find((one) => !isMicrosofts(one))?.id ?? "")
    : after.id;

/** What people did in Partner Center. */
export const noteReferral = (world: World, version: ReferralVersion): void => {
  const { before, after, by } = version;
  if (by.kind !== "person") return;
  const who = by.name.startsWith("Microsoft") ? "Microsoft" : "partner";
  const deal = dealOf(world, ownOf(world, version));
  if (before === undefined) return world.situations.note(`${who} begins`, deal);
  if (before.content.substatus !== after.content.substatus)
    return world.situations.note(`${who} sets ${after.content.substatus}`, deal);
  world.situations.note(`${who} edits`, deal);
};
