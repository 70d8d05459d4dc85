import { builtPackage } from "../support/builtPackage";
import type { FidelityTarget } from "./FidelityTarget";
import { startLocalTarget } from "./localTarget";
import { manifest } from "./manifest";
import { describeScore, scoreManifest } from "./score";

let target: FidelityTarget;
beforeAll(async () => {
  target = await startLocalTarget({ zip: builtPackage("managed") });
});
afterAll(() => target.close());

test("the local tenant answers every check as its source says, or refuses by name", async () => {
  const { scores, failing } = await scoreManifest(target, manifest);
  process.stdout.write(`${describeScore(scores).join("\n")}\n`);
  expect(failing.map(({ entry, why }) => `${entry.id}: ${why}`)).toEqual([]);
}, 120_000);

test("each entry has an id of its own that begins with its area", () => {
  expect(new Set(manifest.map(({ id }) => id)).size).toBe(manifest.length);
  expect(manifest.filter(({ id, area }) => !id.startsWith(`${area}.`))).toEqual([]);
});
