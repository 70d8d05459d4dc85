import { type ImportRun, solutionValues } from "./ImportRun";

const cloudFlow = 5;

/** Processes are stored switched off: nothing in the local tenant runs them. */
export async function applyWorkflows(run: ImportRun): Promise<void> {
  for (const workflow of run.contents.workflows) {
    await run.rows.save("workflow", workflow.id, {
      name: workflow.name.slice(0, 100),
      category: workflow.category,
      clientdata: new TextDecoder().decode(run.package.files.get(workflow.fileName)).replace(/^\uFEFF/, ""),
      ...solutionValues(run),
    });
    run.applied.push({ type: 29, objectId: workflow.id });
    const kind = workflow.category === cloudFlow ? "Cloud flows" : "Processes";
    const message = `${kind} are stored and do not run in the local tenant.`;
    run.log.push({ component: `Process ${workflow.name}`, file: workflow.fileName, result: "kept, not run", message });
  }
}
