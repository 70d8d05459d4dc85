import type { Row } from "../dataverse/Store";
import { textOf } from "../dataverse/values";
import type { ValueChange } from "../world/History";
import type { World } from "../world/World";
import { mirroredFields } from "./mirroredFields";
import type { Pair } from "./pairs";

/** An emptied list of people leaves nothing to look for. */
const printedEmpty = (name: string): RegExp | null => {
  const place = mirroredFields.find((field) => field.name === name)?.place ?? "";
  return name === "contact" ? null : new RegExp(`/${place}[^:]*:(?:null|"")$`);
};

/** Solutions are told by those that the value which came back lacks; of one that was only taken out nothing new is held. */
const printedSolutions = (value: string, back: string): RegExp | null => {
  const news = value.split(" ").filter((id) => id !== "" && !back.split(" ").includes(id));
  return news.length === 0 ? null : new RegExp(`/id:"(?:${news.join("|")})"$`);
};

/** How a memory in JSON would hold the value that gave way to the one which came back; null where it cannot be told. */
const printed = (name: string, value: string, back: string): RegExp | null => {
  if (name === "solutions") return printedSolutions(value, back);
  if (value === "") return printedEmpty(name);
  const text = value.replace(/[^\w]/g, "\\$&");
  return name === "deal value" ? new RegExp(`:${text}$`) : new RegExp(`"${text}["T]`);
};

/** Every single value of a memory, with its place. */
const leavesOf = (value: unknown, place: string): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, part]) => leavesOf(part, `${place}/${name}`))
    : [`${place}:${JSON.stringify(value)}`];

/** What a link remembers; of Partner Center's people without what this side wanted to send. */
const rememberedBy = (link: Row | null, isTypedThere: boolean): string[] => {
  const text = textOf(link?.attributes["cosell_lastagreedvalues"] ?? null);
  if (text === "") return [];
  const memory = JSON.parse(text) as Record<string, unknown>;
  return leavesOf(isTypedThere ? { ...memory, attempt: null, inFlight: [] } : memory, "");
};

/**
 * Whether any version of the deal's link, from the change until the value that came back was replaced, holds its value in a place
 * where it did not hold it before; of the run that replaced it, the link tells what that run took and sent, not what stood here
 * before.
 */
const wasNoted = (
  world: World,
  deal: string,
  name: string,
  change: ValueChange,
  back: string,
  isThere: boolean,
  end: ValueChange,
) => {
  const pattern = printed(name, change.value, back);
  if (pattern === null) return true;
  const isTypedThere = isThere && change.by.kind === "person";
  const versions = world.history.rows.filter(
    ({ after }) => after?.table === "cosell_link" && textOf(after.attributes["cosell_opportunityid"]) === deal,
  );
  const before = versions.filter(({ atMs }) => atMs < change.atMs).at(-1)?.after ?? null;
  const known = new Set(rememberedBy(before, isTypedThere));
  return versions
    .filter(({ atMs, by }) => atMs >= change.atMs && atMs <= end.atMs && by.name !== end.by.name)
    .flatMap(({ after }) => rememberedBy(after, isTypedThere))
    .some((leaf) => pattern.test(leaf) && !known.has(leaf));
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
  return between.every((other) => !wasNoted(world, opportunity.id, name, other, change.value, isThere, until));
};
