import { readFlowDefinition } from "../../flows/definition/readFlowDefinition";
import type { ImportLogEntry } from "../ImportLog";
import type { WorkflowContent } from "../contents/SolutionContents";
import { nameBasedGuid } from "../nameBasedGuid";
import { type ImportRun, solutionValues } from "./ImportRun";

const cloudFlow = 5;

const activated = { statecode: 1, statuscode: 2 };

type Outcome = Pick<ImportLogEntry, "result" | "message">;

async function outcomeOf(run: ImportRun, { id, category }: WorkflowContent, clientData: string): Promise<Outcome> {
  if (category !== cloudFlow)
    return { result: "kept, not run", message: "Processes are stored and do not run in the local tenant." };
  const reading = readFlowDefinition(clientData);
  if (!reading.ok)
    return { result: "kept, not run", message: `It does not run in the local tenant. ${reading.problem}` };
  if (!run.publishWorkflows)
    return { result: "succeeded", message: "Off until somebody turns it on, as after any first import." };
  const missing = await missingConnection(run, [...reading.definition.connections.values()]);
  if (missing !== undefined)
    return { result: "warning", message: `It stays as it is: the connection reference ${missing} has no connection.` };
  await run.rows.save("workflow", id, activated);
  return { result: "succeeded", message: "Turned on." };
}

async function missingConnection({ rows }: ImportRun, needed: readonly string[]): Promise<string | undefined> {
  const all = await rows.read("connectionreference", ["connectionreferencelogicalname", "connectionid"]);
  const connected = all.filter(({ connectionid }) => connectionid !== undefined);
  const names = new Set(connected.map((row) => String(row.connectionreferencelogicalname).toLowerCase()));
  return needed.find((name) => !names.has(name.toLowerCase()));
}

/** A process keeps the state it has; a new one is off. */
export async function applyWorkflows(run: ImportRun): Promise<void> {
  for (const workflow of run.contents.workflows) {
    const clientData = new TextDecoder().decode(run.package.files.get(workflow.fileName)).replace(/^\uFEFF/, "");
    await run.components.save("workflow", workflow.id, {
      name: workflow.name.slice(0, 100),
      category: workflow.category,
      clientdata: clientData,
      workflowidunique: nameBasedGuid(`workflowidunique:${workflow.id}`),
      resourceid: nameBasedGuid(`workflowidunique:${workflow.id}`),
      ...solutionValues(run),
    });
    run.applied.push({ type: 29, objectId: workflow.id });
    run.log.push({
      component: `Process ${workflow.name}`,
      file: workflow.fileName,
      ...(await outcomeOf(run, workflow, clientData)),
    });
  }
}
