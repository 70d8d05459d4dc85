import type { EnginePorts } from "../EnginePorts";
import { DryRunStopped, dryRunPorts } from "./dryRunPorts";

/** What looking into a record came to. */
export type Found<Result> =
  /** Nothing is to be written: this is what a run would have ended with. */
  | { kind: "nothingToDo"; result: Result }
  /** A run would write; this was its first write. */
  | { kind: "work"; held: DryRunStopped };

/** Whether there is anything to do, decided by the very code that does it, and without a write. */
export const findWork = async <Result>(
  ports: EnginePorts,
  work: (reading: EnginePorts) => Promise<Result>,
): Promise<Found<Result>> => {
  try {
    return { kind: "nothingToDo", result: await work(dryRunPorts(ports)) };
  } catch (held) {
    if (held instanceof DryRunStopped) return { kind: "work", held };
    throw held;
  }
};
