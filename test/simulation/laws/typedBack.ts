import { textOf } from "../dataverse/values";
import type { ValueChange } from "../world/History";
import type { World } from "../world/World";
import type { Pair } from "./pairs";

/** How a memory in JSON would hold the value; null for what it may hold in a form of its own. */
const printed = (name: string, value: string): RegExp | null => {
  if (value === "" || name === "solutions") return null;
  const text = value.replace(/[^\w]/g, "\\$&");
  return name === "deal value" ? new RegExp(`:${text}[,}\\]]`) : new RegExp(`"${text}["T]`);
};

/** What a link remembers; of Partner Center's people without what this side wanted to send. */
const memoryOf = (text: string, isTypedThere: boolean): string => {
  if (!isTypedThere || text === "") return text;
  const memory = JSON.parse(text) as Record<string, unknown>;
  return JSON.stringify({ ...memory, attempt: null, inFlight: [] });
};

/**
 * Whether any version of the deal's link, from the change until the value that came back was replaced, holds its value; of the run
 * that replaced it, the link tells what that run took and sent, not what stood here before.
 */
const wasNoted = (
  world: World,
  deal: string,
  name: string,
  change: ValueChange,
  isThere: boolean,
  end: ValueChange,
) => {
  const pattern = printed(name, change.value);
  if (pattern === null) return true;
  return world.history.rows.some(({ atMs, by, after }) => {
    if (after?.table !== "cosell_link" || atMs < change.atMs || atMs > end.atMs || by.name === end.by.name)
      return false;
    if (textOf(after.attributes["cosell_opportunityid"]) !== deal) return false;
    const text = textOf(after.attributes["cosell_lastagreedvalues"]);
    return pattern.test(memoryOf(text, isThere && change.by.kind === "person"));
  });
};

/**
 * A value that was typed back before anything was stored of the other one: all that both sides tell is what they held all along,
 * for neither says when a single field was changed last. Nobody can know of it.
 */
export const isTypedBackUnnoticed = (
  world: World,
  { opportunity }: Pair,
  name: string,
  side: readonly ValueChange[],
  at: number,
  isThere: boolean,
): boolean => {
  const change = side[at];
  const until = side[at + 1];
  if (change === undefined || until === undefined) return false;
  const earlier = side.slice(0, at).map(({ value }) => value);
  const before = earlier.lastIndexOf(change.value);
  if (before < 0) return false;
  const between = side.slice(before + 1, at);
  return between.every((other) => !wasNoted(world, opportunity.id, name, other, isThere, until));
};
