import { toWebApiError, WebApiError } from "./WebApiError";

export type WebApiRow = Record<string, unknown>;

export interface WebApiRequest {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** Relative to the service root, such as `accounts(…)?$select=name`. */
  path: string;
  body?: unknown;
  headers?: Record<string, string>;
}

export const serviceRoot = "/api/data/v9.2/";

const unreachable = "The tenant does not answer. Check that it still runs (npm start), then try again.";

/** The tenant's Web API over fetch; every refusal is a thrown `WebApiError`. */
export class WebApiClient {
  async send({ method, path, body, headers = {} }: WebApiRequest): Promise<Response> {
    const response = await fetch(serviceRoot + path, {
      method,
      headers: {
        accept: "application/json",
        "odata-version": "4.0",
        "odata-maxversion": "4.0",
        ...(body !== undefined && { "content-type": "application/json; charset=utf-8" }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }).catch((cause: unknown) => {
      throw new WebApiError("", `${unreachable} (${String(cause)})`, 0);
    });
    if (!response.ok) throw await toWebApiError(response);
    return response;
  }

  /** One row or a page of rows, with labels of choices, lookups and formatted numbers beside the values. */
  async read(path: string): Promise<WebApiRow> {
    const response = await this.send({ method: "GET", path, headers: { prefer: 'odata.include-annotations="*"' } });
    return (await response.json()) as WebApiRow;
  }

  /** Id of the new row. */
  async create(entitySetName: string, body: WebApiRow): Promise<string> {
    const response = await this.send({ method: "POST", path: entitySetName, body });
    const id = /\(([0-9a-f-]{36})\)/i.exec(response.headers.get("odata-entityid") ?? "")?.[1];
    if (id === undefined)
      throw new WebApiError("", "The server created the row but did not say its id.", response.status);
    return id.toLowerCase();
  }

  /** `If-Match: *` because a PATCH without it creates the row when it is gone. */
  async update(entitySetName: string, id: string, body: WebApiRow): Promise<void> {
    await this.send({ method: "PATCH", path: `${entitySetName}(${id})`, body, headers: { "if-match": "*" } });
  }

  async delete(entitySetName: string, id: string): Promise<void> {
    await this.send({ method: "DELETE", path: `${entitySetName}(${id})` });
  }
}
