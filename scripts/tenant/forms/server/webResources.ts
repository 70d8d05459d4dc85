import type { OrganizationService } from "../../dataverse/OrganizationService";
import { contentTypeOfWebResource } from "./contentTypes";
import { notFound, type Route } from "./FormRequest";
import { numberOf, readRows, textOf } from "./readRows";

const prefix = "/WebResources/";

/** Serves web resources by name from the rows the import wrote. */
export const createWebResourceRoute =
  (service: OrganizationService): Route =>
  async ({ path }) => {
    if (!path.startsWith(prefix)) return null;
    const name = path.slice(prefix.length);
    const [row] = await readRows(service, {
      table: "webresource",
      columns: ["name", "content", "webresourcetype"],
      where: { name },
    });
    if (!row) return notFound(`The web resource "${name}"`);
    return {
      status: 200,
      contentType: contentTypeOfWebResource(numberOf(row, "webresourcetype") ?? 0),
      body: Buffer.from(textOf(row, "content"), "base64"),
    };
  };
