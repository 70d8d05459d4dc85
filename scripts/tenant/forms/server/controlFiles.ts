import type { OrganizationService } from "../../dataverse/OrganizationService";
import { contentTypeOfFile } from "./contentTypes";
import { notFound, type Route } from "./FormRequest";
import { readRows, textOf } from "./readRows";

const prefix = "/controls/";

/** Serves `/controls/<control>/<file>`; Dataverse keeps a control's files as web resources named `cc_<control>/<file>`. */
export const createControlRoute =
  (service: OrganizationService): Route =>
  async ({ path }) => {
    if (!path.startsWith(prefix)) return null;
    const name = `cc_${path.slice(prefix.length)}`;
    const [row] = await readRows(service, { table: "webresource", columns: ["name", "content"], where: { name } });
    if (!row) return notFound(`The control file "${path.slice(prefix.length)}"`);
    return { status: 200, contentType: contentTypeOfFile(path), body: Buffer.from(textOf(row, "content"), "base64") };
  };
