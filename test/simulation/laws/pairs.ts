import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import { wasMoved } from "./moves";

export const isMicrosofts = ({ organizationId }: StoredReferral): boolean => organizationId === "msft";

/** An opportunity, the partner's own referral of it, and Microsoft's of the same engagement. */
export interface Pair {
  opportunity: Row;
  own: StoredReferral;
  microsofts: StoredReferral | null;
}

/** Pairs by what the records themselves say. */
export const pairsOf = (world: World): Pair[] => {
  const { dataverse, sandbox } = world;
  const opportunities = [...dataverse.store.rows("opportunity")];
  return [...sandbox.state.referrals.values()].flatMap((own) => {
    if (isMicrosofts(own)) return [];
    const holds = (row: Row): boolean => textOf(row.attributes["cosell_referralidentifier"]).toLowerCase() === own.id;
    // A record that was given another referral is that one's, whatever names it.
    const isNamed = (row: Row): boolean =>
      row.id === own.content.externalReferenceId?.toLowerCase() &&
      ![own.id, textOf(row.attributes["cosell_referralidentifier"]).toLowerCase()].some((id) => wasMoved(world, id));
    const opportunity = opportunities.find(holds) ?? opportunities.find(isNamed);
    if (opportunity === undefined) return [];
    const microsofts = sandbox.state.referrals.ofEngagement(own.engagementId).find(isMicrosofts) ?? null;
    return [{ opportunity, own, microsofts }];
  });
};

/** Its values were typed into a lead, too, whose history is another. */
export const isOfLead = ({ opportunity }: Pair): boolean => textOf(opportunity.attributes["originatingleadid"]) !== "";

/** Values of Sync Status, from the option set. */
export const statuses = [
  "notShared",
  "blocked",
  "ready",
  "queued",
  "sending",
  "waitingOnMicrosoft",
  "inSync",
  "changedHere",
  "changedAtMicrosoft",
  "conflict",
  "needsAttention",
  "closed",
] as const;

export const statusOf = ({ attributes }: Row): (typeof statuses)[number] =>
  statuses[Number(textOf(attributes["cosell_syncstatus"]) || "731500000") - 731500000] ?? "notShared";

/** The link of an opportunity or a lead. */
export const linkOf = ({ dataverse }: World, { table, id }: Row): Row | undefined =>
  [...dataverse.store.rows("cosell_link")].find(({ attributes }) => textOf(attributes[`cosell_${table}id`]) === id);

/** Whether a link has its record, or is about to get it: what belonged to a deleted one waits for nobody. */
export const hasRecord = ({ attributes }: Row): boolean =>
  ["cosell_opportunityid", "cosell_leadid"].some((name) => textOf(attributes[name]) !== "") ||
  textOf(attributes["cosell_leaseowner"]) === "inbound";

/** Values of Message State that stand for work to be done. */
const openStates: readonly number[] = [731500000, 731500001];

/** Whether a message waits, or waits for a person; one that is done tells nobody anything. */
export const isOpenMessage = ({ attributes }: Row): boolean =>
  openStates.includes(Number(plain(attributes["cosell_state"])));

/** Messages about a deal that wait, or wait for a person. */
export const messagesOf = ({ dataverse }: World, { table, id }: Row): Row[] =>
  [...dataverse.store.rows("cosell_message")].filter(
    (row) => isOpenMessage(row) && textOf(row.attributes["cosell_subject"]).toLowerCase() === `${table}/${id}`,
  );

const peopleText = (list: readonly unknown[]): string => {
  const [first] = list as readonly { email?: string; id?: string }[];
  if (first?.email !== undefined) return first.email;
  const ids = (list as readonly { id?: string }[]).map(({ id }) => id ?? "");
  return [...new Set(ids)].sort().join(" ");
};

/** Text is stored as it is, lists in words, and the rest as JSON. */
const valueOf = (text: string): unknown => {
  try {
    return text === "" ? null : (JSON.parse(text) as unknown);
  } catch {
    const [email] = /[^\s;]+@[^\s;]+/.exec(text) ?? [];
    const ids = text.match(/SOL-[\w-]+/g);
    return email ?? (ids === null ? text : ids.map((id) => ({ id })));
  }
};

/** A value of a conflict row as the mirrored fields print it. */
const printed = (text: string): string => {
  const value = valueOf(text);
  if (value === null) return "";
  if (Array.isArray(value)) return peopleText(value);
  if (typeof value === "object") return (value as { email?: string }).email ?? "";
  const words = (value as string | number | boolean).toString().trim();
  return /^\d{4}-\d\d-\d\dT/.test(words) ? words.slice(0, 10) : words;
};

/** Every value that conflict rows of this deal and field hold. */
export const conflictValues = ({ dataverse }: World, { id }: Row, place: string): string[] =>
  [...dataverse.store.rows("cosell_conflict")].flatMap((conflict) => conflictValuesIn(conflict, id, place));

/** The same of one row; none where it is of another opportunity or field. */
export const conflictValuesIn = ({ attributes }: Row, opportunityId: string, place: string): string[] =>
  textOf(attributes["cosell_opportunityid"]) === opportunityId && textOf(attributes["cosell_field"]).includes(place)
    ? ["cosell_valuehere", "cosell_valuethere", "cosell_lastagreedvalue"].map((column) =>
        printed(textOf(attributes[column])),
      )
    : [];

/** Values that the trail of a deal says both sides held without one having gone over. */
export const metValues = ({ dataverse }: World, opportunity: Row, place: string): string[] =>
  [...dataverse.store.rows("cosell_auditentry")]
    .filter(({ attributes }) => textOf(attributes["cosell_opportunityid"]) === opportunity.id)
    .filter(({ attributes }) => textOf(attributes["cosell_fact"]) === "ValuesMet")
    .flatMap(({ attributes }) => {
      const { values = {} } = JSON.parse(textOf(attributes["cosell_detail"])) as { values?: Record<string, unknown> };
      return Object.entries(values).flatMap(([path, value]) =>
        path.includes(place) ? [printed(JSON.stringify(value))] : [],
      );
    });

/** The words a conflict row of this deal and field holds; empty where there is none. */
export const conflictText = ({ dataverse }: World, opportunity: Row, place: string, isOpen: boolean): string =>
  [...dataverse.store.rows("cosell_conflict")]
    .filter(({ attributes }) => textOf(attributes["cosell_opportunityid"]) === opportunity.id)
    .filter(({ attributes }) => textOf(attributes["cosell_field"]).includes(place))
    .filter(({ attributes }) => !isOpen || textOf(attributes["cosell_state"]) === "731500000")
    .map(
      ({ attributes }) =>
        `${textOf(attributes["cosell_valuehere"])} ${textOf(attributes["cosell_valuethere"])} ${textOf(attributes["cosell_lastagreedvalue"])}`,
    )
    .join(" ");

export const receiveMessage = "cosell_ReceivePartnerCenterEvent";
export const maintenanceMessage = "cosell_RunMaintenance";
