import type { Json, JsonObject } from "../../../../../scripts/tenant/dataverse/webApi/json/JsonObject";
import type { TestSolution } from "../../solution/support/solutionZip";

export const flowId = "aa11f1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d";

export const dataverse = "/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps";

export const httpTrigger: JsonObject = { manual: { type: "Request", kind: "Http", inputs: { schema: {} } } };

/** The call of an unbound action, as the designer writes it. */
export const call = (actionName: string, item: JsonObject, more: JsonObject = {}): JsonObject => ({
  runAfter: {},
  type: "OpenApiConnection",
  inputs: {
    host: { connectionName: "shared_dataverse", operationId: "PerformUnboundAction", apiId: dataverse },
    parameters: {
      actionName,
      ...Object.fromEntries(Object.entries(item).map(([name, value]) => [`item/${name}`, value])),
    },
    authentication: "@parameters('$authentication')",
  },
  ...more,
});

export const response = (inputs: JsonObject, runAfter: JsonObject = {}): JsonObject => ({
  runAfter,
  type: "Response",
  kind: "Http",
  inputs,
});

/** The file of a cloud flow. */
export const flowJson = (triggers: JsonObject, actions: JsonObject, more: JsonObject = {}): string =>
  JSON.stringify({
    properties: {
      connectionReferences: {
        shared_dataverse: {
          runtimeSource: "embedded",
          connection: { connectionReferenceLogicalName: "acme_Dataverse" },
          api: { name: "shared_commondataserviceforapps" },
        },
      },
      definition: {
        $schema:
          "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
        contentVersion: "1.0.0.0",
        parameters: {
          $connections: { defaultValue: {}, type: "Object" },
          $authentication: { defaultValue: {}, type: "SecureObject" },
        },
        triggers,
        actions,
        ...more,
      },
      templateName: "",
    },
    schemaVersion: "1.0.0.0",
  } satisfies Json);

export const connectionReference = (name = "acme_Dataverse", connector = dataverse): TestSolution => ({
  sections: {
    connectionreferences: `<connectionreference connectionreferencelogicalname="${name}"><connectionreferencedisplayname>Dataverse</connectionreferencedisplayname>
      <connectorid>${connector}</connectorid><iscustomizable>1</iscustomizable><statecode>0</statecode><statuscode>1</statuscode></connectionreference>`,
  },
});

export function flow(json: string, name = "Acme flow", id = flowId): TestSolution {
  const file = `Workflows/Acmeflow-${id.toUpperCase()}.json`;
  return {
    roots: [`<RootComponent type="29" id="{${id}}" behavior="0" />`],
    sections: {
      Workflows: `<Workflow WorkflowId="{${id}}" Name="${name}"><JsonFileName>/${file}</JsonFileName><Type>1</Type><Category>5</Category>
        <StateCode>1</StateCode><StatusCode>2</StatusCode></Workflow>`,
    },
    files: { [file]: json },
  };
}
