import { type ImportRun, solutionValues, succeed } from "./ImportRun";

import { toBase64 } from "./toBase64";

export async function applyWebResources(run: ImportRun): Promise<void> {
  for (const resource of run.contents.webResources) {
    const bytes = run.package.files.get(resource.fileName);
    await run.components.save("webresource", resource.id, {
      name: resource.name,
      displayname: resource.displayName,
      description: resource.description,
      webresourcetype: resource.type,
      languagecode: resource.languageCode,
      content: toBase64(bytes),
      dependencyxml: resource.dependencyXml,
      ishidden: resource.isHidden,
      ...solutionValues(run),
    });
    succeed(run, `Web resource ${resource.name}`, 61, resource.id, `${bytes?.length ?? 0} bytes.`);
  }
}
