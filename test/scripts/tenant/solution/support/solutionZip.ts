import { strToU8, zipSync } from "fflate";

/** A solution to be zipped; sections are the inner XML of customizations.xml. */
export interface TestSolution {
  uniqueName?: string;
  version?: string;
  managed?: boolean;
  /** `<RootComponent …/>` rows. */
  roots?: readonly string[];
  missingDependencies?: string;
  /** Inner XML by section name, in the order to be written. */
  sections?: Readonly<Record<string, string>>;
  /** Further entries by name. */
  files?: Readonly<Record<string, string | Uint8Array>>;
  /** Entries that replace what the builder writes; undefined leaves one out. */
  replace?: Readonly<Record<string, string | undefined>>;
}

function solutionXml({
  uniqueName = "AcmeDeal",
  version = "1.0.0.0",
  managed = true,
  roots = [],
  missingDependencies = "",
}: TestSolution): string {
  return `<ImportExportXml version="9.2.0.0" SolutionPackageVersion="9.2" languagecode="1033" generatedBy="CrmLive"><SolutionManifest>
    <UniqueName>${uniqueName}</UniqueName>
    <LocalizedNames><LocalizedName description="Acme Deal" languagecode="1033" /></LocalizedNames><Descriptions />
    <Version>${version}</Version><Managed>${managed ? 1 : 0}</Managed>
    <Publisher><UniqueName>acme</UniqueName><LocalizedNames><LocalizedName description="Acme" languagecode="1033" /></LocalizedNames>
      <CustomizationPrefix>acme</CustomizationPrefix><CustomizationOptionValuePrefix>48211</CustomizationOptionValuePrefix></Publisher>
    <RootComponents>${roots.join("")}</RootComponents>
    <MissingDependencies>${missingDependencies}</MissingDependencies></SolutionManifest></ImportExportXml>`;
}

const alwaysPresent = [
  "Entities",
  "Roles",
  "Workflows",
  "FieldSecurityProfiles",
  "EntityRelationships",
  "optionsets",
  "CustomControls",
];

function customizationsXml({ sections = {} }: TestSolution): string {
  const names = [...new Set([...alwaysPresent, ...Object.keys(sections)])];
  const printed = names.map((name) => `<${name}>${sections[name] ?? ""}</${name}>`);
  return `<ImportExportXml>${printed.join("\n")}<Languages><Language>1033</Language></Languages></ImportExportXml>`;
}

function contentTypes(names: readonly string[]): string {
  const extensions = new Set(names.flatMap((name) => /\.([^./]+)$/.exec(name)?.[1] ?? []));
  const defaults = [...extensions].map(
    (extension) => `<Default Extension="${extension}" ContentType="application/octet-stream" />`,
  );
  const overrides = names
    .filter((name) => !/\.[^./]+$/.test(name))
    .map((name) => `<Override PartName="/${name}" ContentType="application/octet-stream" />`);
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults.join("")}${overrides.join("")}</Types>`;
}

/** Zips a solution as the server exports it. */
export function solutionZip(solution: TestSolution): Uint8Array {
  const payload = solution.files ?? {};
  const written: Record<string, string | Uint8Array | undefined> = {
    "customizations.xml": customizationsXml(solution),
    "solution.xml": solutionXml(solution),
    ...payload,
    "[Content_Types].xml": contentTypes([...Object.keys(payload), "solution.xml"]),
    ...solution.replace,
  };
  const entries = Object.entries(written).flatMap(([name, content]) =>
    content === undefined ? [] : [[name, typeof content === "string" ? strToU8(content) : content] as const],
  );
  return zipSync(Object.fromEntries(entries));
}
