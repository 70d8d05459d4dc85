import { nameBasedGuid } from "../nameBasedGuid";
import { componentType } from "../removal/ComponentSet";
import { type ImportRun } from "./ImportRun";

/** Everything else the tenant knows no use for, word for word. */
export async function applyStoredComponents(run: ImportRun): Promise<void> {
  for (const { kind, name, file, text, use, root } of run.contents.kept) {
    const id = nameBasedGuid(`kept:${run.package.manifest.uniqueName}/${kind}/${name}`);
    await run.rows.save("msdyn_componentlayer", id, {
      msdyn_name: name.slice(0, 400),
      msdyn_componentid: name.slice(0, 400),
      msdyn_solutioncomponentname: kind.slice(0, 200),
      msdyn_solutionname: run.package.manifest.uniqueName,
      msdyn_order: 1,
      msdyn_componentjson: JSON.stringify({ xml: text }),
    });
    run.applied.push({ type: root?.type ?? componentType.applicationRibbon, objectId: id });
    run.log.push({
      component: `${kind} ${name}`,
      file,
      ...(use ?? { result: "kept, not run", message: "Stored as it is; the local tenant does nothing with it." }),
    });
  }
}
