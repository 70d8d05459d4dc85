import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hashList, hashListName, staleFiles, type Prebuilt } from "../../../../scripts/build/prebuilt/Prebuilt";
import { differingFiles, refresh } from "../../../../scripts/build/prebuilt/rebuild";

let root: string;
let madeFrom: string;

const thing: Prebuilt = {
  name: "thing",
  folder: "prebuilt",
  files: ["thing.dll"],
  sources: ["host", "key.snk"],
  make: async (_, into) => {
    mkdirSync(into, { recursive: true });
    writeFileSync(join(into, "thing.dll"), madeFrom);
  },
};

const write = (path: string, content: string) => writeFileSync(join(root, path), content);

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), "prebuilt-"));
  mkdirSync(join(root, "host"));
  write("host/A.cs", "class A { }\n");
  write("key.snk", "1\r\n");
  madeFrom = "first";
  await refresh(root, thing);
});
afterEach(() => rmSync(root, { recursive: true }));

test("what was just made is current", () => {
  expect(staleFiles(root, thing)).toEqual([]);
});

test("the hash list names every source and every kept file", () => {
  expect(hashList(root, thing).replace(/[\da-f]{64}/g, "#")).toBe("#  host/A.cs\n#  key.snk\n#  prebuilt/thing.dll\n");
});

test("a changed, an added and a removed source each make it stale, by name", () => {
  write("host/A.cs", "class A { int b; }\n");
  write("host/C.cs", "class C { }\n");
  expect(staleFiles(root, thing).sort()).toEqual(["host/A.cs", "host/C.cs"]);
  rmSync(join(root, "host/C.cs"));
  write("host/A.cs", "class A { }\n");
  expect(staleFiles(root, thing)).toEqual([]);
});

test("a kept file that was exchanged or lost makes it stale", () => {
  write("prebuilt/thing.dll", "other");
  expect(staleFiles(root, thing)).toEqual(["prebuilt/thing.dll"]);
  rmSync(join(root, "prebuilt/thing.dll"));
  expect(staleFiles(root, thing)).toEqual(["prebuilt/thing.dll"]);
});

test("without a hash list everything is stale", () => {
  rmSync(join(root, "prebuilt", hashListName));
  expect(staleFiles(root, thing)).toEqual(["host/A.cs", "key.snk", "prebuilt/thing.dll"]);
});

test("line ends of text do not count, those of a key do", () => {
  write("host/A.cs", "class A { }\r\n");
  expect(staleFiles(root, thing)).toEqual([]);
  write("key.snk", "1\n");
  expect(staleFiles(root, thing)).toEqual(["key.snk"]);
});

test("a rebuild that comes out otherwise is noticed", async () => {
  expect(await differingFiles(root, thing, "test")).toEqual([]);
  madeFrom = "second";
  expect(await differingFiles(root, thing, "test")).toEqual(["thing.dll"]);
});
