import { Linter, type Rule } from "eslint";
import { posix } from "node:path";

interface Layer {
  folder: string;
  mayImport: readonly string[];
  why: string;
}

const { layers, layersRule } = jest.requireActual<{ layers: readonly Layer[]; layersRule: Rule.RuleModule }>(
  "../../../scripts/lint/layers.cjs",
);

const cwd = "/repository";
const linter = new Linter({ cwd });

/** What lint says of an import from a file of one folder of a file of another. */
const complaints = (
  from: string,
  to: string,
  toCode = (path: string) => `import { x } from "${path}"; x();`,
): string[] => {
  const path = posix.relative(from, `${to}/other`);
  const code = toCode(path.startsWith(".") ? path : `./${path}`);
  const config = {
    plugins: { own: { rules: { layers: layersRule } } },
    rules: { "own/layers": "error" },
  } as const;
  return linter.verify(code, [config], `${cwd}/${from}/file.js`).map(({ message }) => message);
};

const isBelow = (path: string, folder: string): boolean => path === folder || path.startsWith(`${folder}/`);

/** Told by the table alone, without the code that reads it. */
const isAllowed = ({ folder, mayImport }: Layer, target: Layer): boolean =>
  isBelow(target.folder, folder) || mayImport.some((each) => isBelow(target.folder, each));

const pairs = layers.flatMap((layer) => layers.map((target) => [layer, target] as const));
const forbidden = pairs.filter(([layer, target]) => !isAllowed(layer, target));
const allowed = pairs.filter(([layer, target]) => isAllowed(layer, target));

test.each(forbidden.map(([layer, target]) => [layer.folder, target.folder, layer.why]))(
  "a file of %s that imports one of %s is refused, with the reason",
  (from, to, why) => {
    expect(complaints(from, to)).toEqual([expect.stringContaining(why)]);
  },
);

test("what the table allows, lint allows", () => {
  const refused = allowed.filter(([layer, target]) => complaints(layer.folder, target.folder).length > 0);
  expect(refused.map(([layer, target]) => `${layer.folder} → ${target.folder}`)).toEqual([]);
});

test.each([
  ["a type", (path: string) => `export { x } from "${path}";`],
  ["everything", (path: string) => `export * from "${path}";`],
  ["a module on demand", (path: string) => `void import("${path}");`],
])("the law holds for whoever passes on %s", (_what, toCode) => {
  expect(complaints("Solution/engine/domain", "scripts/tenant", toCode)).toHaveLength(1);
});

test("the engine's law: domain, then ports, then flows and adapters side by side", () => {
  const mayImport = (from: string, to: string) =>
    complaints(`Solution/engine/${from}`, `Solution/engine/${to}`).length === 0;
  const parts = ["domain", "ports", "flows", "adapters"];
  const seen = parts.map((from) => parts.map((to) => (mayImport(from, to) ? "yes" : "no")));
  expect(seen).toEqual([
    ["yes", "no", "no", "no"],
    ["yes", "yes", "no", "no"],
    ["yes", "yes", "yes", "no"],
    ["yes", "yes", "no", "yes"],
  ]);
});
