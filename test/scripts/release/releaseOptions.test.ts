import fc from "fast-check";
import { readReleaseOptions } from "../../../scripts/release/releaseOptions";

const plain = { isDryRun: false, makesTag: false };

test.each([
  ["patch", "1.0.37"],
  ["minor", "1.1.0"],
  ["major", "2.0.0"],
  ["1.10.0", "1.10.0"],
])("%s after 1.0.36 is %s", (asked, version) => {
  expect(readReleaseOptions([asked], "1.0.36")).toEqual({ ...plain, version, isNew: true });
});

test("without a version the release of the present one is made again", () => {
  expect(readReleaseOptions([], "1.0.36")).toEqual({ ...plain, version: "1.0.36", isNew: false });
});

test.each([
  [["1.0.36"], "1.0.36 is not higher than 1.0.36, so Dataverse would refuse the upgrade."],
  [["1.0.9"], "1.0.9 is not higher"],
  [["1.1"], "1.1 is no version"],
  [["1.1.0-beta.1"], "1.1.0-beta.1 is no version"],
  [["01.1.0"], "01.1.0 is no version"],
  [["1.1.0", "1.2.0"], "A release has one version"],
  [["--tag"], "--tag needs a new version"],
  [["--push"], "--push"],
])("%p is refused", (args, words) => {
  expect(readReleaseOptions(args, "1.0.36")).toEqual({ refusal: expect.stringContaining(words) as string });
});

test("patch, minor and major always rise, and in that order", () => {
  const part = fc.nat(99_999);
  fc.assert(
    fc.property(part, part, part, (major, minor, patch) => {
      const current = `${major}.${minor}.${patch}`;
      const next = ["patch", "minor", "major"].map((asked) => readReleaseOptions([asked], current));
      const versions = next.map((options) => ("version" in options ? options.version : ""));
      const inOrder = [current, ...versions]
        .slice(0, 3)
        .map((low, at) => readReleaseOptions([versions[at] ?? ""], low));
      expect(inOrder).toEqual(versions.map((version) => ({ ...plain, version, isNew: true })));
    }),
  );
});
