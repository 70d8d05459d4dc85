const { posix, relative, sep } = require("node:path");

/**
 * The dependency law: which layer may import from which. A file belongs to the longest folder that it lies in, and may import
 * from its own layer, from those named here, and from what lies below them. The lint rule and its test both read this table.
 *
 * @type {readonly { folder: string, mayImport: readonly string[], why: string }[]}
 */
const layers = [
  { folder: "Solution/engine/domain", mayImport: [], why: "The domain knows nothing outside itself." },
  {
    folder: "Solution/engine/ports",
    mayImport: ["Solution/engine/domain"],
    why: "Ports know the domain only.",
  },
  {
    folder: "Solution/engine/flows",
    mayImport: ["Solution/engine/ports", "Solution/engine/domain"],
    why: "Flows know ports and domain only.",
  },
  {
    folder: "Solution/engine/adapters",
    mayImport: ["Solution/engine/ports", "Solution/engine/domain"],
    why: "Adapters implement ports.",
  },
  { folder: "Solution/engine", mayImport: [], why: "The composition root knows the engine and nothing else." },
  {
    folder: "PcfControls",
    mayImport: ["Solution/engine/domain"],
    why: "Controls share the rules (engine/domain) and know nothing else of what runs beside them.",
  },
  {
    folder: "WebResources",
    mayImport: ["Solution/engine/domain", "PcfControls"],
    why: "Browser scripts share the rules (engine/domain) and what controls show; what ships does not know the build or the tenant.",
  },
  {
    folder: "scripts/tenant/identity",
    mayImport: [],
    why: "The stand-in for Microsoft Entra is written from its documentation only.",
  },
  {
    folder: "scripts/tenant/partnerCenter",
    mayImport: ["scripts/tenant/identity"],
    why: "The sandbox is written from the documentation only.",
  },
  { folder: "scripts/tenant", mayImport: [], why: "The tenant knows nothing of ours but the zip it imports." },
  { folder: "scripts/pack", mayImport: [], why: "The packer knows files and the solution format." },
  {
    folder: "scripts/verify",
    mayImport: ["scripts/pack", "scripts/tenant/solution"],
    why: "The verifier holds a package against the checks that the tenant's import makes.",
  },
  { folder: "scripts/generate", mayImport: ["scripts/pack"], why: "The generator reads the solution's sources." },
  {
    folder: "scripts/guides",
    mayImport: ["scripts/pack", "Solution/engine/domain", "WebResources"],
    why: "Guides are written from the solution's sources and from the texts of engine and pages.",
  },
  {
    folder: "scripts/translate",
    mayImport: ["scripts/pack", "scripts/generate", "WebResources"],
    why: "Translating reads the texts where they are written: in the solution, in controls and in scripts.",
  },
  {
    folder: "scripts/build",
    mayImport: ["scripts/pack", "scripts/translate", "scripts/verify"],
    why: "The build packs and verifies; it does not run what it builds.",
  },
  {
    folder: "scripts/release",
    mayImport: ["scripts/build", "scripts/verify", "scripts/tenant/solution"],
    why: "A release is written from what is built; it does not run it.",
  },
  {
    folder: "scripts/gallery",
    mayImport: ["scripts/tenant", "Solution/engine/domain"],
    why: "The gallery shows what the tenant imported, in states that are written in the words of the domain.",
  },
  {
    folder: "scripts/start",
    mayImport: ["scripts/gallery", "scripts/tenant", "Solution/engine/domain"],
    why: "The start puts the tenant and the names of the solution together.",
  },
  {
    folder: "scripts/pictures",
    mayImport: ["scripts/start", "scripts/gallery", "scripts/tenant", "Solution/engine/domain"],
    why: "Pictures are taken of a started tenant and its gallery.",
  },
  {
    folder: "scripts/bench",
    mayImport: ["scripts/start", "scripts/tenant", "scripts/pack", "Solution/engine/domain"],
    why: "The bench measures a started tenant.",
  },
  { folder: "scripts/test", mayImport: ["scripts/pack"], why: "The runner of checks knows no product code." },
  {
    folder: "scripts/environment",
    mayImport: [],
    why: "Whoever talks to an environment does it the same way, and that way knows nothing of what is asked.",
  },
  {
    folder: "scripts/deploy",
    mayImport: ["scripts/environment", "scripts/tenant/solution", "Solution/engine/domain"],
    why: "Deploying reads the package as the verifier does, and settings as the connector does.",
  },
  {
    folder: "scripts/maintain",
    mayImport: ["scripts/environment", "Solution/engine/domain"],
    why: "Maintenance from outside asks the custom API and reads its answer.",
  },
  {
    folder: "scripts/health",
    mayImport: ["scripts/environment", "Solution/engine/domain"],
    why: "The self-test from outside asks the custom API and reads its answer.",
  },
  {
    folder: "scripts/export",
    mayImport: ["scripts/environment", "Solution/engine/domain"],
    why: "An export asks an environment for the rows of the solution's tables.",
  },
  {
    folder: "scripts/mcp",
    mayImport: ["scripts/environment", "scripts/health", "Solution/engine/domain"],
    why: "The server for agents knows environments, names and what the custom APIs answer.",
  },
  {
    folder: "scripts/copilot",
    mayImport: [],
    why: "The connector for Copilot is written from Microsoft's documents only.",
  },
  { folder: "scripts/lint", mayImport: [], why: "Lint rules read source files as text." },
  {
    folder: "scripts",
    mayImport: ["test/simulation", "test/fidelity"],
    why: "Each command is a composition root of its own; the simulator and the fidelity checks are those that live with the tests.",
  },
  {
    folder: "test",
    mayImport: ["Solution", "PcfControls", "WebResources", "scripts"],
    why: "Tests may know everything, and nothing knows them.",
  },
];

const isBelow = (path, folder) => path === folder || path.startsWith(`${folder}/`);

/** The layer of a path relative to the repository; undefined for files that stand in none. */
const layerOf = (path) =>
  layers
    .filter(({ folder }) => isBelow(path, folder))
    .reduce((best, layer) => (best && best.folder.length > layer.folder.length ? best : layer), undefined);

/** Why a file may not import another one, both relative to the repository; undefined where it may. */
const refusalOf = (from, to) => {
  const layer = layerOf(from);
  const target = layerOf(to);
  if (layer === undefined || target === undefined) return undefined;
  // Its own layer, and what a composition root puts together.
  if (isBelow(target.folder, layer.folder)) return undefined;
  return layer.mayImport.some((folder) => isBelow(to, folder)) ? undefined : layer.why;
};

/** @type {import("eslint").Rule.RuleModule} */
const layersRule = {
  meta: { type: "problem", schema: [], messages: { forbidden: "{{why}} It may not import {{to}}." } },
  create: (context) => {
    const from = relative(context.cwd, context.filename).split(sep).join("/");
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== "string" || !specifier.startsWith(".")) return;
      const to = posix.join(posix.dirname(from), specifier);
      const why = refusalOf(from, to);
      if (why !== undefined) context.report({ node, messageId: "forbidden", data: { why, to } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};

module.exports = { layers, layersRule };
