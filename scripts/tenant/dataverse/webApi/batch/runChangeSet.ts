import type { Transactions } from "../../Transactions";
import type { ApiRequest, ApiResponse } from "../http/ApiRequest";
import type { ContentRequest } from "./BatchPart";
import type { PartResponse } from "./writeBatch";

type Answer = (request: ApiRequest) => Promise<ApiResponse>;

export type ChangeSetOutcome = { kind: "done"; parts: PartResponse[] } | { kind: "failed"; response: ApiResponse };

/** Carries the answer that ends a change set out of its transaction. */
class ChangeSetFailure extends Error {
  constructor(readonly response: ApiResponse) {
    super("A request of the change set failed.");
  }
}

/** Path below the service of the row a response is about. */
const rowPath = ({ headers }: ApiResponse): string | undefined =>
  /\/api\/data\/v9\.\d\/(.+)$/.exec(headers["OData-EntityId"] ?? "")?.[1];

/** Puts rows made before in the place of `$1` in the address, and of `"$1"` in the body. */
function resolveReferences({ path, body, ...request }: ApiRequest, rows: ReadonlyMap<string, string>): ApiRequest {
  return {
    ...request,
    path: path.replace(/^\$(\w+)/, (sign, id: string) => rows.get(id) ?? sign),
    body: body.replace(/"\/?\$(\w+)"/g, (sign, id: string) => {
      const row = rows.get(id);
      return row === undefined ? sign : `"/${row}"`;
    }),
  };
}

/** Runs the requests of a change set in one transaction; the first refusal is the answer to all. */
export async function runChangeSet(
  transactions: Transactions,
  requests: readonly ContentRequest[],
  answer: Answer,
): Promise<ChangeSetOutcome> {
  const rows = new Map<string, string>();
  const parts: PartResponse[] = [];
  try {
    await transactions.inTransaction(async () => {
      for (const { request, contentId } of requests) {
        const response = await answer(resolveReferences(request, rows));
        if (response.status >= 400) throw new ChangeSetFailure(response);
        const row = rowPath(response);
        if (contentId !== undefined && row !== undefined) rows.set(contentId, row);
        parts.push({ response, ...(contentId !== undefined && { contentId }) });
      }
    });
    return { kind: "done", parts };
  } catch (error) {
    if (error instanceof ChangeSetFailure) return { kind: "failed", response: error.response };
    throw error;
  }
}
