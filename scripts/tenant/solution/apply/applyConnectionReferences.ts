import { nameBasedGuid } from "../nameBasedGuid";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

/** Without a connection at first; one that somebody has chosen since stays. */
export async function applyConnectionReferences(run: ImportRun): Promise<void> {
  for (const { logicalName, displayName, connectorId } of run.contents.connectionReferences) {
    const id = nameBasedGuid(`connectionreference:${logicalName.toLowerCase()}`);
    await run.components.save("connectionreference", id, {
      connectionreferencelogicalname: logicalName,
      connectionreferencedisplayname: displayName.slice(0, 100),
      connectorid: connectorId,
      ...solutionValues(run),
    });
    succeed(run, `Connection reference ${logicalName}`, 10002, id, `To ${connectorId.split("/").at(-1) ?? ""}.`);
  }
}
