import { readSolutionSource } from "../../../scripts/generate/readSolutionSource";
import { descendantsOf } from "../../../scripts/pack/xml";
import { sourceFiles, sourceFolder } from "./sourceFolder";

const source = readSolutionSource(sourceFolder);
const labelsOf = (table: string) =>
  Object.fromEntries(
    (source.tables.find(({ logicalName }) => logicalName === table)?.columns ?? []).map((column) => [
      column.logicalName,
      column.displayName,
    ]),
  );

/** Words of Microsoft's how-to for the connector; customers' instructions and training material use them. */
describe("labels are those of the how-to, word for word", () => {
  it("on the opportunity", () => {
    expect(labelsOf("opportunity")).toMatchObject({
      cosell_syncwithpartnercenter: "Sync with Partner Center",
      cosell_referralidentifier: "Referral Identifier",
      cosell_referrallink: "Referral Link",
      cosell_howcanmicrosofthelp: "How can Microsoft help?",
      cosell_referralvisibility: "Microsoft Partner Center Referral Visibility",
      cosell_microsoftcrmidentifier: "Microsoft CRM Identifier",
      cosell_products: "Products (obsolete)",
      cosell_audit: "Audit",
    });
  });

  it("on the lead, which calls the same things by the same names", () => {
    const [lead, opportunity] = [labelsOf("lead"), labelsOf("opportunity")];
    expect(Object.keys(lead).length).toBeGreaterThan(0);
    expect(opportunity).toMatchObject(lead);
  });

  it("on the tables", () => {
    const plurals = sourceFiles(/\/Entity\.xml$/).flatMap(({ root }) =>
      descendantsOf(root, "LocalizedCollectionName").map((name) => name.getAttribute("description")),
    );
    expect(plurals).toEqual(
      expect.arrayContaining(["Microsoft Partner Center Solutions", "Microsoft Solution Details"]),
    );
  });

  it("on the environment variables, with the how-to's defaults", () => {
    const settings = source.settings.map(({ displayName, defaultValue }) => [displayName, defaultValue]);
    expect(settings).toEqual(
      expect.arrayContaining([
        ["Display check mark in the opportunity name", "yes"],
        ["Deal value field name in Dynamics 365", "estimatedvalue"],
        ["Customer Account Country Code field name in Dynamics 365", "address1_country"],
        ["Sync co-sell opportunities only", "no"],
      ]),
    );
  });

  it("on the form, in the how-to's order", () => {
    const [form] = sourceFiles(/Opportunity\/FormXml\/.*_managed\.xml$/);
    const section =
      form && descendantsOf(form.root, "section").find((s) => s.getAttribute("name") === "section_cosell");
    const labels = section && descendantsOf(section, "cell").map((c) => descendantsOf(c, "label")[0]);
    expect(labels?.map((label) => label?.getAttribute("description"))).toEqual([
      "Sync with Partner Center",
      "Referral Identifier",
      "Referral Link",
      "How can Microsoft help?",
      "Microsoft Partner Center Referral Visibility",
      "Microsoft CRM Identifier",
      "Customer Marketplace Intent",
      "Customer Consent to Share",
      "Answer Due On",
      "Last Synced On",
    ]);
  });
});
