import { baseViews } from "../../../../../scripts/tenant/baseTables/views/baseViews";
import { toViewXml } from "../../../../../scripts/tenant/baseTables/views/toViewXml";
import { acmePartFormXml, acmePartView, acmePartViewId } from "./acmePart";
import { fixtureControl } from "./fixtureControl";
import { fixtureFormXml, fixtureScript } from "./fixtureForm";
import type { FixtureRows } from "./fixtureService";
import { ids, salesCatalogue, salesSets } from "./salesFixture";
import { highIcon, scoredView, scoreIcons } from "./scoredView";
import { startFixtureTenant, type FixtureTenant } from "./startFixtureTenant";

const base64 = (text: string): string => Buffer.from(text).toString("base64");

const webResource = (name: string, webresourcetype: number, content: string): FixtureRows[string][number] => ({
  id: name,
  attributes: { name, webresourcetype: { $t: "opt", v: webresourcetype }, content: base64(content) },
});

const savedQuery = (
  id: string,
  name: string,
  returnedtypecode: string,
  { fetchXml, layoutXml }: { fetchXml: string; layoutXml: string },
  more: Record<string, number | boolean> = { querytype: 0, isdefault: false },
): FixtureRows[string][number] => ({
  id,
  attributes: { name, returnedtypecode, fetchxml: fetchXml, layoutxml: layoutXml, ...more },
});

async function rows(): Promise<FixtureRows> {
  const files = await fixtureControl();
  return {
    systemuser: [{ id: ids.user, attributes: { fullname: "Avery Howard" } }],
    systemform: [
      {
        id: "a837e4a7-01b8-4f82-a475-be9abd67e667",
        attributes: {
          name: "Opportunity",
          objecttypecode: "opportunity",
          type: { $t: "opt", v: 2 },
          formxml: fixtureFormXml,
          isdefault: true,
        },
      },
      {
        id: "2f1d2d3e-0000-4000-8000-0000000000f1",
        attributes: {
          name: "Information",
          objecttypecode: "acme_part",
          type: { $t: "opt", v: 2 },
          formxml: acmePartFormXml,
          isdefault: true,
        },
      },
    ],
    savedquery: [
      ...baseViews.map((view) =>
        savedQuery(view.id, view.name, view.table.table.logicalName, toViewXml(view), {
          querytype: view.queryType,
          isdefault: view.isDefault,
        }),
      ),
      savedQuery(acmePartViewId, "Active Parts", "acme_part", acmePartView),
      savedQuery(ids.scoredView, "Scored Opportunities", "opportunity", scoredView),
    ],
    webresource: [
      webResource("acme_/OpportunityForm.js", 3, fixtureScript),
      webResource("acme_/Icons.js", 3, scoreIcons),
      webResource("acme_/images/high.svg", 11, highIcon),
      ...Object.entries(files).map(([path, text]) => webResource(`cc_acme_Acme.Gauge/${path}`, 3, text)),
    ],
  };
}

/** A tenant with Sales and one imported solution, Acme. */
export const startSalesTenant = async (): Promise<FixtureTenant> =>
  startFixtureTenant({ catalogue: salesCatalogue, rows: await rows(), sets: salesSets(), userId: ids.user });
