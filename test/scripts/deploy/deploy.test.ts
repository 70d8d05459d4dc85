import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { baseIds } from "../../../scripts/tenant/baseTables/baseIds";
import { builtPackage } from "../../support/builtPackage";
import { runCommand, type CommandRun } from "../../support/runCommand";
import { startEnvironment, type TestEnvironment } from "./support/startEnvironment";

jest.setTimeout(60_000);

const asAlex = { DATAVERSE_ACCESS_TOKEN: "alex.admin@contoso.example" };
const asKim = { DATAVERSE_ACCESS_TOKEN: "kim.seller@contoso.example" };

let environment: TestEnvironment;
let folder: string;

beforeAll(async () => {
  environment = await startEnvironment();
  folder = await mkdtemp(join(tmpdir(), "deploy-"));
});
afterAll(() => environment.stop());

const deploy = (args: readonly string[] = [], env: Record<string, string> = asAlex): Promise<CommandRun> =>
  runCommand("deploy", ["--url", environment.address, ...args], env);

const installedVersion = async (): Promise<unknown> =>
  (await environment.core.rows.read("solution", ["version"], { uniquename: "CoSellConnector" }))[0]?.version;

const valueOf = async (schemaname: string): Promise<unknown> =>
  (await environment.core.rows.read("environmentvariablevalue", ["value"], { schemaname }))[0]?.value;

/** The built package with its customizations or manifest changed. */
function changedPackage(name: string, change: (files: Record<string, Uint8Array>) => void): string {
  const files = unzipSync(new Uint8Array(readFileSync(builtPackage("managed"))));
  change(files);
  const path = join(folder, name);
  writeFileSync(path, zipSync(files));
  return path;
}

function replaceIn(files: Record<string, Uint8Array>, file: string, pattern: RegExp | string, by: string): void {
  const before = strFromU8(files[file] ?? new Uint8Array());
  const after = before.replace(pattern, by);
  if (after === before) throw new Error(`${file} does not hold ${String(pattern)}.`);
  files[file] = strToU8(after);
}

function settingsFile(name: string, values: Record<string, string>, connectionId = ""): string {
  const path = join(folder, name);
  const EnvironmentVariables = Object.entries(values).map(([SchemaName, Value]) => ({ SchemaName, Value }));
  const ConnectorId = "/providers/Microsoft.PowerApps/apis/shared_commondataserviceforapps";
  const ConnectionReferences = [{ LogicalName: "cosell_Dataverse", ConnectionId: connectionId, ConnectorId }];
  writeFileSync(path, JSON.stringify({ EnvironmentVariables, ConnectionReferences }));
  return path;
}

describe("an environment without the solution", () => {
  test("a dry run says what would happen, and changes nothing", async () => {
    const { exitCode, said } = await deploy(["--dry-run"]);

    expect(exitCode).toBe(0);
    expect(said).toContain("as Alex Admin");
    expect(said).toMatch(/CoSellConnector [\d.]+ is new to this environment/);
    expect(said).toContain("Dry run: nothing was changed");
    expect(await installedVersion()).toBeUndefined();
    expect(await environment.core.rows.read("importjob", ["name"])).toEqual([]);
  });

  test("a package that lacks a solution is refused with the solution's name, before anything is imported", async () => {
    const zip = changedPackage("missing.zip", (files) =>
      replaceIn(
        files,
        "solution.xml",
        "<MissingDependencies>",
        `<MissingDependencies><MissingDependency><Required type="1" schemaName="acme_pump" displayName="Pump" solution="AcmePumps (2.0)" /><Dependent type="1" schemaName="cosell_Link" /></MissingDependency>`,
      ),
    );

    const { exitCode, said } = await deploy(["--package", zip]);

    expect(exitCode).toBe(1);
    expect(said).toContain("The environment would not take the package");
    expect(said).toContain("AcmePumps of version 2.0 or higher");
    expect(said).toContain("Missing: acme_pump. A System Administrator installs");
    expect(await installedVersion()).toBeUndefined();
  });

  test("a settings file that is wrong is refused by each entry, before anything is sent", async () => {
    const path = settingsFile("wrong.json", { cosell_OutboundEnabled: "maybe", cosell_Nope: "1" });

    const { exitCode, said } = await deploy(["--settings", path]);

    expect(exitCode).toBe(1);
    expect(said).toContain(`Nothing was sent: ${path} has to be corrected first.`);
    expect(said).toContain('cosell_OutboundEnabled (Outbound enabled): write yes or no, not "maybe".');
    expect(said).toContain("cosell_Nope: the package has no environment variable of that name.");
    expect(said).not.toContain("Signed in");
  });

  test("an import that fails in the middle is told by its component, and leaves nothing", async () => {
    const value = { "@environmentvariablevalueid": "0e7c3f52-6c8e-4d8e-9a51-6d0a4b7c1f10", value: "x".repeat(3000) };
    const content = JSON.stringify({ environmentvariablevalues: { environmentvariablevalue: value } });
    const zip = changedPackage("long.zip", (files) => {
      files["environmentvariabledefinitions/cosell_InboundOwner/environmentvariablevalues.json"] = strToU8(content);
    });

    const { exitCode, said } = await deploy(["--package", zip]);

    expect(exitCode).toBe(1);
    expect(said).toContain("The import failed and was undone as a whole.");
    expect(said).toMatch(
      /- Solution Co-sell Connector.*: While it was put in place the server refused: .*maximum allowed length/,
    );
    expect(await installedVersion()).toBeUndefined();
  });

  test("the package goes in with its settings, and flows whose connection is named are on", async () => {
    const path = settingsFile("test.json", { cosell_OutboundEnabled: "no", cosell_DailyCallBudget: "" }, "dataverse-1");

    const { exitCode, said } = await deploy(["--settings", path]);

    expect(said).toContain("Settings: cosell_OutboundEnabled, cosell_Dataverse.");
    expect(said).toContain("Importing: 100 %");
    expect(said).toMatch(/Done: CoSellConnector [\d.]+ is in, and published\./);
    expect(said).toContain("the connection reference cosell_PowerAutomate has no connection");
    expect(exitCode).toBe(0);
    expect(await valueOf("cosell_OutboundEnabled")).toBe("no");
    expect(await valueOf("cosell_DailyCallBudget")).toBeUndefined();
    const flow = { name: "Co-sell maintenance" };
    expect(await environment.core.rows.read("workflow", ["statecode"], flow)).toEqual([{ statecode: 1 }]);
  });
});

describe("an environment that has the solution", () => {
  test("the same version again changes nothing, so that a pipeline may run twice, and --force imports it over itself with changed settings", async () => {
    const path = settingsFile("changed.json", { cosell_OutboundEnabled: "yes" });

    const again = await deploy();
    const forced = await deploy(["--force", "--settings", path]);

    expect(again.exitCode).toBe(0);
    expect(again.said).not.toContain("Importing");
    expect(again.said).toMatch(/CoSellConnector [\d.]+ is installed already: nothing to do\. Say --force/);
    expect(forced.said).toContain("Overwriting CoSellConnector");
    expect(forced.exitCode).toBe(0);
    expect(await valueOf("cosell_OutboundEnabled")).toBe("yes");
  });

  test("a higher version takes its place and keeps settings, and the lower one is refused from then on", async () => {
    const higher = changedPackage("higher.zip", (files) =>
      replaceIn(files, "solution.xml", /<Version>[^<]+/, "<Version>99.0.0.0"),
    );

    const upgraded = await deploy(["--package", higher]);
    const lower = await deploy();

    expect(upgraded.said).toMatch(
      /Upgrading CoSellConnector [\d.]+ with 99\.0\.0\.0; what the new version lacks is removed/,
    );
    expect(upgraded.said).toContain("Applying the upgrade …");
    expect(upgraded.exitCode).toBe(0);
    expect(await installedVersion()).toBe("99.0.0.0");
    expect(await valueOf("cosell_OutboundEnabled")).toBe("yes");
    const holding = { uniquename: "CoSellConnector_Upgrade" };
    expect(await environment.core.rows.read("solution", ["version"], holding)).toEqual([]);
    expect(lower.said).toContain("CoSellConnector 99.0.0.0 is installed, which is higher.");
  });
});

describe("whoever may not, and an environment that does not", () => {
  test("a user without the rights reads which privilege is missing, and who gives it", async () => {
    const { exitCode, said } = await deploy([], asKim);

    expect(exitCode).toBe(1);
    expect(said).toContain("lacks the privilege prvReadSolution");
    expect(said).toContain("A System Administrator of the environment gives that user a security role");
  });

  const app = { DATAVERSE_CLIENT_ID: "b315c639-1eb7-4700-a8d8-e4c9b526a72b" };

  test("an app signs in with its secret, at the tenant that the environment names", async () => {
    await environment.core.assignRole(baseIds.flowsUser, "System Administrator");

    const { said } = await deploy(["--dry-run"], { ...app, DATAVERSE_CLIENT_SECRET: "local-tenant-secret" });

    expect(said).toContain("as # Co-sell flows");
  });

  test("a wrong secret is told as that, with whose it is", async () => {
    const { exitCode, said } = await deploy([], { ...app, DATAVERSE_CLIENT_SECRET: "its id" });

    expect(exitCode).toBe(1);
    expect(said).toContain("Microsoft Entra refused the sign-in.");
    expect(said).toContain("take its Value, not its Secret ID");
  });

  test("a person signs in by a code on another page", async () => {
    const signIn = async (said: string): Promise<void> => {
      const [, page, code] = /open the page (\S+) and enter the code (\S+)/.exec(said) ?? [];
      if (page === undefined || code === undefined) return;
      await fetch(page, { method: "POST", body: new URLSearchParams({ code, user: "alex.admin@contoso.example" }) });
    };

    const { said } = await runCommand(
      "deploy",
      ["--url", environment.address, "--device-code", "--dry-run"],
      {},
      (text) => void signIn(text),
    );

    expect(said).toContain("as Alex Admin");
  });

  test("a token that is not accepted is told as that", async () => {
    const { exitCode, said } = await deploy([], { DATAVERSE_ACCESS_TOKEN: "stale" });

    expect(exitCode).toBe(1);
    expect(said).toContain("The environment does not accept the sign-in.");
    expect(said).toContain("where DATAVERSE_ACCESS_TOKEN is set, make a new token");
  });

  test("an environment that has enough for now is asked again when it says", async () => {
    environment.answerNext(/WhoAmI/, (response) =>
      response
        .writeHead(429, { "retry-after": "1", "content-type": "application/json" })
        .end('{"error":{"code":"0x80072322","message":"Number of requests exceeded the limit."}}'),
    );

    const { said } = await deploy(["--dry-run"]);

    expect(said).toContain("takes no more requests for now: asking again in 1 s (try 2 of 6).");
    expect(said).toContain("Signed in to");
  });

  test("an environment that is not there is told with its name", async () => {
    const { exitCode, said } = await runCommand("deploy", ["--url", "http://127.0.0.1:9"], asAlex);

    expect(exitCode).toBe(1);
    expect(said).toContain("127.0.0.1:9 does not answer");
  });
});
