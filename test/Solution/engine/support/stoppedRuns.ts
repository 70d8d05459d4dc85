import type { SyncResult } from "../../../../Solution/engine/flows/sync/SyncResult";
import { noRoom, type World } from "./World";

/** Longer than any lease. */
export const leaseIsOver = 4 * 60_000;

/** Refuses the operations of these names in every run until told otherwise. */
export const runRefused = async (world: World, ...names: string[]): Promise<void> => {
  world.refuse = (operation) => (names.includes(operation) ? noRoom : null);
  await world.run();
  world.refuse = () => null;
};

/** The next run, by maintenance. */
export const repair = (world: World): Promise<SyncResult | null> => {
  world.pass(leaseIsOver);
  return world.run({ trigger: "maintenance" });
};
