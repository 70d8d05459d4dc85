import { readFileSync } from "node:fs";
import fc from "fast-check";
import { readPackage, type DeployedPackage } from "../../../scripts/deploy/readPackage";
import { checkSettings } from "../../../scripts/deploy/settings/checkSettings";
import { createSettings, toComponentParameters } from "../../../scripts/deploy/settings/DeploymentSettings";
import { builtPackage } from "../../support/builtPackage";

const deployed = readPackage(readFileSync(builtPackage("managed"))) as DeployedPackage;

const withValues = (values: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    EnvironmentVariables: Object.entries(values).map(([SchemaName, Value]) => ({ SchemaName, Value })),
    ConnectionReferences: [],
  });

const problems = (text: string): string[] => {
  const reading = checkSettings(text, deployed);
  return "problems" in reading ? reading.problems : [];
};

/** Packages with any names; each name once, as in a solution. */
const anyPackage = fc
  .record({
    names: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,5}_[A-Za-z]{1,12}$/), { selector: (name) => name.toLowerCase() }),
    references: fc.uniqueArray(fc.stringMatching(/^[a-z]{2,5}_[A-Za-z]{1,12}$/), {
      selector: (name) => name.toLowerCase(),
    }),
  })
  .map(({ names, references }): DeployedPackage => ({
    ...deployed,
    variables: names.map((schemaName) => ({ schemaName, displayName: schemaName, kind: "text" })),
    connections: references.map((logicalName) => ({ logicalName, displayName: logicalName, connectorId: "/c" })),
  }));

test("the file of a package, unchanged, is taken and changes nothing, whatever the package holds", () => {
  fc.assert(
    fc.property(anyPackage, (any) => {
      const reading = checkSettings(JSON.stringify(createSettings(any)), any);
      expect(reading).toHaveProperty("settings");
      if ("settings" in reading) expect(toComponentParameters(reading.settings)).toEqual([]);
    }),
  );
});

test("the file that an environment filled is taken, and says the environment's values again", () => {
  fc.assert(
    fc.property(anyPackage, fc.string({ minLength: 1 }), (any, value) => {
      const values = new Map(any.variables.map(({ schemaName }) => [schemaName.toLowerCase(), value]));
      const connectionIds = new Map(any.connections.map(({ logicalName }) => [logicalName.toLowerCase(), "c1"]));
      const reading = checkSettings(JSON.stringify(createSettings(any, { values, connectionIds })), any);
      expect(reading).toHaveProperty("settings");
      if (!("settings" in reading)) return;
      const said = toComponentParameters(reading.settings).map((row) => row["value"] ?? row["connectionid"]);
      expect(said).toEqual([...any.variables.map(() => value), ...any.connections.map(() => "c1")]);
    }),
  );
});

test("the built package's file has every variable and reference, empty, as pac writes it", () => {
  const { EnvironmentVariables, ConnectionReferences } = createSettings(deployed);

  expect(EnvironmentVariables).toContainEqual({ SchemaName: "cosell_ConflictPolicy", Value: "" });
  expect(EnvironmentVariables.every(({ Value }) => Value === "")).toBe(true);
  expect(ConnectionReferences).toContainEqual({
    LogicalName: "cosell_Dataverse",
    ConnectionId: "",
    ConnectorId: "/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps",
  });
});

test("a file of values that mean something is taken", () => {
  const vault = "/subscriptions/s/resourceGroups/g/providers/Microsoft.KeyVault/vaults/v/secrets/x";
  const values = {
    cosell_OutboundEnabled: "No",
    cosell_DailyCallBudget: "500",
    cosell_ConflictPolicy: "newest",
    COSELL_MATCHEVIDENCE: "3",
    cosell_PartnerCenterClientSecret: vault,
  };

  expect(problems(withValues(values))).toEqual([]);
});

test.each([
  ["cosell_OutboundEnabled", "maybe", 'write yes or no, not "maybe"'],
  ["cosell_DailyCallBudget", "many", '"many" is no number'],
  ["cosell_DailyCallBudget", "-1", "means nothing there (10000 is used instead)"],
  ["cosell_MatchEvidence", "9", "means nothing there (2 is used instead)"],
  ["cosell_ConflictPolicy", "both", 'cosell_ConflictPolicy (Conflict policy): "both" means nothing there'],
  ["cosell_PartnerCenterCloudProfile", "Mars", "nothing is sent before it is Commercial"],
  ["cosell_PartnerCenterClientSecret", "s3cret", "a secret never stands in a file"],
  ["cosell_InboundOwner", "x".repeat(2001), "its value has 2001 characters, and Dataverse keeps 2000"],
  ["cosell_Unknown", "1", "the package has no environment variable of that name"],
])("%s = %s is refused with what to write", (name, value, words) => {
  expect(problems(withValues({ [name]: value }))).toEqual([expect.stringContaining(words)]);
});

test("a secret that was typed into the file is not told again", () => {
  expect(problems(withValues({ cosell_PartnerCenterClientSecret: "s3cret" })).join()).not.toContain("s3cret");
});

test.each([
  ["no JSON", "{", "It is not JSON"],
  ["a list", "[]", "It holds no settings"],
  ["a part of another name", '{"Variables": []}', "Variables is no part of a settings file"],
  ["no list", '{"EnvironmentVariables": {}}', "EnvironmentVariables has to be a list"],
  ["no object", '{"EnvironmentVariables": ["x"]}', "EnvironmentVariables, entry 1 has to be an object"],
  [
    "a number",
    '{"EnvironmentVariables": [{"SchemaName": "cosell_DailyCallBudget", "Value": 5}]}',
    'write "5", in quotes',
  ],
  ["no value", '{"EnvironmentVariables": [{"SchemaName": "cosell_DailyCallBudget"}]}', "Value is missing"],
  [
    "another column",
    '{"EnvironmentVariables": [{"SchemaName": "cosell_DailyCallBudget", "Value": "", "Default": "1"}]}',
    "Default means nothing here",
  ],
  [
    "a name twice, in whatever case",
    '{"EnvironmentVariables": [{"SchemaName": "cosell_InboundOwner", "Value": ""}, {"SchemaName": "COSELL_INBOUNDOWNER", "Value": ""}]}',
    "COSELL_INBOUNDOWNER is there more than once",
  ],
  [
    "another connector",
    '{"ConnectionReferences": [{"LogicalName": "cosell_Dataverse", "ConnectionId": "", "ConnectorId": "/x"}]}',
    "its ConnectorId has to be /providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps",
  ],
])("a file with %s is refused with what to do", (_name, text, words) => {
  expect(problems(text)).toEqual([expect.stringContaining(words)]);
});
