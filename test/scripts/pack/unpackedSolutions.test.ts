import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { type PackOptions, packSolution } from "../../../scripts/pack/packSolution";
import type { PackageType } from "../../../scripts/pack/PackageType";
import { errorsIn, verifyPackage } from "../../../scripts/verify/verifyPackage";
import { corpusPath, describeWithCorpus } from "../../support/corpus";
import { runCommand } from "../../support/runCommand";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "unpacked-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Files = Readonly<Record<string, string>>;

function write(files: Files): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** Other/Solution.xml and Other/Customizations.xml with these sections, empty. */
const skeleton = (sections: readonly string[], managed = 2): Files => ({
  "Other/Solution.xml": `<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><Version>1.0.0.0</Version><Managed>${managed}</Managed></SolutionManifest></ImportExportXml>`,
  "Other/Customizations.xml": `<ImportExportXml>${sections.map((name) => `<${name} />`).join("")}</ImportExportXml>`,
});

/** Everything below the root of customizations.xml, without white space between elements. */
function customizations(type: PackageType = "unmanaged", options: PackOptions = {}): string {
  const { entries } = packSolution(folder, type, options);
  const text = strFromU8(entries.find(({ name }) => name === "customizations.xml")?.bytes ?? new Uint8Array());
  return text.replace(/>\s+</g, "><");
}
const names = (type: PackageType = "unmanaged", options: PackOptions = {}) =>
  packSolution(folder, type, options)
    .entries.map(({ name }) => name)
    .slice(2, -1);
const refusal = (type: PackageType = "unmanaged", options: PackOptions = {}) => {
  try {
    packSolution(folder, type, options);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("where each kind of component goes", () => {
  it("a custom connector goes to the folder Connector of the zip, described in its section", () => {
    write({
      ...skeleton(["Connectors"]),
      "Connectors/contoso_api.xml": "<Connector><name>contoso_api</name></Connector>",
      "Connectors/contoso_api_openapidefinition.json": "{}",
    });
    expect(names()).toEqual(["Connector/contoso_api_openapidefinition.json"]);
    expect(customizations()).toContain("<Connectors><Connector><name>contoso_api</name></Connector></Connectors>");
  });

  it("a report travels under its exported file name, after the signatures of all reports", () => {
    write({
      ...skeleton(["Reports"]),
      "Reports/ReportSignatureIdMappings.xml": "<ReportSignatureIdMappings />",
      "Reports/1033/{1}/Deals.rdl": "<Report />",
      "Reports/1033/{1}/Deals.rdl.data.xml":
        "<Report><ExportedFileName>/Reports/Deals1.wdl</ExportedFileName></Report>",
    });
    expect(names()).toEqual(["Reports/Deals1.wdl"]);
    expect(customizations()).toContain("<Reports><ReportSignatureIdMappings /><Report>");
  });

  it("an e-mail template takes in the texts of its language that lie beside it", () => {
    write({
      ...skeleton(["Templates"]),
      "Templates/EmailTemplates.xml":
        "<EmailTemplates><emailtemplate><templateid>{1}</templateid><body></body><presentationxml></presentationxml><languagecode>1033</languagecode></emailtemplate></EmailTemplates>",
      "Templates/EmailDocuments/1033/{1}/body.xsl": "\uFEFF<b>Dear</b>",
      "Templates/EmailDocuments/1033/{1}/presentationxml.xml": `<?xml version="1.0" encoding="utf-8"?>\n<template>\n  <text><![CDATA[ a <b> ]]></text>\n  <default />\n</template>`,
    });
    expect(customizations()).toContain(
      "<body>&lt;b&gt;Dear&lt;/b&gt;</body><presentationxml>&lt;template&gt;&lt;text&gt;&lt;![CDATA[ a &lt;b&gt; ]]&gt;&lt;/text&gt;&lt;default /&gt;&lt;/template&gt;</presentationxml>",
    );
  });

  it("formulas of all tables lie together, and a classic workflow under its XAML file name", () => {
    write({
      ...skeleton(["Entities", "Workflows"]),
      "Entities/contoso_Deal/Entity.xml": "<Entity><Name>contoso_Deal</Name></Entity>",
      "Entities/contoso_Deal/Formulas/contoso_deal-total.xaml": "<Activity />",
      "Workflows/Approve.xaml": "<Activity />",
      "Workflows/Approve.xaml.data.xml": "<Workflow><XamlFileName>/Workflows/Approve-1.xaml</XamlFileName></Workflow>",
    });
    expect(names()).toEqual(["Formulas/contoso_deal-total.xaml", "Workflows/Approve-1.xaml"]);
  });

  it("service endpoints, managed identities, dialogs and data sources fill their sections", () => {
    write({
      ...skeleton(["Dialogs", "ServiceEndpoints", "EntityDataSources", "managedidentities"]),
      "Dialogs/{1}.xml": "<Dialog />",
      "PluginAssemblies/ServiceEndpoints.xml": `<ServiceEndpoints><ServiceEndpoint Name="a" /><ServiceEndpoint Name="b" /></ServiceEndpoints>`,
      "EntityDataSources/{2}.xml": "<EntityDataSource />",
      "managedidentities/Contoso.meta.xml": "<managedidentity />",
    });
    expect(names()).toEqual([]);
    expect(customizations()).toContain(
      `<Dialogs><Dialog /></Dialogs><ServiceEndpoints><ServiceEndpoint Name="a" /><ServiceEndpoint Name="b" /></ServiceEndpoints><EntityDataSources><EntityDataSource /></EntityDataSources><managedidentities><managedidentity /></managedidentities>`,
    );
  });

  it("records of any table of the solution component framework are copied, under names that an address may hold", () => {
    write({
      ...skeleton([]),
      "bots/contoso_bot/bot.xml": "<bot />",
      "appactions/contoso__New.{!EntityLogicalName}!0/appaction.xml": "<appaction />",
      "Assets/bot_set.xml": "<bots />",
    });
    expect(names()).toEqual([
      "Assets/bot_set.xml",
      "appactions/contoso__New.%7B!EntityLogicalName%7D!0/appaction.xml",
      "bots/contoso_bot/bot.xml",
    ]);
  });

  it("a canvas app travels without its unpacked source and without what a former version left behind", () => {
    write({
      ...skeleton(["CanvasApps"]),
      "CanvasApps/app_1.meta.xml":
        "<CanvasApp><BackgroundImageUri>/CanvasApps/app_1_BackgroundImageUri</BackgroundImageUri><DocumentUri>/CanvasApps/app_1_DocumentUri.msapp</DocumentUri><AdditionalUris><AdditionalUri>/CanvasApps/app_1_identity.json</AdditionalUri></AdditionalUris></CanvasApp>",
      "CanvasApps/app_1_BackgroundImageUri": "png",
      "CanvasApps/app_1_DocumentUri.msapp": "zip",
      "CanvasApps/app_1_identity.json": "{}",
      "CanvasApps/app_0_DocumentUri.msapp": "old",
      "CanvasApps/src/app_1/CanvasManifest.json": "{}",
    });
    expect(names()).toEqual([
      "CanvasApps/app_1_BackgroundImageUri",
      "CanvasApps/app_1_DocumentUri.msapp",
      "CanvasApps/app_1_identity.json",
    ]);
    expect(packSolution(folder, "unmanaged").leftOut).toEqual([
      "CanvasApps/app_0_DocumentUri.msapp",
      "CanvasApps/src/app_1/CanvasManifest.json",
    ]);
  });

  it("apps that customizations.xml itself describes bring all their files", () => {
    write({ ...skeleton(["CanvasApps"]), "CanvasApps/app_1/Header.json": "{}", "CanvasApps/src/x.json": "{}" });
    expect(names()).toEqual(["CanvasApps/app_1/Header.json"]);
  });
});

describe("what belongs to one package alone", () => {
  const form = (id: string) => `<forms><systemform><formid>${id}</formid></systemform></forms>`;
  const sitemap = "<AppModuleSiteMap />";
  const twins: Files = {
    ...skeleton(["Entities"]),
    "Entities/account/Entity.xml": "<Entity><Name>Account</Name><FormXml /></Entity>",
    "Entities/account/FormXml/main/{1}.xml": form("plain"),
    "Entities/account/FormXml/main/{1}_managed.xml": form("twin"),
    "Entities/account/FormXml/main/{2}.xml": form("plain alone"),
    "Entities/account/FormXml/main/{3}_managed.xml": form("twin alone"),
  };
  const forms = (type: PackageType, options: PackOptions = {}) =>
    [...customizations(type, options).matchAll(/<formid>([^<]+)/g)].map(([, id]) => id);

  it.each([
    ["unmanaged", "leaveOut", ["plain", "plain alone"]],
    ["managed", "leaveOut", ["twin", "twin alone"]],
    ["managed", "useUnmanaged", ["plain alone", "twin", "twin alone"]],
  ] as const)("in the %s package, with %s, it has the forms %j", (type, missingManaged, expected) => {
    write(twins);
    expect(forms(type, { missingManaged })).toEqual(expected);
  });

  it("says which of them are no part of this package, and not those whose twin is", () => {
    write(twins);
    const leftOut = (type: PackageType) => packSolution(folder, type, { missingManaged: "leaveOut" }).leftOut;
    expect(leftOut("managed")).toEqual(["Entities/account/FormXml/main/{2}.xml"]);
    expect(leftOut("unmanaged")).toEqual(["Entities/account/FormXml/main/{3}_managed.xml"]);
  });

  it("makes no managed package of a folder without any twin, but where the unmanaged files are asked for", () => {
    write({ ...skeleton(["AppModuleSiteMaps"]), "AppModuleSiteMaps/app/AppModuleSiteMap.xml": sitemap });
    expect(refusal("managed", { missingManaged: "leaveOut" })).toContain("--use-unmanaged-for-missing-managed");
    expect(customizations("managed", { missingManaged: "useUnmanaged" })).toContain(sitemap);
  });

  it("makes no unmanaged package of what was unpacked from a managed one", () => {
    write(skeleton([], 1));
    expect(refusal("unmanaged")).toContain("--type managed");
    expect(refusal("managed")).toBe("");
  });
});

describe("what is refused, with the cure", () => {
  it.each<[string, Files, string]>([
    ["a folder that is no unpacked solution", { "a/b.txt": "" }, "Other/Solution.xml"],
    ["a manifest that is no XML", { ...skeleton([]), "Other/Solution.xml": "<a" }, "Other/Solution.xml"],
    ["no skeleton", { "Other/Solution.xml": skeleton([])["Other/Solution.xml"] ?? "" }, "Other/Customizations.xml"],
    ["a section that the skeleton lacks", { ...skeleton([]), "Roles/r.xml": "<Role />" }, "<Roles />"],
    ["a folder that holds no components", { ...skeleton([]), "Notes/todo.txt": "" }, "--ignore Notes"],
    [
      "a description without its file",
      { ...skeleton(["WebResources"]), "WebResources/a.js.data.xml": "<W><FileName>/WebResources/a</FileName></W>" },
      "build WebResources/a.js first",
    ],
    [
      "a description that does not say where its file goes",
      { ...skeleton(["WebResources"]), "WebResources/a.js.data.xml": "<W />", "WebResources/a.js": "" },
      "lacks FileName",
    ],
    [
      "two files for one place in the zip",
      {
        ...skeleton(["WebResources"]),
        "WebResources/a.js.data.xml": "<W><FileName>/WebResources/A</FileName></W>",
        "WebResources/a.js": "",
        "WebResources/b.js.data.xml": "<W><FileName>/WebResources/a</FileName></W>",
        "WebResources/b.js": "",
      },
      "Two files go to WebResources/a",
    ],
    [
      "a canvas app whose file is missing",
      {
        ...skeleton(["CanvasApps"]),
        "CanvasApps/a.meta.xml": "<CanvasApp><DocumentUri>/CanvasApps/a.msapp</DocumentUri></CanvasApp>",
      },
      "pac canvas pack",
    ],
  ])("%s", (_what, files, cure) => {
    write(files);
    expect(refusal()).toContain(cure);
  });

  it("two names that differ by case alone, of which Windows could hold one", () => {
    write({ ...skeleton(["Roles"]), "Roles/Seller.xml": "<Role />", "Roles/seller.xml": "<Role />" });
    // A file system that ignores case has already made one of them.
    const both = readdirSync(join(folder, "Roles")).length === 2;
    expect(refusal()).toContain(both ? "differ by case alone" : "");
  });
});

describeWithCorpus("the command, given a solution of somebody else", () => {
  const unpacked = corpusPath("pnp-incident-reporting/unpacked");

  it("finds folders and files in any case", () => {
    cpSync(unpacked, folder, { recursive: true });
    const expected = packSolution(folder, "unmanaged");
    for (const name of readdirSync(folder)) renameSync(join(folder, name), join(folder, `${name.toLowerCase()}.tmp`));
    for (const name of readdirSync(folder))
      renameSync(join(folder, name), join(folder, name.toLowerCase().replace(/\.tmp$/, "")));
    renameSync(join(folder, "other/Solution.xml"), join(folder, "other/solution.xml"));
    expect(packSolution(folder, "unmanaged").entries).toEqual(expected.entries);
  });

  it("writes a package that the verifier takes, and says where it is", async () => {
    const out = join(folder, "made.zip");
    const { exitCode, said } = await runCommand("pack", ["--folder", unpacked, "--type", "managed", "--out", out]);
    expect({ exitCode, said }).toMatchObject({ exitCode: 0, said: expect.stringContaining(out) as string });
    const bytes = readFileSync(out);
    expect(errorsIn(verifyPackage(bytes))).toEqual([]);
    expect(Object.keys(unzipSync(bytes))).toEqual(packSolution(unpacked, "managed").entries.map(({ name }) => name));
  });
});

it("a command without folder or type says what to add", async () => {
  expect(await runCommand("pack", ["--type", "managed"])).toMatchObject({
    exitCode: 2,
    said: expect.stringContaining("--folder") as string,
  });
  expect(await runCommand("pack", ["--folder", "."])).toMatchObject({
    exitCode: 2,
    said: expect.stringContaining("--type") as string,
  });
});
