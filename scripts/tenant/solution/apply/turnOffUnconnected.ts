import { readFlowDefinition } from "../../flows/definition/readFlowDefinition";
import type { ImportRun } from "./ImportRun";

const draft = { statecode: 0, statuscode: 1 };

/** A flow that was on stays on unless its new version needs a connection that nobody has given: that one is turned off, and said. */
export async function turnOffUnconnected({ rows, contents, log }: ImportRun): Promise<void> {
  const references = await rows.read("connectionreference", ["connectionreferencelogicalname", "connectionid"]);
  const connected = new Set(
    references
      .filter(({ connectionid }) => connectionid !== undefined)
      .map((reference) => String(reference.connectionreferencelogicalname).toLowerCase()),
  );
  for (const { id, name, fileName } of contents.workflows) {
    const [flow] = await rows.read("workflow", ["clientdata", "statecode"], { workflowid: id });
    const reading = flow?.statecode === 1 ? readFlowDefinition(String(flow.clientdata ?? "")) : undefined;
    const needed = reading?.ok ? [...reading.definition.connections.values()] : [];
    const missing = needed.find((each) => !connected.has(each.toLowerCase()));
    if (missing === undefined) continue;
    await rows.save("workflow", id, draft);
    const message = `It was on and is turned off: its new version needs a connection for ${missing}. An administrator chooses one and turns the flow on.`;
    log.push({ component: `Process ${name}`, file: fileName, result: "warning", message });
  }
}
