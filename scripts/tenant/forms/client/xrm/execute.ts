import type { TenantDirectory } from "../app/TenantDirectory";
import { rejectAsXrm } from "../records/createRecords";
import type { WebApiClient, WebApiRequest } from "../webApi/WebApiClient";
import { fromXrmId } from "./ids";

interface ParameterType {
  typeName: string;
  structuralProperty: number;
}

interface RequestMetadata {
  boundParameter?: string | null;
  parameterTypes?: Record<string, ParameterType>;
  /** 0 action, 1 function, 2 create, retrieve, update or delete. */
  operationType: number;
  operationName: string;
}

/** A request object of the Client API: parameters as members, and what they mean in `getMetadata`. */
export interface XrmRequest {
  getMetadata: () => RequestMetadata;
}

interface BoundRow {
  entityType: string;
  id: string;
}

type Parameters = Record<string, unknown>;

const literal = (value: unknown): string =>
  typeof value === "string" ? `'${value.replace(/'/g, "''")}'` : JSON.stringify(value);

/** A function takes its parameters as aliases, so that values of any kind fit into the address. */
function functionPath(operation: string, parameters: Parameters): string {
  const names = Object.keys(parameters);
  const inline = names.map((name, index) => `${name}=@p${index + 1}`).join(",");
  const aliases = names
    .map((name, index) => `@p${index + 1}=${encodeURIComponent(literal(parameters[name]))}`)
    .join("&");
  return `${operation}(${inline})${aliases === "" ? "" : `?${aliases}`}`;
}

/** `Xrm.WebApi.online.execute` and `executeMultiple` for actions, functions and custom APIs. */
export function createExecute(api: WebApiClient, directory: TenantDirectory) {
  async function toRequest(request: XrmRequest): Promise<WebApiRequest> {
    const { boundParameter = null, parameterTypes = {}, operationType, operationName } = request.getMetadata();
    if (operationType === 2)
      throw new Error(
        `Xrm.WebApi.online.execute of ${operationName} is not supported by the local tenant: use Xrm.WebApi's own functions.`,
      );
    const values = request as unknown as Parameters;
    const names = Object.keys(parameterTypes).filter((name) => name !== boundParameter && values[name] !== undefined);
    const parameters = Object.fromEntries(names.map((name) => [name, values[name]]));
    const prefix = boundParameter === null ? "" : await bindingPath(values[boundParameter] as BoundRow);
    if (operationType === 1) return { method: "GET", path: prefix + functionPath(operationName, parameters) };
    return { method: "POST", path: prefix + operationName, body: parameters };
  }

  async function bindingPath({ entityType, id }: BoundRow): Promise<string> {
    const { table } = await directory.table(entityType);
    return `${table.entitySetName}(${fromXrmId(id)})/Microsoft.Dynamics.CRM.`;
  }

  const execute = (request: XrmRequest): Promise<Response> =>
    rejectAsXrm(toRequest(request).then((each) => api.send(each)));

  const executeMultiple = async (requests: XrmRequest[]): Promise<Response[]> => {
    if (requests.some(Array.isArray))
      throw new Error("Change sets in Xrm.WebApi.online.executeMultiple are not supported by the local tenant.");
    const responses: Response[] = [];
    for (const request of requests) responses.push(await execute(request));
    return responses;
  };

  return { execute, executeMultiple };
}
