import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { readReleaseRecord, harmToUpgrades, type ReleaseRecord } from "../../../scripts/verify/release/lastRelease";
import { harmOf } from "../../../scripts/verify/release/Surface";
import { builtPackage } from "../../support/builtPackage";
import { lastRelease } from "../tenant/solution/lifecycle/support/lastRelease";

const shipped = readReleaseRecord(resolve(__dirname, "../../.."));
const current = readFileSync(builtPackage("managed"));

test("an upgrade from the last release loses nobody's data and settings", () => {
  expect(harmToUpgrades(shipped, current)).toEqual([]);
});

test("each kind of harm is named, with what it does", () => {
  const before: ReleaseRecord = {
    ...shipped,
    columns: { ...shipped.columns, "cosell_link.cosell_retired": "nvarchar", "cosell_link.cosell_name": "int" },
    settings: { ...shipped.settings, cosell_ConflictPolicy: 100_000_001 },
    choices: { ...shipped.choices, cosell_syncstatus: [1] },
    roles: { ...shipped.roles, id: "Co-sell Auditor" },
    flows: { ...shipped.flows, id: "Co-sell digest" },
    profiles: { ...shipped.profiles, id: "Co-sell Vault" },
  };

  expect(harmToUpgrades(before, current)).toEqual([
    "The column cosell_link.cosell_name was int and is nvarchar: Dataverse refuses the upgrade.",
    "The column cosell_link.cosell_retired is gone: an upgrade takes it away with its data.",
    "The environment variable cosell_ConflictPolicy was 100000001 and is 100000000: values that people gave no longer fit.",
    "Option 1 of the choice cosell_syncstatus is gone: rows that have it show a number.",
    "The security role Co-sell Auditor is gone: who had it has it no more.",
    "The cloud flow Co-sell digest is gone: it no longer runs, even where it was on.",
    "The column security profile Co-sell Vault is gone: its members lose it.",
  ]);
});

test("what a release says it means is no longer named", () => {
  const columns = { ...shipped.columns, "cosell_link.cosell_retired": "nvarchar" };
  const accepted = ["The column cosell_link.cosell_retired is gone: an upgrade takes it away with its data."];

  expect(harmToUpgrades({ ...shipped, columns, accepted }, current)).toEqual([]);
});

test("what is only new does no harm", () => {
  const { columns } = shipped;
  const [first = "", ...others] = Object.keys(columns);
  const fewer = Object.fromEntries(others.map((name) => [name, columns[name] ?? ""]));

  expect(first in fewer).toBe(false);
  expect(harmOf({ ...shipped, columns: fewer }, shipped)).toEqual([]);
});

test("the release that the upgrade law begins with has things that this one lacks", () => {
  expect(harmToUpgrades({ ...shipped, columns: {} }, lastRelease(current))).toContainEqual(
    expect.stringMatching(/^Option \d+ of the choice /),
  );
});
