import { textOf } from "../dataverse/values";
import type { World } from "../world/World";
import type { Law } from "./Law";

const repeatedOf = ({ dataverse }: World, table: string, column: string): string[] => {
  const seen = new Map<string, string[]>();
  for (const { id, attributes } of dataverse.store.rows(table)) {
    const value = textOf(attributes[column]).toLowerCase();
    if (value !== "") seen.set(value, [...(seen.get(value) ?? []), id]);
  }
  return [...seen]
    .filter(([, ids]) => ids.length > 1)
    .map(([value, ids]) => `${table} ${ids.join(" and ")} both belong to ${value}`);
};

/** At most one opportunity, one lead and one link per referral. */
export const oneRecord: Law = {
  name: "one record",
  findBreaks: (world) => [
    ...repeatedOf(world, "opportunity", "cosell_referralidentifier"),
    ...repeatedOf(world, "lead", "cosell_referralidentifier"),
    ...repeatedOf(world, "cosell_link", "cosell_referralidentifier"),
    ...repeatedOf(world, "cosell_link", "cosell_opportunityid"),
  ],
};
