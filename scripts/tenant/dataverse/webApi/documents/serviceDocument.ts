import { jsonResponse } from "../http/responses";
import type { Route } from "../routes/Route";

/** The sets of rows there are. */
export const serviceDocument: Route<"service"> = async ({ catalogue, root }) =>
  jsonResponse({
    "@odata.context": `${root}$metadata`,
    value: catalogue
      .tables()
      .map(({ entitySetName }) => ({ name: entitySetName, kind: "EntitySet", url: entitySetName })),
  });
