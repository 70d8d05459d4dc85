import type { StoredReferral } from "../../../scripts/tenant/partnerCenter/referrals/Referral";
import type { Row } from "../dataverse/Store";
import { plain } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { recordAt } from "./moves";
import { isMicrosofts, pairsOf, statusOf } from "./pairs";
import { sentFields } from "./sentFields";

/** Rows of a table and id that were in force at any time from then until then. */
const versionsOf = ({ history }: World, id: string, fromMs: number, untilMs: number): Row[] => {
  const changes = history.rows.filter(({ after }) => after?.id === id);
  return changes.flatMap(({ atMs, after }, at) =>
    after !== null && atMs <= untilMs && (changes[at + 1]?.atMs ?? Infinity) >= fromMs ? [after] : [],
  );
};

/** Longer than any run lives, with what was typed while it ran. */
const runMs = 125_000;

const madeUnlike = (world: World, after: StoredReferral, atMs: number, runName: string): string[] => {
  const id = after.content.externalReferenceId?.toLowerCase() ?? "";
  const rows = versionsOf(world, id, (world.platform.began.get(runName) ?? atMs) - runMs, atMs);
  if (rows.length === 0) return [];
  return sentFields.flatMap(({ name, here, there }) => {
    const sent = there(after.content);
    const held = rows.map((row) => here(row, world.dataverse.store));
    return held.includes(sent) ? [] : [`${name} of ${id} was “${held.join("” or “")}” and was sent as “${sent}”`];
  });
};

const helpCodes = [
  "WorkloadSpecificValueProposition",
  "CustomerTechnicalArchitecture",
  "ProofOfConceptOrDemo",
  "QuotesOrLicensing",
  "PostSalesCustomerSuccess",
  "GeneralOrOther",
];

const helpOf = ({ attributes }: Row): string =>
  helpCodes[Number(plain(attributes["cosell_howcanmicrosofthelp"])) - 731500001] ?? "";

const invitedUnlike = (world: World, after: StoredReferral, atMs: number): string[] => {
  const own = world.sandbox.state.referrals.ofEngagement(after.engagementId).find((one) => !isMicrosofts(one));
  const id = own === undefined ? "" : recordAt(world, own.id, atMs);
  const asked = versionsOf(world, id, 0, atMs).map(helpOf);
  const { inviteContext } = after.content as { inviteContext?: { assistanceRequestCode?: string } };
  const code = inviteContext?.assistanceRequestCode ?? "";
  return asked.length === 0 || asked.includes(code)
    ? []
    : [`${id} asked for ${asked.join(", ")}, and Microsoft was asked for “${code}”`];
};

const quiet: readonly string[] = ["inSync", "changedAtMicrosoft", "conflict"];

/** A deal with help asked for has Microsoft in it, or says what is missing. */
const notInvited = (world: World): string[] =>
  pairsOf(world).flatMap(({ opportunity, own, microsofts }) => {
    const isOn = plain(opportunity.attributes["cosell_syncwithpartnercenter"]) === true;
    const isOpen = plain(opportunity.attributes["statecode"]) === 0 && own.content.status === "Active";
    if (!isOn || !isOpen || microsofts !== null || helpOf(opportunity) === "" || !quiet.includes(statusOf(opportunity)))
      return [];
    return [`${opportunity.id} asks for help, nobody asked Microsoft, and its status is ${statusOf(opportunity)}`];
  });

/** What goes out once goes out as the record holds it, and help that is asked for reaches Microsoft. */
export const sentAsItWas: Law = {
  name: "sent as it was",
  findBreaks: (world) => [
    ...world.history.referrals.flatMap(({ by, before, after, atMs }) => {
      if (by.kind !== "engine" || before !== undefined) return [];
      return isMicrosofts(after) ? invitedUnlike(world, after, atMs) : madeUnlike(world, after, atMs, by.name);
    }),
    ...notInvited(world),
  ],
};
