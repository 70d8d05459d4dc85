import { readFileSync } from "node:fs";
import { join } from "node:path";
import { textOf } from "../../../scripts/pack/xml";
import { cloudFlows, customApis } from "../../../Solution/engine/domain/schema";
import type { Json } from "../../../scripts/tenant/dataverse/webApi/json/JsonObject";
import { compileTemplate } from "../../../scripts/tenant/flows/expression/compileTemplate";
import { sourceFile, sourceFiles, sourceFolder } from "./sourceFolder";

interface Action {
  type: string;
  inputs: { host?: { operationId: string }; parameters?: Record<string, unknown> };
  runtimeConfiguration?: { secureData: { properties: string[] } };
}

interface Flow {
  properties: {
    connectionReferences: Record<string, { connection: { connectionReferenceLogicalName: string } }>;
    definition: { triggers: Record<string, { type: string }>; actions: Record<string, Action> };
  };
}

const flows = sourceFiles(/^Workflows\//).map(({ root }) => {
  const file = (textOf(root, "JsonFileName") ?? "").slice(1);
  return {
    name: root.getAttribute("Name") ?? "",
    json: JSON.parse(readFileSync(join(sourceFolder, file), "utf8")) as Flow,
  };
});

const calls = ({ json }: (typeof flows)[number]) =>
  Object.values(json.properties.definition.actions).filter(({ type }) => type === "OpenApiConnection");

describe("cloud flows", () => {
  it("are thin: each calls one custom API of the solution, and one asks Power Automate where another is reached", () => {
    const called = flows.map((flow) => [
      flow.name,
      calls(flow).map(({ inputs }) => inputs.parameters?.["actionName"] ?? inputs.host?.operationId),
    ]);
    expect(Object.fromEntries(called)).toEqual({
      // The second call leaves to a job what the first could not do.
      "Partner Center to Dynamics 365": [customApis.receivePartnerCenterEvent, customApis.receivePartnerCenterEvent],
      "Partner Center Webhook Registration": [customApis.registerWebhook],
      "Co-sell maintenance": [customApis.runMaintenance],
      "Co-sell alerts": [customApis.raiseAlerts],
      "Co-sell webhook address": ["GetItem", "ListCallbackUrl", customApis.reportWebhookAddress],
    });
  });

  it("pass only parameters that the custom API has, and all that it requires", () => {
    for (const flow of flows)
      for (const { inputs } of calls(flow).filter(({ inputs: { parameters } }) => parameters?.["actionName"])) {
        const api = String(inputs.parameters?.["actionName"]);
        const parameters = sourceFiles(new RegExp(`^customapis/${api}/.*customapirequestparameter\\.xml$`));
        const names = parameters.map(({ root }) => root.getAttribute("uniquename"));
        const required = parameters
          .filter(({ root }) => textOf(root, "isoptional") === "0")
          .map(({ root }) => root.getAttribute("uniquename"));
        const passed = Object.keys(inputs.parameters ?? {}).flatMap((name) => name.match(/^item\/(.*)$/)?.[1] ?? []);
        expect([api, passed.filter((name) => !names.includes(name))]).toEqual([api, []]);
        expect(passed).toEqual(expect.arrayContaining(required));
      }
  });

  it("use the connection references that the solution brings, and no other", () => {
    const references = Array.from(
      sourceFile("Other/Customizations.xml").getElementsByTagName("connectionreference"),
    ).map((reference) => reference.getAttribute("connectionreferencelogicalname"));
    const used = flows.flatMap(({ json }) =>
      Object.values(json.properties.connectionReferences).map(
        ({ connection }) => connection.connectionReferenceLogicalName,
      ),
    );
    expect(references).toEqual(["cosell_Dataverse", "cosell_PowerAutomate"]);
    expect(new Set(used)).toEqual(new Set(references));
  });

  it("ask for the address of the flow that receives notifications, and keep it out of run histories", () => {
    const flow = flows.find(({ name }) => name === "Co-sell webhook address");
    const [getFlow, list, report] = flow ? calls(flow) : [];
    expect(getFlow?.inputs.parameters?.["recordId"]).toBe(cloudFlows.partnerCenterToDynamics365.id);
    expect(list?.runtimeConfiguration?.secureData.properties).toEqual(["outputs"]);
    expect(report?.runtimeConfiguration?.secureData.properties).toEqual(["inputs"]);
  });

  it("have the inputs of the how-to where a person runs them", () => {
    const text = JSON.stringify(flows.find(({ name }) => name.endsWith("Registration"))?.json);
    for (const title of [
      "Http Trigger Endpoint",
      "Events to Register",
      "Overwrite existing trigger endpoints if present?",
    ])
      expect(text).toContain(`"title":"${title}"`);
  });
});

describe("what the receiving flow passes on as Body", () => {
  const receiving = flows.find(({ name }) => name === "Partner Center to Dynamics 365");
  const expression = (receiving ? calls(receiving) : [])[0]?.inputs.parameters?.["item/Body"];
  const bodyFor = (contentType: string, body: Json): Json => {
    const nothing = { parameters: {}, workflow: {}, action: () => undefined, now: () => new Date(0), newId: () => "" };
    const triggerOutputs = { headers: { "Content-Type": contentType }, body };
    return compileTemplate(String(expression))({ ...nothing, triggerOutputs });
  };
  const event = { EventName: "referral-updated", ResourceUri: "https://api.partner.microsoft.com/x", AuditUri: null };

  it("is JSON as compactly as Partner Center signs it", () => {
    expect(bodyFor("application/json; charset=utf-8", event)).toBe(JSON.stringify(event));
  });

  it("is the bytes of a body that is not JSON", () => {
    const sent = Buffer.from('{ "EventName" : "Zürich" }');
    const body = { "$content-type": "application/octet-stream", $content: sent.toString("base64") };
    expect(bodyFor("application/octet-stream", body)).toBe(`base64:${sent.toString("base64")}`);
  });

  it("is text as it came, though both branches of an if are evaluated", () => {
    const sent = '{ "EventName" : "referral-updated" }';
    expect(bodyFor("text/plain", sent)).toBe(sent);
  });

  it.each<[body: Json, passed: string]>([
    ["xxx", "xxx"],
    [123, "123"],
    [true, "True"],
    [["a"], '["a"]'],
  ])("is the text of JSON that is no object, which the custom API refuses: %p", (body, passed) => {
    expect(bodyFor("application/json", body)).toBe(passed);
  });

  it("is empty for a request without a body", () => expect(bodyFor("", null)).toBe(""));
});
