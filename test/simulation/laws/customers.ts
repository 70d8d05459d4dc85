import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { wasMoved } from "./moves";
import { isOpenMessage, pairsOf } from "./pairs";

/** As many characters as the name of an account holds. */
const nameChars = 160;

const isActive = ({ attributes }: Row): boolean => plain(attributes["statecode"]) === 0;

const keyOf = ({ table, attributes }: Row): string =>
  (table === "account"
    ? [textOf(attributes["name"]), textOf(attributes["address1_postalcode"])]
    : [textOf(attributes["emailaddress1"]), textOf(attributes["parentcustomerid"])]
  )
    .join(" ")
    .toLowerCase();

/** Rows that the engine made though there was such a customer or person. */
const repeated = ({ history, dataverse }: World, table: "account" | "contact"): string[] =>
  history.rows.flatMap(({ by, before, after, atMs }) => {
    if (by.kind !== "engine" || before !== undefined || after?.table !== table) return [];
    if (table === "contact" && textOf(after.attributes["emailaddress1"]) === "") return [];
    const twin = [...dataverse.store.rows(table)].find((row) => {
      const made = history.rows.find((change) => change.after?.id === row.id && change.before === undefined)?.atMs ?? 0;
      return row.id !== after.id && isActive(row) && keyOf(row) === keyOf(after) && made < atMs;
    });
    return twin === undefined
      ? []
      : [`${by.name} made ${table} ${after.id}, and there was ${twin.id}: ${keyOf(after)}`];
  });

/** Records of Microsoft's deals that are not the customer's. */
const strangers = (world: World): string[] =>
  pairsOf(world).flatMap(({ opportunity, own }) => {
    const made = world.history.rows.find(({ after }) => after?.id === opportunity.id);
    if (made?.by.kind !== "engine" || made.after === null || wasMoved(world, own.id)) return [];
    const account = world.dataverse.store.read("account", textOf(made.after.attributes["parentaccountid"]), null);
    const name = (own.content.customerProfile?.name ?? "").slice(0, nameChars);
    if (account === undefined) return name === "" ? [] : [`${opportunity.id} of ${name} was made without an account`];
    const wasActive = world.history.rows.some(
      ({ after, atMs }) => after?.id === account.id && atMs <= made.atMs && !isActive(after) && isActive(account),
    );
    if (textOf(account.attributes["name"]) !== name)
      return [`${opportunity.id} of ${name} belongs to ${textOf(account.attributes["name"])}`];
    return wasActive ? [`${opportunity.id} was made for the inactive account ${account.id}`] : [];
  });

const inactive = ({ history }: World): string[] =>
  history.rows.flatMap(({ by, before, after, atMs }) => {
    if (by.kind !== "engine" || before !== undefined || after?.table !== "opportunity") return [];
    const id = textOf(after.attributes["parentaccountid"]);
    const latest = history.rows.filter((change) => change.after?.id === id && change.atMs <= atMs).at(-1)?.after;
    return latest === undefined || latest === null || isActive(latest)
      ? []
      : [`${by.name} gave ${after.id} to the inactive account ${id}`];
  });

/** Customers that somebody is asked about though one account alone has name and postal code. */
const askedInVain = ({ dataverse, sandbox }: World): string[] =>
  [...dataverse.store.rows("cosell_message")].filter(isOpenMessage).flatMap(({ attributes }) => {
    if (textOf(attributes["cosell_failurecode"]) !== "inbound.accountAmbiguous") return [];
    const id = textOf(attributes["cosell_subject"]).toLowerCase().replace("referral/", "");
    const customer = sandbox.state.referrals.get(id)?.content.customerProfile;
    const fits = [...dataverse.store.rows("account")].filter(
      (row) =>
        isActive(row) &&
        textOf(row.attributes["name"]) === customer?.name &&
        textOf(row.attributes["address1_postalcode"]) === customer.address?.postalCode,
    );
    return fits.length === 1
      ? [`somebody is asked about the customer of ${id}, and ${fits[0]?.id ?? ""} fits alone`]
      : [];
  });

/** A customer and a person are one row each, and a deal of Microsoft's belongs to its customer. */
export const customers: Law = {
  name: "customers",
  findBreaks: (world) => [
    ...repeated(world, "account"),
    ...repeated(world, "contact"),
    ...strangers(world),
    ...askedInVain(world),
    ...inactive(world),
  ],
};
