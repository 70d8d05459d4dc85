import type { Law } from "./Law";
import { isMove } from "./moves";

const recordTables: readonly string[] = ["opportunity", "lead", "account", "contact"];
const deals: readonly string[] = ["opportunity", "lead"];

/** Runs that go through many records, by the message in their name. */
const throughMany = /\((?:RunMaintenance|Backfill)\)$/;

/** Asynchronous steps run outside of any transaction: a refused write undoes nothing of theirs, and they go on with the next deal. */
const isStep = (run: string): boolean => run.includes("(step ");

/** A refused write undoes a whole request, so whoever goes through many records writes none, and others write one. */
export const eachAlone: Law = {
  name: "one record's fault delays no other",
  findBreaks: (world) => {
    const byRun = new Map<string, Set<string>>();
    for (const { by, before, after } of world.history.rows) {
      const row = after ?? before;
      if (by.kind !== "engine" || row === undefined || !recordTables.includes(row.table)) continue;
      byRun.set(by.name, (byRun.get(by.name) ?? new Set()).add(`${row.table} ${row.id}`));
    }
    return [...byRun].flatMap(([run, records]) => {
      const own = [...records].filter((record) => deals.includes(record.split(" ")[0] ?? ""));
      const isAlone = isStep(run) || isMove(world, run) || (own.length <= 1 && !throughMany.test(run));
      return isAlone ? [] : [`${run} wrote ${[...records].join(", ")}, which one refusal would undo together`];
    });
  },
};
