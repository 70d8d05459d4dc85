import { readFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { verifyPackage } from "../../../scripts/verify/verifyPackage";
import { builtPackage } from "../../support/builtPackage";
import { corpusPath, describeWithCorpus } from "../../support/corpus";

type Files = Record<string, Uint8Array>;
const rulesBroken = (files: Files) => verifyPackage(zipSync(files, { level: 0 })).map(({ rule }) => rule);
const edit = (files: Files, name: string, from: string | RegExp, to: string): Files => {
  const before = strFromU8(files[name] ?? new Uint8Array());
  const after = before.replace(from, to);
  if (after === before) throw new Error(`The test's edit of ${name} changes nothing.`);
  return { ...files, [name]: strToU8(after) };
};
const entryNamed = (files: Files, pattern: RegExp): string =>
  Object.keys(files).find((name) => pattern.test(name)) ?? "";
const receivingFlow = (files: Files): string => entryNamed(files, /^Workflows\/PartnerCentertoDynamics365-/);
const without = (files: Files, name: string): Files =>
  Object.fromEntries(Object.entries(files).filter(([key]) => key !== name));

describeWithCorpus("verifyPackage on packages that import into Dataverse", () => {
  it.each([
    "dataverse-ify-tests/managed.zip",
    "dataverse-ify-tests/unmanaged.zip",
    "ms-fasttrack-zips/AppActionCommand_managed.zip",
  ])("finds nothing in %s", (name) => expect(verifyPackage(readFileSync(corpusPath(name)))).toEqual([]));

  it.each([
    [
      "ms-fasttrack-zips/CRMP2C_managed.zip",
      "a plug-in step finds its type, and an Update step says which columns matter",
    ],
    [
      "ms-fasttrack-zips/CRMP2C_unmanaged.zip",
      "a plug-in step finds its type, and an Update step says which columns matter",
    ],
    ["ms-fasttrack-zips/P2CProjectService_managed.zip", "no dependency on an unnamed unmanaged layer"],
    ["pnp-incident-reporting/packed.zip", "both ends of a relationship exist"],
  ])("finds in %s only the one rule that it really breaks", (name, rule) =>
    expect(new Set(verifyPackage(readFileSync(corpusPath(name))).map((finding) => finding.rule))).toEqual(
      new Set([rule]),
    ),
  );
});

describe("verifyPackage on the package that ships, with one thing broken", () => {
  const shipped = unzipSync(readFileSync(builtPackage("managed")));
  const sound = () => ({ ...shipped });

  it.each<[string, (files: Files) => Files]>([
    ["the package can be read", (files) => without(files, "solution.xml")],
    ["the package can be read", (files) => edit(files, "customizations.xml", "</Entities>", "")],
    ["every named file is in the zip", (files) => without(files, entryNamed(files, /OpportunityForm/))],
    ["no file that nothing names", (files) => ({ ...files, "WebResources/left_over.js": strToU8("1") })],
    ["every file has a content type", (files) => ({ ...files, "WebResources/x.wasm": strToU8("1") })],
    ["entry names use forward slashes", (files) => ({ ...files, "WebResources\\x.js": strToU8("1") })],
    [
      "every root component is in customizations.xml",
      (files) => edit(files, "solution.xml", "cosell_/forms/OpportunityForm.js", "cosell_/forms/Opportunity.js"),
    ],
    [
      "every component has its root component row",
      (files) => edit(files, "solution.xml", /<RootComponent type="91"[^>]*\/>/, ""),
    ],
    [
      "root component rows have portable types and ids",
      (files) =>
        edit(files, "solution.xml", "<RootComponents>", `<RootComponents><RootComponent type="10421" id="{1}" />`),
    ],
    [
      "a custom API finds its plug-in type",
      (files) =>
        edit(
          files,
          "customizations.xml",
          /PluginTypeId="[^"]*"/,
          `PluginTypeId="00000000-0000-0000-0000-000000000000"`,
        ),
    ],
    [
      "a plug-in step finds its type, and an Update step says which columns matter",
      (files) => edit(files, "customizations.xml", /<FilteringAttributes>[^<]+</, "<FilteringAttributes><"),
    ],
    [
      "parameters of a custom API have a known type",
      (files) => edit(files, entryNamed(files, /customapirequestparameter\.xml$/), /<type>\d+</, "<type>13<"),
    ],
    [
      "environment variables have a known type and secrets no value",
      (files) => ({
        ...files,
        [entryNamed(files, /ClientSecret/).replace(/[^/]*$/, "environmentvariablevalues.json")]: strToU8("{}"),
      }),
    ],
    [
      "a role's privileges are on tables that exist",
      (files) => edit(files, "customizations.xml", "prvReadcosell_Link", "prvReadcosell_Chain"),
    ],
    ["every named file is in the zip", (files) => without(files, receivingFlow(files))],
    [
      "a cloud flow's file holds its trigger and its actions",
      (files) => edit(files, receivingFlow(files), '"properties"', '"properties'),
    ],
    [
      "a cloud flow's file holds its trigger and its actions",
      (files) => edit(files, receivingFlow(files), '"triggers"', '"trigger"'),
    ],
    [
      "a cloud flow's connections are connection references of the solution",
      (files) => edit(files, "customizations.xml", /<connectionreference [\s\S]*<\/connectionreference>/, ""),
    ],
    [
      "a cloud flow's connections are connection references of the solution",
      (files) => edit(files, receivingFlow(files), '"connectionName": "shared_', '"connectionName": "another_'),
    ],
    [
      "a connection reference names its connector and brings no connection",
      (files) => edit(files, "customizations.xml", "</connectorid>", "</connectorid><connectionid>1</connectionid>"),
    ],
    [
      "a connection reference names its connector and brings no connection",
      (files) => edit(files, "customizations.xml", /<connectorid>[^<]*</, "<connectorid><"),
    ],
    [
      "a cloud flow calls custom APIs that the solution holds, with their parameters",
      (files) => edit(files, receivingFlow(files), "cosell_ReceivePartnerCenterEvent", "cosell_ReceiveEvent"),
    ],
    [
      "a cloud flow calls custom APIs that the solution holds, with their parameters",
      (files) => edit(files, receivingFlow(files), "item/Headers", "item/Header"),
    ],
    [
      "an action of a cloud flow runs after actions beside it",
      (files) => edit(files, receivingFlow(files), /"Receive_Partner_Center_event": \[/, '"Receive_event": ['),
    ],
    [
      "an app finds its tables, its site map and its roles",
      (files) =>
        edit(files, "customizations.xml", 'type="1" schemaName="cosell_link"', 'type="1" schemaName="cosell_chain"'),
    ],
    [
      "an app finds its tables, its site map and its roles",
      (files) =>
        edit(files, "customizations.xml", 'type="62" schemaName="cosell_CoSell"', 'type="62" schemaName="other"'),
    ],
    [
      "an app finds its tables, its site map and its roles",
      (files) => edit(files, "customizations.xml", /<Role id="\{05251908/, '<Role id="{15251908'),
    ],
    [
      "a site map leads only to tables of its app",
      (files) => edit(files, "customizations.xml", 'Entity="cosell_link"', 'Entity="cosell_partnercentersolution"'),
    ],
    ["the manifest is complete", (files) => edit(files, "solution.xml", /<Version>[^<]*</, "<Version>next<")],
    [
      "a plug-in assembly is a strong-named .NET file",
      (files) => edit(files, "customizations.xml", /PublicKeyToken=[0-9a-f]+/, "PublicKeyToken=null"),
    ],
    [
      "a control is named as its manifest says and has its bundle",
      (files) => without(files, "Controls/cosell_CoSell.SyncPanel/bundle.js"),
    ],
    [
      "every lookup column has its relationship",
      (files) =>
        edit(
          files,
          "customizations.xml",
          /<EntityRelationships>[\s\S]*<\/EntityRelationships>/,
          "<EntityRelationships />",
        ),
    ],
    [
      "option values lie in the publisher's range",
      (files) => edit(files, "customizations.xml", /value="731500001"/g, `value="100000001"`),
    ],
    [
      "every column on a form or view is in its table",
      (files) =>
        edit(files, "customizations.xml", `datafieldname="cosell_referrallink"`, `datafieldname="cosell_referallink"`),
    ],
    [
      "every control on a form is in the solution and has its place",
      (files) =>
        edit(files, "customizations.xml", `name="cosell_CoSell.AuditTrail"`, `name="cosell_CoSell.AuditTrial"`),
    ],
    [
      "every script of a form is in the solution",
      (files) =>
        edit(
          files,
          "customizations.xml",
          `libraryName="cosell_/forms/OpportunityForm.js"`,
          `libraryName="cosell_/forms/Other.js"`,
        ),
    ],
    [
      "every sub-grid finds its table, view and relationship",
      (files) =>
        edit(files, "customizations.xml", "<RelationshipName>cosell_opportunity_", "<RelationshipName>cosell_deal_"),
    ],
    [
      "a form is tabs, columns, sections, rows, cells, controls",
      (files) => edit(files, "customizations.xml", /<sections>/, "<sections><cell />"),
    ],
    [
      "a managed form of another publisher's table is a diff",
      (files) => edit(files, "customizations.xml", / solutionaction="Added"/g, ""),
    ],
    [
      "no dependency on an unnamed unmanaged layer",
      (files) => edit(files, "solution.xml", /solution="msdynce_[^"]*"/, `solution="Active"`),
    ],
  ])("names the rule: %s", (rule, breakIt) => {
    expect(rulesBroken(breakIt(sound()))).toContain(rule);
  });

  it.each(["managed", "unmanaged"] as const)("finds nothing in the %s package before anything is broken", (type) => {
    expect(verifyPackage(readFileSync(builtPackage(type)))).toEqual([]);
  });

  it("names file and rule for a file that is no zip", () => {
    expect(verifyPackage(strToU8("not a zip"))).toMatchObject([{ file: "(zip)", rule: "the package can be read" }]);
  });

  it("says that a solution must not lie in a folder inside its zip", () => {
    const wrapped = Object.fromEntries(Object.entries(sound()).map(([name, bytes]) => [`Wrapper/${name}`, bytes]));
    expect(verifyPackage(zipSync(wrapped))[0]?.words).toContain("not in a folder inside it");
  });
});
