import type { Row } from "../dataverse/Store";
import { plain, text, textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";
import { recordAt } from "./moves";

/** Whether a person said so before: on the form, or by closing the opportunity. */
const wasAsked = (
  { platform, history }: World,
  ids: readonly string[],
  words: readonly string[],
  state: number | null,
  untilMs: number,
): boolean => {
  const asked = platform.asked.some(
    ({ atMs, parameters }) =>
      atMs <= untilMs &&
      ids.some((id) => JSON.stringify(parameters["OpportunityId"] ?? parameters["LeadId"] ?? null).includes(id)) &&
      words.includes(text(parameters["Answer"] ?? parameters["Outcome"])),
  );
  const closed = history.rows.some(
    ({ atMs, by, after }) =>
      atMs <= untilMs &&
      by.kind === "person" &&
      (after?.table === "opportunity" || after?.table === "lead") &&
      ids.includes(after.id) &&
      plain(after.attributes["statecode"]) === state,
  );
  return asked || closed;
};

/** An opportunity goes on with what was said about its lead. */
const idsOf = ({ id, attributes }: Row): string[] =>
  [id, textOf(attributes["originatingleadid"])].filter((one) => one !== "");

const meanings: Readonly<Record<string, readonly [readonly string[], number | null]>> = {
  Accepted: [["accept", "won"], 1],
  Declined: [["decline", "lost"], 2],
  Won: [["won"], 1],
  Lost: [["lost"], 2],
};

/** The engine accepts, declines and closes only what a person accepted, declined or closed. */
export const answers: Law = {
  name: "answers of people",
  findBreaks: (world) =>
    world.history.referrals.flatMap(({ atMs, by, before, after }) => {
      if (by.kind !== "engine" || before === undefined || before.content.substatus === after.content.substatus)
        return [];
      const [words, state] = meanings[after.content.substatus] ?? [[], null];
      const row = [...world.dataverse.store.rows("opportunity"), ...world.dataverse.store.rows("lead")].find(
        ({ id, attributes }) =>
          id === after.content.externalReferenceId?.toLowerCase() ||
          attributes["cosell_referralidentifier"] === after.id,
      );
      if (row === undefined || row.table === "lead") return [];
      // A referral that was moved since had another record when it was answered.
      const ids = [...idsOf(row), recordAt(world, after.id, atMs)].filter((id) => id !== "");
      if (wasAsked(world, ids, words, state, atMs)) return [];
      return [`${by.name} made referral ${after.id} ${after.content.substatus} though nobody said so`];
    }),
};
