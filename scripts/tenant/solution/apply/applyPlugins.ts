import type { Environment } from "../checks/Environment";
import { resolvePluginType } from "../checks/resolvePluginType";
import type { AssemblyContent, StepContent } from "../contents/SolutionContents";
import { type ImportRun, solutionValues, succeed } from "./ImportRun";

/** `Name, Version=…, Culture=…, PublicKeyToken=…` by its parts. */
export function assemblyIdentity(fullName: string): {
  name: string;
  version: string;
  culture: string;
  publicKeyToken: string;
} {
  const [name = "", ...parts] = fullName.split(",").map((part) => part.trim());
  const part = (key: string): string => parts.find((each) => each.startsWith(`${key}=`))?.slice(key.length + 1) ?? "";
  return { name, version: part("Version"), culture: part("Culture"), publicKeyToken: part("PublicKeyToken") };
}

async function applyAssembly(assembly: AssemblyContent, run: ImportRun): Promise<void> {
  const { name, version, culture, publicKeyToken } = assemblyIdentity(assembly.fullName);
  const bytes = run.package.files.get(assembly.fileName) ?? new Uint8Array();
  await run.components.save("pluginassembly", assembly.id, {
    name,
    version,
    culture,
    publickeytoken: publicKeyToken,
    isolationmode: assembly.isolationMode,
    sourcetype: assembly.sourceType,
    content: Buffer.from(bytes).toString("base64"),
    ...solutionValues(run),
  });
  for (const type of assembly.types) {
    await run.components.save("plugintype", type.id, {
      name: type.typeName,
      typename: type.typeName,
      friendlyname: type.friendlyName,
      assemblyname: name,
      plugintypeexportkey: type.id,
      pluginassemblyid: assembly.id,
      ...solutionValues(run),
    });
    run.applied.push({ type: 90, objectId: type.id });
  }
  succeed(
    run,
    `Plug-in assembly ${name}`,
    91,
    assembly.id,
    `Version ${version}, ${bytes.length} bytes, ${assembly.types.length} types.`,
  );
}

async function applyImages(step: StepContent, run: ImportRun): Promise<void> {
  await run.rows.deleteWhere("sdkmessageprocessingstepimage", { sdkmessageprocessingstepid: step.id });
  for (const image of step.images) {
    await run.components.save("sdkmessageprocessingstepimage", image.id, {
      name: image.name,
      entityalias: image.alias,
      attributes: image.attributes,
      imagetype: image.imageType,
      messagepropertyname: "Target",
      sdkmessageprocessingstepid: step.id,
      ...solutionValues(run),
    });
  }
}

export async function applyPlugins(run: ImportRun, environment: Environment): Promise<void> {
  for (const assembly of run.contents.assemblies) await applyAssembly(assembly, run);
  for (const step of run.contents.steps) {
    await run.components.save("sdkmessageprocessingstep", step.id, {
      name: step.name.slice(0, 256),
      description: step.description,
      sdkmessageid: step.messageId,
      plugintypeid: resolvePluginType(step, { contents: run.contents, environment }),
      primaryobjecttypecode: step.primaryTable,
      stage: step.stage,
      mode: step.mode,
      rank: step.rank,
      filteringattributes: step.filteringAttributes.join(",") || null,
      asyncautodelete: step.asyncAutoDelete,
      configuration: step.configuration,
      ...solutionValues(run),
    });
    await applyImages(step, run);
    succeed(
      run,
      `Plug-in step "${step.name}"`,
      92,
      step.id,
      step.mode === 1 ? "Runs asynchronously." : `Runs in stage ${step.stage}.`,
    );
  }
}
