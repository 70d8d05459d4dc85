import { describeLoggedProblem, readImportLog } from "../../../scripts/deploy/importLog";

/** In the shape of Microsoft's sample "Work with solutions". */
const log = (inner: string): string =>
  `<importexportxml start="634224017519682730" stop="634224017609764033" progress="80" processed="true"><solutionManifests><solutionManifest languagecode="1033" id="CoSellConnector" LocalizedName="Co-sell Connector" processed="true"><UniqueName>CoSellConnector</UniqueName><results /><result result="success" errorcode="0" errortext="" /></solutionManifest></solutionManifests>${inner}</importexportxml>`;

test("a log tells its failures and warnings, with kind and name of each component", () => {
  const text = log(
    `<entities><entity id="cosell_link" LocalizedName="Referral Link"><result result="failure" errorcode="0x80040216" errortext="It &lt;failed&gt;." /></entity></entities>` +
      `<webResources><webResource id="x" name="cosell_/a.js"><result result="warning" errorcode="0" errortext="old" /></webResource></webResources>` +
      `<rootComponents><rootComponent processed="true"><result result="success" errorcode="0" errortext="" /></rootComponent></rootComponents>`,
  );

  expect(readImportLog(text)).toEqual([
    { level: "failure", component: "Table Referral Link", text: "It <failed>.", code: "0x80040216" },
    { level: "warning", component: "Web resource cosell_/a.js", text: "old", code: "0" },
  ]);
});

test.each(["", "   ", "this is no XML", "<importexportxml", log("")])("a log without problems has none: %s", (text) => {
  expect(readImportLog(text)).toEqual([]);
});

test.each([
  ["Principal user is missing prvCreateRole privilege.", "the role System Administrator"],
  ["It comes with the solution msdynce_Sales of version 9.0 or higher; it is not installed.", "Dynamics 365 apps"],
  ["The solution is already installed as unmanaged.", "the package of the same kind"],
  ["Connection reference cosell_Dataverse has no connection", "ConnectionId into the settings file"],
  ["SQL timeout expired", "Wait until no other import runs"],
  ["Something nobody has seen", "npm run verify"],
])("%s: whoever reads it is told what to do", (text, words) => {
  const described = describeLoggedProblem({ level: "failure", component: "Table x", text, code: "0x1" });

  expect(described).toMatch(/^Table x: /);
  expect(described).toContain(words);
});
