import type { Environment } from "../checks/Environment";
import { resolvePluginType } from "../checks/resolvePluginType";
import type { CustomApiContent, CustomApiParameterContent } from "../contents/SolutionContents";
import { nameBasedGuid } from "../nameBasedGuid";
import { type ImportRun, solutionValues } from "./ImportRun";

const names = (each: { uniqueName: string; name: string; displayName: string; description?: string }) => ({
  uniquename: each.uniqueName,
  name: each.name,
  displayname: each.displayName,
  description: each.description,
});

async function applyParameters(
  table: string,
  apiId: string,
  parameters: readonly CustomApiParameterContent[],
  run: ImportRun,
): Promise<void> {
  const isRequest = table === "customapirequestparameter";
  const ids = new Set<string>();
  for (const parameter of parameters) {
    const id = nameBasedGuid(`${table}:${apiId}/${parameter.uniqueName}`);
    ids.add(id);
    await run.components.save(table, id, {
      ...names(parameter),
      type: parameter.type,
      ...(isRequest && { isoptional: parameter.isOptional }),
      logicalentityname: parameter.logicalEntityName,
      customapiid: apiId,
      ...solutionValues(run),
    });
  }
  for (const row of await run.rows.read(table, [`${table}id`], { customapiid: apiId })) {
    const id = String(row[`${table}id`]);
    if (!ids.has(id)) await run.rows.delete(table, id);
  }
}

async function applyCustomApi(api: CustomApiContent, run: ImportRun, environment: Environment): Promise<void> {
  const id =
    environment.customApis.get(api.uniqueName.toLowerCase())?.id ??
    nameBasedGuid(`customapi:${api.uniqueName.toLowerCase()}`);
  const messageId = nameBasedGuid(`sdkmessage:${api.uniqueName.toLowerCase()}`);
  await run.components.save("sdkmessage", messageId, { name: api.uniqueName, isprivate: api.isPrivate });
  await run.components.save("customapi", id, {
    ...names(api),
    allowedcustomprocessingsteptype: api.allowedStepType,
    bindingtype: api.bindingType,
    boundentitylogicalname: api.boundTable,
    executeprivilegename: api.executePrivilege ?? null,
    isfunction: api.isFunction,
    isprivate: api.isPrivate,
    workflowsdkstepenabled: api.workflowStepEnabled,
    plugintypeid:
      (api.pluginTypeKey !== undefined &&
        resolvePluginType({ pluginTypeId: api.pluginTypeKey }, { contents: run.contents, environment })) ||
      null,
    sdkmessageid: messageId,
    ...solutionValues(run),
  });
  await applyParameters("customapirequestparameter", id, api.parameters, run);
  await applyParameters("customapiresponseproperty", id, api.properties, run);
  run.applied.push({ type: 10001, objectId: id });
  run.log.push({
    component: `Custom API ${api.uniqueName}`,
    file: api.file,
    result: "succeeded",
    message: `${api.parameters.length} parameters, ${api.properties.length} response properties.`,
  });
}

export async function applyCustomApis(run: ImportRun, environment: Environment): Promise<void> {
  for (const api of run.contents.customApis) await applyCustomApi(api, run, environment);
}
