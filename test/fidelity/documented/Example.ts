/** What an answer must show. Objects may have more than is said, lists not; a pattern is for text. */
export type Shape = null | boolean | number | string | RegExp | readonly Shape[] | { readonly [name: string]: Shape };

export interface Right {
  /** @default 200 */
  status?: number;
  json?: Shape;
  text?: string | RegExp;
  headers?: Readonly<Record<string, string | RegExp>>;
  /** First letters of the names of the rows that come back, in order of the alphabet. */
  letters?: string;
}

/**
 * A request of Microsoft's documentation of the Dataverse Web API, over this tenant's tables and rows. `{account}`, `{contact}`
 * and the like stand for ids of rows there are, `{new:accounts}` for the id of one made for this request.
 */
export interface Example {
  /** Page of the documentation. */
  page: string;
  /** Method and address, before it is encoded. */
  request: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  right?: Right;
  /** Words of the refusal that name what the tenant does not have; it is never guessed. */
  refused?: string;
}

export const examplesOf =
  (page: string) =>
  (request: string, right: Right, more: Pick<Example, "body" | "headers"> = {}): Example => ({
    page,
    request,
    right,
    ...more,
  });

export const refusedOf =
  (page: string) =>
  (request: string, refused: string, more: Pick<Example, "body" | "headers"> = {}): Example => ({
    page,
    request,
    refused,
    ...more,
  });

export const annotated = { prefer: 'odata.include-annotations="*"' };
export const formatted = { prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"' };

/** The account that requests of the documentation make and read, and what its answers must show. */
export const sample = {
  name: "Sample Account",
  address1_city: "Oslo",
  description: "A sample",
  revenue: 5000000,
  customertypecode: 1,
};
export const select = "$select=name,address1_city,description,revenue,customertypecode,createdon";
export const representation = { prefer: "return=representation" };
export const created = { status: 204, headers: { "odata-entityid": /\([0-9a-f-]{36}\)$/ } };
export const done = { status: 204 };

/** Beginning of an id that no row has. */
export const anId = "00000000-0000-0000-0000-0000000000";
