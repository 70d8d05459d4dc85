import { plain } from "../dataverse/values";
import type { Law } from "./Law";
import { mirroredFields } from "./mirroredFields";

/** What is closed is changed no more by the engine: no referral, no opportunity. */
export const terminal: Law = {
  name: "terminal states",
  findBreaks: ({ history, dataverse, network }) => {
    const referrals = history.referrals
      .filter(({ before, by }) => by.kind === "engine" && before?.content.status === "Closed")
      .filter(
        ({ before, after }) =>
          JSON.stringify({ ...before?.content, registrations: null }) !==
          JSON.stringify({ ...after.content, registrations: null }),
      )
      .map(({ by, after }) => `${by.name} changed the closed referral ${after.id}`);
    const opportunities = history.rows.flatMap(({ before, after, by }) => {
      if (by.kind !== "engine" || before?.table !== "opportunity" || !after) return [];
      if (plain(before.attributes["statecode"]) === 0) return [];
      const isReopened = plain(after.attributes["statecode"]) !== plain(before.attributes["statecode"]);
      const isChanged = mirroredFields.some(
        ({ here }) => here(before, dataverse.store) !== here(after, dataverse.store),
      );
      return isReopened || isChanged ? [`${by.name} changed the closed opportunity ${after.id}`] : [];
    });
    const attempts = new Map<string, number>();
    for (const { method, path, wasClosed } of network.calls)
      if (method === "PATCH" && wasClosed) attempts.set(path, (attempts.get(path) ?? 0) + 1);
    const stubborn = [...attempts]
      .filter(([, count]) => count > 3)
      .map(([path, count]) => `${count} patches were tried on the closed ${path}`);
    return [...referrals, ...opportunities, ...stubborn];
  },
};
