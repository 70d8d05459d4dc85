import { plain, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import {
  isMicrosofts,
  isOpenMessage,
  linkOf,
  maintenanceMessage,
  messagesOf,
  pairsOf,
  receiveMessage,
  statusOf,
} from "./pairs";

const missingHere = (world: World): string[] => {
  const paired = new Set(pairsOf(world).map(({ opportunity }) => opportunity.id));
  const told: readonly string[] = [
    "blocked",
    "needsAttention",
    "closed",
    ...(world.supports(maintenanceMessage) ? [] : ["queued"]),
  ];
  // Nobody tells that a referral is shown no longer; whoever asks for it learns so, if its record is known by then.
  const isUnknown = (id: string): boolean => {
    const known = world.history.rows.find(
      ({ after }) =>
        after?.table === "opportunity" && textOf(after.attributes["cosell_referralidentifier"]).toLowerCase() === id,
    );
    return (
      world.gone.has(id) &&
      !world.network.calls.some(
        ({ path, status, sentMs }) => path.endsWith(id) && status === 404 && sentMs >= (known?.atMs ?? 0),
      )
    );
  };
  return [...world.dataverse.store.rows("opportunity")].flatMap((row) => {
    if (isUnknown(textOf(row.attributes["cosell_referralidentifier"]).toLowerCase())) return [];
    const isOn = plain(row.attributes["cosell_syncwithpartnercenter"]) === true;
    if (!isOn || plain(row.attributes["statecode"]) !== 0 || paired.has(row.id) || told.includes(statusOf(row)))
      return [];
    return [`opportunity ${row.id} has no referral, and its status is ${statusOf(row)}`];
  });
};

const missingThere = (world: World): string[] => {
  if (!world.supports(receiveMessage) || !world.supports(maintenanceMessage)) return [];
  const { store } = world.dataverse;
  const known = ["opportunity", "lead", "cosell_link"].flatMap((table) =>
    [...store.rows(table)].map(({ attributes }) => textOf(attributes["cosell_referralidentifier"]).toLowerCase()),
  );
  const waiting = [...store.rows("cosell_message")]
    .filter(isOpenMessage)
    .map(({ attributes }) => textOf(attributes["cosell_subject"]).toLowerCase());
  return [...world.sandbox.state.referrals.values()]
    .filter(({ organizationId, content }) => organizationId !== "msft" && content.status !== "Closed")
    .filter(({ id }) => !world.crowd.has(id) && !known.includes(id) && !waiting.some((subject) => subject.includes(id)))
    .map(({ id }) => `referral ${id} has no record and nobody is told`);
};

/** Microsoft takes part, whoever asked it to, and the deal's link does not know. */
const unknownMicrosofts = (world: World): string[] => {
  if (!world.supports(receiveMessage) || !world.supports(maintenanceMessage)) return [];
  return pairsOf(world).flatMap(({ opportunity, own, microsofts }) => {
    const link = linkOf(world, opportunity);
    const isOn = plain(opportunity.attributes["cosell_syncwithpartnercenter"]) === true;
    if (link === undefined || microsofts === null || own.content.status !== "Active" || !isOn) return [];
    if (messagesOf(world, opportunity).length > 0 || statusOf(opportunity) === "needsAttention") return [];
    const known = textOf(link.attributes["cosell_microsoftreferralidentifier"]).toLowerCase();
    const taking = world.sandbox.state.referrals.ofEngagement(own.engagementId).filter(isMicrosofts);
    return taking.some(({ id }) => id === known)
      ? []
      : [`opportunity ${opportunity.id} does not know Microsoft’s referral ${microsofts.id}: “${known}”`];
  });
};

/** Every deal that is to be shared has its counterparts, or the record says why not. */
export const sharedAtRest: Law = {
  name: "shared at rest",
  findBreaks: (world) => [...missingHere(world), ...missingThere(world), ...unknownMicrosofts(world)],
};
