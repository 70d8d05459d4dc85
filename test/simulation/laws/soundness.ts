import { textOf } from "../dataverse/values";
import { hasRecord } from "./pairs";
import type { World } from "../world/World";
import type { Law } from "./Law";

/** The engine never breaks an invariant of its own, every run ends, and no lease outlives its run. */
export const soundness: Law = {
  name: "soundness",
  findBreaks: ({ platform, dataverse }: World) => {
    const leased = [...dataverse.store.rows("cosell_link")].filter(
      (link) => textOf(link.attributes["cosell_leaseowner"]) !== "" && hasRecord(link),
    );
    return [
      ...platform.thrown.map(({ run, problem }) => `${run} threw ${problem}`),
      ...(platform.isBusy ? ["a run did not end"] : []),
      ...leased.map(({ id }) => `link ${id} is leased though nothing runs`),
    ];
  },
};
