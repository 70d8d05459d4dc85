import type { Element } from "@xmldom/xmldom";
import { descendantsOf, elementsOf, textOf } from "../../../scripts/pack/xml";
import { readSolutionSource } from "../../../scripts/generate/readSolutionSource";
import { sourceFile, sourceFiles, sourceFolder } from "./sourceFolder";

const source = readSolutionSource(sourceFolder);
const manifest = sourceFile("Other/Solution.xml");
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? "";

/** Root components as "type key", the way the manifest names them. */
const roots = descendantsOf(manifest, "RootComponent").map(
  (root) => `${attribute(root, "type")} ${root.getAttribute("schemaName") ?? attribute(root, "id")}`,
);

describe("root components", () => {
  const described = [
    ...sourceFiles(/\/Entity\.xml$/).map(({ root }) => `1 ${(textOf(root, "Name") ?? "").toLowerCase()}`),
    ...sourceFiles(/^OptionSets\//).map(({ root }) => `9 ${attribute(root, "Name")}`),
    ...sourceFiles(/^Roles\//).map(({ root }) => `20 ${attribute(root, "id")}`),
    ...sourceFiles(/^Workflows\//).map(({ root }) => `29 ${attribute(root, "WorkflowId")}`),
    ...sourceFiles(/(Lead|Opportunity)\/FormXml\/.*_managed\.xml$/).flatMap(({ root }) =>
      descendantsOf(root, "formid").map((id) => `60 ${id.textContent ?? ""}`),
    ),
    ...sourceFiles(/^Dashboards\//).map(({ root }) => `60 ${textOf(root, "FormId") ?? ""}`),
    ...sourceFiles(/^WebResources\//).map(({ root }) => `61 ${textOf(root, "Name") ?? ""}`),
    ...sourceFiles(/^AppModuleSiteMaps\/.*_managed\.xml$/).map(
      ({ root }) => `62 ${textOf(root, "SiteMapUniqueName") ?? ""}`,
    ),
    ...sourceFiles(/^AppModules\/.*_managed\.xml$/).map(({ root }) => `80 ${textOf(root, "UniqueName") ?? ""}`),
    ...sourceFiles(/^Controls\//).map(({ root }) => `66 ${textOf(root, "Name") ?? ""}`),
    ...elementsOf(sourceFile("Other/FieldSecurityProfiles.xml")).map(
      (profile) => `70 ${attribute(profile, "fieldsecurityprofileid")}`,
    ),
    ...sourceFiles(/^PluginAssemblies\//).map(({ root }) => `91 ${attribute(root, "FullName")}`),
    ...sourceFiles(/^SdkMessageProcessingSteps\//).map(
      ({ root }) => `92 ${attribute(root, "SdkMessageProcessingStepId")}`,
    ),
  ];

  it("name every component that Solution/src describes, and nothing else", () => {
    expect([...roots].sort()).toEqual(described.sort());
  });
});

describe("choices", () => {
  it("have values in the publisher's range only, each once", () => {
    const prefix = Number(descendantsOf(manifest, "CustomizationOptionValuePrefix")[0]?.textContent);
    for (const { name, options } of source.choices) {
      const values = options.map(({ value }) => value);
      expect([name, values.filter((value) => Math.floor(value / 10_000) !== prefix)]).toEqual([name, []]);
      expect(new Set(values).size).toBe(values.length);
    }
    expect(source.choices).toHaveLength(14);
  });

  it("are there for every column that uses one", () => {
    const names = source.choices.map(({ name }) => name);
    const used = source.tables.flatMap(({ columns }) => columns.flatMap(({ optionSetName }) => optionSetName ?? []));
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });
});

describe("relationships", () => {
  const bodies = sourceFiles(/^Other\/Relationships\//).flatMap(({ root }) => elementsOf(root));

  it("are listed and described once each", () => {
    const listed = elementsOf(sourceFile("Other/Relationships.xml")).map((row) => attribute(row, "Name"));
    expect(bodies.map((body) => attribute(body, "Name")).sort()).toEqual(listed);
    expect(new Set(listed).size).toBe(listed.length);
  });

  it("give every lookup of ours the table it points to", () => {
    const ends = bodies.map(
      (body) => `${textOf(body, "ReferencingEntityName") ?? ""}.${textOf(body, "ReferencingAttributeName") ?? ""}`,
    );
    const lookups = source.tables.flatMap(({ schemaName, columns }) =>
      columns.filter(({ type }) => type === "lookup").map((column) => `${schemaName}.${column.schemaName}`),
    );
    expect(lookups.length).toBeGreaterThan(0);
    expect(lookups.filter((lookup) => !ends.includes(lookup))).toEqual([]);
  });

  it("take the solutions of a deleted opportunity with it, and keep its audit", () => {
    const onDelete = (name: string) => {
      const body = bodies.find((candidate) => attribute(candidate, "Name") === name);
      return body && textOf(body, "CascadeDelete");
    };
    expect(onDelete("cosell_opportunity_partnercentersolution")).toBe("Cascade");
    expect(onDelete("cosell_opportunity_auditentry")).toBe("RemoveLink");
    expect(onDelete("cosell_link_auditentry")).toBe("Restrict");
  });
});

describe("alternate keys", () => {
  it("keep every link, message, conflict and fact from being there twice", () => {
    const keys = sourceFiles(/\/Entity\.xml$/).flatMap(({ root }) =>
      descendantsOf(root, "EntityKey").map((key) => [
        textOf(key, "LogicalName"),
        descendantsOf(key, "AttributeName").map((column) => column.textContent),
      ]),
    );
    expect(Object.fromEntries(keys)).toEqual({
      cosell_auditentry_link_sequence: ["cosell_linkid", "cosell_sequence"],
      cosell_conflict_idempotencykey: ["cosell_idempotencykey"],
      cosell_connection_name: ["cosell_name"],
      cosell_fieldmapping_mappingkey: ["cosell_mappingkey"],
      cosell_link_lead: ["cosell_leadid"],
      cosell_link_opportunity: ["cosell_opportunityid"],
      cosell_link_referral: ["cosell_referralidentifier"],
      cosell_message_idempotencykey: ["cosell_idempotencykey"],
      cosell_opportunity_solution: ["cosell_opportunityid", "cosell_solutionid"],
      cosell_solutiondetail_solutionid: ["cosell_solutionid"],
    });
  });
});

describe("secrets", () => {
  it("are readable by the system only", () => {
    const secured = sourceFiles(/\/Entity\.xml$/).flatMap(({ root }) =>
      descendantsOf(root, "attribute").filter((column) => textOf(column, "IsSecured") === "1"),
    );
    const permissions = descendantsOf(sourceFile("Other/FieldSecurityProfiles.xml"), "FieldPermission");

    const ofSignIn = ["cosell_clientsecret", "cosell_pendingsignin", "cosell_refreshtoken"];
    const names = [...ofSignIn, "cosell_webhookendpoint"];
    expect(secured.map((column) => textOf(column, "LogicalName"))).toEqual(names);
    // The history of changes would keep what a secret was.
    expect(secured.map((column) => textOf(column, "IsAuditEnabled"))).toEqual(names.map(() => "0"));
    const granted = permissions.map((permission) => [
      textOf(permission, "AttributeName"),
      textOf(permission, "CanRead"),
    ]);
    expect(granted.sort()).toEqual(ofSignIn.map((name) => [name, "0"]));
  });

  it("never ship as values", () => {
    expect(source.settings.find(({ schemaName }) => schemaName === "cosell_PartnerCenterClientSecret")).toEqual({
      schemaName: "cosell_PartnerCenterClientSecret",
      displayName: "Partner Center client secret",
    });
  });
});

describe("custom APIs", () => {
  const apis = sourceFiles(/\/customapi\.xml$/);

  it("run the one plug-in type that the assembly has", () => {
    const types = sourceFiles(/^PluginAssemblies\//).flatMap(({ root }) =>
      descendantsOf(root, "PluginType").map((type) => attribute(type, "PluginTypeId")),
    );
    const run = apis.map(({ root }) => descendantsOf(root, "plugintypeexportkey")[0]?.textContent);

    expect(types).toHaveLength(1);
    expect(run).toEqual(apis.map(() => types[0]));
    expect(run.length).toBeGreaterThan(0);
  });

  const rolesThatMay = (api: string): string[] => {
    const found = apis.find(({ root }) => attribute(root, "uniquename") === api);
    const privilege = found ? textOf(found.root, "executeprivilegename") : undefined;
    return ["Co-sell Seller", "Co-sell Operator", "Co-sell Integration", "Co-sell Administrator"].filter((role) =>
      descendantsOf(sourceFile(`Roles/${role}.xml`), "RolePrivilege").some((p) => attribute(p, "name") === privilege),
    );
  };

  it.each([
    ["cosell_SyncOpportunity", ["Co-sell Seller", "Co-sell Administrator"]],
    ["cosell_RespondToReferral", ["Co-sell Seller", "Co-sell Administrator"]],
    ["cosell_ResolveConflict", ["Co-sell Seller", "Co-sell Administrator"]],
    ["cosell_MoveReferral", ["Co-sell Operator", "Co-sell Integration", "Co-sell Administrator"]],
    ["cosell_ReceivePartnerCenterEvent", ["Co-sell Operator", "Co-sell Integration", "Co-sell Administrator"]],
    ["cosell_RunMaintenance", ["Co-sell Operator", "Co-sell Integration", "Co-sell Administrator"]],
    ["cosell_Connect", ["Co-sell Administrator"]],
    ["cosell_RegisterWebhook", ["Co-sell Administrator"]],
  ])("let only the right roles call %s", (api, roles) => {
    expect(rolesThatMay(api)).toEqual(roles);
  });

  it("ask for a privilege that some role of the solution grants", () => {
    for (const { root } of apis) expect(rolesThatMay(attribute(root, "uniquename"))).not.toEqual([]);
  });

  it("say whether a parameter is optional, and never whether a response is", () => {
    const parameters = sourceFiles(/customapirequestparameter\.xml$/).map(({ root }) => root);
    const optional = parameters.filter((parameter) => textOf(parameter, "isoptional") === "1");
    for (const parameter of parameters) expect(textOf(parameter, "isoptional")).toMatch(/^[01]$/);
    expect(optional.length).toBeGreaterThan(0);
    expect(optional.length).toBeLessThan(parameters.length);
    for (const { root } of sourceFiles(/customapiresponseproperty\.xml$/))
      expect(textOf(root, "isoptional")).toBeUndefined();
  });
});
