import type { Row } from "../dataverse/Store";
import { plain } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { pairsOf, receiveMessage, statusOf } from "./pairs";

const wasReopened = ({ history }: World, { id }: Row): boolean =>
  history.rows.some(
    ({ by, before, after }) =>
      by.kind === "person" &&
      after?.id === id &&
      before !== undefined &&
      plain(before.attributes["statecode"]) !== 0 &&
      plain(after.attributes["statecode"]) === 0,
  );

/** Whether the engine closed it, with another outcome than its referral has. */
const isOtherwise = ({ history }: World, { id, attributes }: Row, substatus: string): boolean => {
  const closings = history.rows.filter(
    ({ before, after }) =>
      after?.id === id && plain(before?.attributes["statecode"]) === 0 && plain(after.attributes["statecode"]) !== 0,
  );
  const isWon = plain(attributes["statecode"]) === 1;
  return closings.at(-1)?.by.kind === "engine" && isWon !== (substatus === "Won");
};

const told: readonly string[] = ["blocked", "needsAttention", "conflict"];

/** What is closed on one side is closed on the other, or the record says why not. */
export const closedAtRest: Law = {
  name: "closed at rest",
  findBreaks: (world) => {
    if (!world.supports(receiveMessage)) return [];
    return pairsOf(world).flatMap(({ opportunity, own }) => {
      if (
        plain(opportunity.attributes["cosell_syncwithpartnercenter"]) !== true ||
        told.includes(statusOf(opportunity))
      )
        return [];
      const isClosedHere = plain(opportunity.attributes["statecode"]) !== 0;
      const isClosedThere = own.content.status === "Closed";
      const about = `opportunity ${opportunity.id}`;
      if (isClosedThere && statusOf(opportunity) !== "closed")
        return [`${about} says ${statusOf(opportunity)}, and its referral is ${own.content.substatus}`];
      if (isClosedThere && !isClosedHere && !wasReopened(world, opportunity))
        return [`${about} is open, and its referral is ${own.content.substatus}`];
      if (isClosedHere && isClosedThere && isOtherwise(world, opportunity, own.content.substatus))
        return [`${about} was closed otherwise than its referral, which is ${own.content.substatus}`];
      if (isClosedHere && !isClosedThere) return [`${about} is closed, and its referral is ${own.content.substatus}`];
      return [];
    });
  },
};
