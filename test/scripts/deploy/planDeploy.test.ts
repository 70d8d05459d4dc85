import fc from "fast-check";
import { planDeploy, type DeployWishes, type InstalledSolution } from "../../../scripts/deploy/planDeploy";
import type { DeployedPackage } from "../../../scripts/deploy/readPackage";

const deployed: DeployedPackage = {
  uniqueName: "CoSellConnector",
  displayName: "Co-sell Connector",
  version: "1.2.0.0",
  isManaged: true,
  variables: [],
  connections: [],
};
const plainly: DeployWishes = { update: false, force: false };
const managed = (version: string, pendingVersion?: string): InstalledSolution => ({
  version,
  isManaged: true,
  ...(pendingVersion !== undefined && { pendingVersion }),
});

test.each<[string, InstalledSolution | undefined, Partial<DeployWishes>, string]>([
  ["nothing is there", undefined, {}, "install"],
  ["a lower version is there", managed("1.1.9.0"), {}, "upgrade"],
  ["numbers count, not letters", managed("1.1.10.0"), {}, "upgrade"],
  ["a lower version is there and --update", managed("1.1.9.0"), { update: true }, "update"],
  ["this version is there", managed("1.2.0.0"), {}, "present"],
  ["this version is there and --force", managed("1.2.0.0"), { force: true }, "update"],
  ["a higher version is there", managed("1.10.0.0"), {}, "refused"],
  ["a higher version is there and --force", managed("1.10.0.0"), { force: true }, "update"],
  ["an unmanaged one is there", { version: "1.1.0.0", isManaged: false }, { force: true, update: true }, "refused"],
  ["an upgrade to this version was begun", managed("1.1.0.0", "1.2.0.0"), {}, "finish upgrade"],
  ["an upgrade to another version was begun", managed("1.1.0.0", "1.1.5.0"), { force: true }, "refused"],
])("%s", (_name, installed, wishes, kind) => {
  expect(planDeploy(deployed, installed, { ...plainly, ...wishes }).kind).toBe(kind);
});

test("without --force nothing ever goes back, and nothing is overwritten by itself", () => {
  const version = fc.tuple(fc.nat(3), fc.nat(12), fc.nat(3), fc.constant(0)).map((parts) => parts.join("."));
  fc.assert(
    fc.property(version, version, fc.boolean(), (packed, there, update) => {
      const { kind } = planDeploy({ ...deployed, version: packed }, managed(there), { update, force: false });
      const [a, b] = [packed, there].map((text) => text.split(".").reduce((sum, part) => sum * 100 + Number(part), 0));
      expect(kind === "refused").toBe((a ?? 0) < (b ?? 0));
      expect(kind === "present").toBe(a === b);
    }),
  );
});
