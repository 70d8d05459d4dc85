import { type ImportLogEntry, failed } from "./ImportLog";
import type { SolutionPackage } from "./SolutionPackage";
import { parseXml } from "./parseXml";
import { readManifest } from "./readManifest";
import { readZip } from "./readZip";

const rootFiles = ["[Content_Types].xml", "solution.xml", "customizations.xml"] as const;

export type PackageReading = { ok: true; package: SolutionPackage } | { ok: false; findings: ImportLogEntry[] };

const refused = (...findings: ImportLogEntry[]): PackageReading => ({ ok: false, findings });

function rootFileFindings(files: ReadonlyMap<string, Uint8Array>): ImportLogEntry[] {
  const rule = "three root files";
  const backslash = [...files.keys()].find((name) => name.includes("\\"));
  if (backslash !== undefined) {
    return [
      failed(
        "Zip",
        backslash,
        "entry names use /",
        "The zip was made with back-slashes in its entry names: pack it with a tool that writes forward slashes.",
      ),
    ];
  }
  return rootFiles
    .filter((name) => !files.has(name))
    .map((name) => {
      const inside = [...files.keys()].find((entry) => entry.endsWith(`/${name}`));
      const hint = inside === undefined ? "" : ` It is at ${inside}: zip the folder's content, not the folder.`;
      return failed(
        "Zip",
        name,
        rule,
        `The solution file is invalid: it must contain ${rootFiles.join(", ")} at its root.${hint}`,
      );
    });
}

/** Opens a solution zip as far as it can be told apart; everything further is for the checks. */
export function readSolutionPackage(zipBytes: Uint8Array): PackageReading {
  const zip = readZip(zipBytes);
  if (!zip.ok)
    return refused(
      ...zip.problems.map(({ entry, problem }) => failed("Zip", entry, "a solution is a sound zip", problem)),
    );
  const { files } = zip;
  const missing = rootFileFindings(files);
  if (missing.length > 0) return refused(...missing);

  const [types, solution, customizations] = rootFiles.map((name) =>
    parseXml(name, files.get(name) ?? new Uint8Array()),
  );
  const broken = [types, solution, customizations].flatMap((parsed) => (parsed && !parsed.ok ? [parsed.finding] : []));
  if (!solution?.ok || !customizations?.ok || broken.length > 0) return refused(...broken);

  const manifest = readManifest(solution.root);
  if (Array.isArray(manifest)) return refused(...manifest);
  return { ok: true, package: { manifest, customizations: customizations.root, solution: solution.root, files } };
}
