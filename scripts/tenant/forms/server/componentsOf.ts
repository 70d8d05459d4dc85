import type { Element } from "@xmldom/xmldom";
import type { OrganizationService } from "../../dataverse/OrganizationService";
import { parseXml } from "../../solution/parseXml";
import { readRows, textOf } from "./readRows";

/** Components of a kind that an import stored word for word. */
export async function componentsOf(
  service: OrganizationService,
  kind: string,
): Promise<{ name: string; root: Element }[]> {
  const rows = await readRows(service, {
    table: "msdyn_componentlayer",
    columns: ["msdyn_name", "msdyn_componentjson"],
    where: { msdyn_solutioncomponentname: kind },
  });
  return rows.flatMap((row) => {
    const stored = JSON.parse(textOf(row, "msdyn_componentjson")) as { xml?: string };
    const parsed = parseXml("customizations.xml", stored.xml ?? "");
    return parsed.ok ? [{ name: textOf(row, "msdyn_name"), root: parsed.root }] : [];
  });
}
