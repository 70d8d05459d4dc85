import type { TableMetadata } from "../../../dataverse/metadata";
import type { TenantDirectory } from "../app/TenantDirectory";
import { serviceRoot, type WebApiClient, type WebApiRow } from "../webApi/WebApiClient";
import { WebApiError } from "../webApi/WebApiError";

export interface RecordReference {
  entityType: string;
  id: string;
}

export interface RecordPage {
  entities: WebApiRow[];
  /** Address of the next page; empty when this is the last one. */
  nextLink: string;
}

/** What the Client API rejects with; it is no Error there either. */
export interface RecordRefusal {
  errorCode: number;
  message: string;
}

const toRefusal = (error: unknown): RecordRefusal =>
  error instanceof WebApiError
    ? { errorCode: Number.parseInt(error.code, 16) || 0, message: error.message }
    : { errorCode: 0, message: error instanceof Error ? error.message : String(error) };

/** Rejections of the Client API are plain objects with `errorCode` and `message`. */
export async function rejectAsXrm<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- scripts read errorCode and message of a plain object
    throw toRefusal(error);
  }
}

const annotated = (maxPageSize?: number): Record<string, string> => ({
  prefer: `odata.include-annotations="*"${maxPageSize === undefined ? "" : `,odata.maxpagesize=${maxPageSize}`}`,
});

const bare = (id: string): string => id.replace(/[{}]/g, "").toLowerCase();

/** Rows by table name, as `Xrm.WebApi` and `context.webAPI` both offer them. */
export function createRecords(api: WebApiClient, directory: TenantDirectory) {
  const table = async (name: string): Promise<TableMetadata> => (await directory.table(name)).table;

  const readPage = async (path: string, maxPageSize?: number): Promise<RecordPage> => {
    const response = await api.send({ method: "GET", path, headers: annotated(maxPageSize) });
    const body = (await response.json()) as { value: WebApiRow[]; "@odata.nextLink"?: string };
    return { entities: body.value, nextLink: body["@odata.nextLink"] ?? "" };
  };

  return {
    createRecord: (name: string, data: WebApiRow): Promise<RecordReference> =>
      rejectAsXrm(
        table(name).then(async ({ entitySetName }) => ({
          entityType: name,
          id: await api.create(entitySetName, data),
        })),
      ),

    retrieveRecord: (name: string, id: string, options = ""): Promise<WebApiRow> =>
      rejectAsXrm(table(name).then(({ entitySetName }) => api.read(`${entitySetName}(${bare(id)})${options}`))),

    updateRecord: (name: string, id: string, data: WebApiRow): Promise<RecordReference> =>
      rejectAsXrm(
        table(name).then(async ({ entitySetName }) => {
          await api.update(entitySetName, bare(id), data);
          return { entityType: name, id: bare(id) };
        }),
      ),

    deleteRecord: (name: string, id: string): Promise<RecordReference> =>
      rejectAsXrm(
        table(name).then(async ({ entitySetName }) => {
          await api.delete(entitySetName, bare(id));
          return { entityType: name, id: bare(id) };
        }),
      ),

    /** `options` is a query with its question mark, or the next link of an earlier page. */
    retrieveMultipleRecords: (name: string, options = "", maxPageSize?: number): Promise<RecordPage> => {
      const [, rest] = options.split(serviceRoot);
      if (rest !== undefined) return rejectAsXrm(readPage(rest, maxPageSize));
      return rejectAsXrm(table(name).then(({ entitySetName }) => readPage(entitySetName + options, maxPageSize)));
    },
  };
}
