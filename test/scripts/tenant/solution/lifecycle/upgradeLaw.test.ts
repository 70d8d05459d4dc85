import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { ImportLogEntry } from "../../../../../scripts/tenant/solution/ImportLog";
import { builtPackage } from "../../../../support/builtPackage";
import { type GivenTenant, givenTenant, stopTenants } from "../../pipeline/support/givenTenant";
import { anyCustomisation, type Customisation, customise } from "./support/customise";
import { lastRelease } from "./support/lastRelease";
import { componentOf, type Settings, settingsOf } from "./support/settingsOf";

/** How many upgrades are tried; 50 make the long run, of 500 sets. */
const runs = Number(process.env["UPGRADE_RUNS"] ?? "3");
/** Sets that one tenant has before it is upgraded, each as if by somebody of its own. */
const setsAtOnce = 10;

const current = readFileSync(builtPackage("managed"));
const last = lastRelease(current);

type Mode = "update" | "upgrade";

let tenant: GivenTenant;
/** The last release and this one, each installed by itself, with nothing changed. */
let releases: { last: Settings; current: Settings };

async function accept(zip: Uint8Array, mode: Mode): Promise<ImportLogEntry[]> {
  const { ok, log } = await tenant.importSolution(zip, { mode });
  expect(log.filter(({ result }) => result === "failed")).toEqual([]);
  expect(ok).toBe(true);
  return log;
}

beforeAll(async () => {
  tenant = await givenTenant();
  await accept(current, "update");
  const installed = await settingsOf(tenant);
  await tenant.solutions.uninstall("CoSellConnector");
  await accept(last, "update");
  releases = { last: await settingsOf(tenant), current: installed };
});
afterAll(stopTenants);

class Undo extends Error {}

/** Does something to the tenant, and has it as it was before. */
async function afterwardsUndone<T>(work: () => Promise<T>): Promise<T> {
  let result: { value: T } | undefined;
  await tenant.transactions
    .inTransaction(async () => {
      result = { value: await work() };
      throw new Undo();
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error;
    });
  if (!result) throw new Error("The work did not end.");
  return result.value;
}

/** Privileges, options and the like follow the component that they are parts of, in an update too. */
const isPart = (component: string): boolean =>
  /^(roleprivileges|fieldpermission|option|form \S+ \w+|column \S+ option) /.test(component);

/** An entry of a list that people change on purpose: what they have changed is theirs from then on. */
const isEntry = (component: string): boolean => /^(roleprivileges|fieldpermission) /.test(component);

const componentsOf = (settings: Settings): Set<string> => new Set([...settings.keys()].map(componentOf));

/** What is to be set after the upgrade: as people left it where they changed it, as this release says everywhere else. */
function expected(custom: Settings, mode: Mode): Map<string, string> {
  const [had, has] = [componentsOf(releases.last), componentsOf(releases.current)];
  const changed = new Set(
    [...new Set([...releases.last.keys(), ...custom.keys()])]
      .filter((key) => custom.get(key) !== releases.last.get(key))
      .map(componentOf),
  );
  const wanted = new Map<string, string>();
  for (const key of new Set([...releases.last.keys(), ...releases.current.keys(), ...custom.keys()])) {
    const component = componentOf(key);
    const isRetired = had.has(component) && !has.has(component);
    const isChanged = custom.get(key) !== releases.last.get(key);
    const isTheirs = isEntry(component) && changed.has(component);
    const isGone = isRetired && !isTheirs && (mode === "upgrade" || isPart(component));
    if (isGone) continue;
    const stays = isChanged || isRetired;
    const value = stays ? custom.get(key) : releases.current.get(key);
    if (value !== undefined) wanted.set(key, value);
  }
  return wanted;
}

function differences(found: Settings, wanted: Settings): string[] {
  const keys = [...new Set([...found.keys(), ...wanted.keys()])].filter((key) => found.get(key) !== wanted.get(key));
  return keys.sort().map((key) => `${key}: ${found.get(key) ?? "nothing"} instead of ${wanted.get(key) ?? "nothing"}`);
}

function lost(
  customisations: readonly Customisation[],
  mode: Mode,
  harm: () => void = () => undefined,
): Promise<string[]> {
  return afterwardsUndone(async () => {
    for (const each of customisations) await customise(tenant, each);
    const custom = await settingsOf(tenant);
    harm();
    await accept(current, mode);
    return differences(await settingsOf(tenant), expected(custom, mode));
  });
}

test("whatever people have set, an upgrade and an update keep, and bring everything else up to date", async () => {
  const property = fc.asyncProperty(
    fc.array(fc.array(anyCustomisation(), { maxLength: 12 }), { minLength: setsAtOnce, maxLength: setsAtOnce }),
    fc.constantFrom<Mode>("upgrade", "update"),
    async (sets, mode) => {
      expect(await lost(sets.flat(), mode)).toEqual([]);
    },
  );
  await fc.assert(property, { numRuns: runs, endOnFailure: true });
}, 3_600_000);

test("the law sees it when a tenant no longer knows what people have changed", async () => {
  const changes: Customisation[] = [
    { kind: "a view renamed", target: 1, detail: 0, text: "Ours" },
    { kind: "a column renamed", target: 1, detail: 0, text: "Theirs" },
    { kind: "a privilege less", target: 1, detail: 3, text: "" },
  ];
  const forgetful = (): void => tenant.dataverse.database.execute(`DELETE FROM "$managed"`);

  expect(await lost(changes, "upgrade")).toEqual([]);
  const found = await lost(changes, "upgrade", forgetful);
  for (const kind of ["savedquery", "column", "roleprivileges"])
    expect(found).toContainEqual(expect.stringMatching(new RegExp(`^${kind} `)));
});

test("a flow that was on and now needs a connection that nobody has given is turned off, and the log says so", async () => {
  const found = await afterwardsUndone(async () => {
    await customise(tenant, { kind: "a flow turned on", target: 1, detail: 0, text: "" });
    await tenant.rows.save("connectionreference", await connectionOf("cosell_Dataverse"), { connectionid: null });
    const log = await accept(current, "upgrade");
    const on = await tenant.rows.read("workflow", ["name"], { statecode: 1 });
    return { on, said: log.filter(({ message }) => message.startsWith("It was on and is turned off")) };
  });

  expect(found).toMatchObject({
    on: [],
    said: [{ result: "warning", component: expect.stringMatching(/^Process /) as string }],
  });
});

async function connectionOf(logicalName: string): Promise<string> {
  const where = { connectionreferencelogicalname: logicalName };
  const [reference] = await tenant.rows.read("connectionreference", ["connectionreferenceid"], where);
  return String(reference?.connectionreferenceid);
}
