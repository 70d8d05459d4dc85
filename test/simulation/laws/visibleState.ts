import type { Row } from "../dataverse/Store";
import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { linkOf, maintenanceMessage, messagesOf, statusOf } from "./pairs";

const open = 731500000;

/** Whether two records are the same deal is no matter of what either of them holds. */
const isProposal = (attributes: Row["attributes"]): boolean => textOf(attributes["cosell_field"]).startsWith("match/");

/** Nobody is asked any more about a record that has a referral of its own. */
const hasOvertakenProposal = ({ dataverse }: World, opportunity: Row, link: Row): boolean =>
  textOf(link.attributes["cosell_referralidentifier"]) !== "" &&
  [...dataverse.store.rows("cosell_conflict")].some(
    ({ attributes }) =>
      textOf(attributes["cosell_opportunityid"]) === opportunity.id &&
      plain(attributes["cosell_state"]) === open &&
      isProposal(attributes) &&
      textOf(attributes["cosell_linkid"]) !== link.id,
  );

const hasOpenConflict = ({ dataverse }: World, opportunity: Row): boolean =>
  [...dataverse.store.rows("cosell_conflict")].some(
    ({ attributes }) =>
      textOf(attributes["cosell_opportunityid"]) === opportunity.id &&
      plain(attributes["cosell_state"]) === open &&
      !isProposal(attributes),
  );

const hasFailed = ({ attributes }: Row): boolean => {
  const memory = JSON.parse(textOf(attributes["cosell_lastagreedvalues"]) || "{}") as { attempt?: unknown };
  return (memory.attempt ?? null) !== null;
};

const breaksOf = (world: World, opportunity: Row): string[] => {
  const link = linkOf(world, opportunity);
  if (link === undefined) return [];
  const status = statusOf(opportunity);
  const isOn = plain(opportunity.attributes["cosell_syncwithpartnercenter"]) === true;
  const messages = messagesOf(world, opportunity);
  const unrest: readonly string[] = [
    "sending",
    "ready",
    "changedHere",
    ...(world.supports(maintenanceMessage) ? ["queued"] : []),
  ];
  const about = `opportunity ${opportunity.id}`;
  return [
    ...(statusOf(link) === status || !isOn ? [] : [`${about} says ${status}, its link ${statusOf(link)}`]),
    ...(isOn && unrest.includes(status) ? [`${about} still says ${status}`] : []),
    ...(messages.length > 1 ? [`${about} has ${messages.length} messages that wait`] : []),
    ...(status === "inSync" && messages.length > 0 ? [`${about} says inSync while a message waits`] : []),
    ...(!isOn && messages.length > 0 ? [`${about} has a message that waits, though its sync is off`] : []),
    ...(status === "queued" && messages.length === 0 ? [`${about} says queued, and no message waits`] : []),
    ...(status === "needsAttention" && hasFailed(link) && messages.length === 0
      ? [`${about} needs attention for an attempt that failed, and no message tells an operator`]
      : []),
    ...(hasOpenConflict(world, opportunity) && isOn && ["inSync", "waitingOnMicrosoft"].includes(status)
      ? [`${about} says ${status} though a conflict is open`]
      : []),
    ...(world.supports(maintenanceMessage) && hasOvertakenProposal(world, opportunity, link)
      ? [`${about} is proposed for another referral though it has its own`]
      : []),
    ...(status === "needsAttention" && textOf(link.attributes["cosell_failurecode"]) === ""
      ? [`${about} needs attention without a cause`]
      : []),
  ];
};

/** Whatever happened, the record ends in one state that says so, the same wherever it is shown. */
export const visibleState: Law = {
  name: "one visible state",
  findBreaks: (world) =>
    [...world.dataverse.store.rows("opportunity")].flatMap((opportunity) => breaksOf(world, opportunity)),
};
