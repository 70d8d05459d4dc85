import { randomUUID } from "node:crypto";
import {
  DataverseError,
  type Caller,
  type OrganizationService,
  type QueryResult,
} from "../../../scripts/tenant/dataverse/OrganizationService";
import type { EntityValue, Value } from "../../../scripts/tenant/dataverse/values";

/** A request as it reached the service. */
export interface Received {
  op: keyof OrganizationService;
  caller: Caller;
  entity?: EntityValue;
  ifMatch?: string;
  columns?: readonly string[] | "all";
  fetchXml?: string;
  message?: string;
  parameters?: Record<string, Value>;
}

export interface Variable {
  defaultValue?: string;
  currentValue?: string;
}

const doesNotExist = (table: string, id: string) =>
  new DataverseError("0x80040217", `Entity '${table}' With Id = ${id} Does Not Exist`, 404);

/** Dataverse in memory, as far as the bridge needs it; remembers every request. */
export class FakeOrganization implements OrganizationService {
  readonly received: Received[] = [];
  readonly rows = new Map<string, EntityValue>();
  variables: Record<string, Variable> = {};
  secrets: Record<string, string> = {};
  /** What the next fetch of any other table answers. */
  page: QueryResult = { rows: [], moreRecords: false };
  /** What RetrieveAttribute answers, by `table.column`. */
  columns: Record<string, Value> = {};
  /** Undefined: the web resource is missing. */
  engineScript: string | undefined;
  /** Each request takes this long. */
  delayMs = 0;

  async create(entity: EntityValue, caller: Caller): Promise<string> {
    await this.receive({ op: "create", caller, entity });
    const id = entity.id ?? randomUUID();
    this.rows.set(id, { ...entity, id, rowVersion: "1" });
    return id;
  }

  async retrieve(table: string, id: string, columns: readonly string[] | "all", caller: Caller): Promise<EntityValue> {
    await this.receive({ op: "retrieve", caller, columns });
    const row = this.rows.get(id);
    if (row === undefined) throw doesNotExist(table, id);
    return row;
  }

  async update(entity: EntityValue, caller: Caller, { ifMatch }: { ifMatch?: string } = {}): Promise<void> {
    await this.receive({ op: "update", caller, entity, ...(ifMatch === undefined ? {} : { ifMatch }) });
    const row = this.rows.get(entity.id ?? "");
    if (row === undefined) throw doesNotExist(entity.table, entity.id ?? "");
    if (ifMatch !== undefined && ifMatch !== row.rowVersion)
      throw new DataverseError(
        "0x80060882",
        "The version of the existing record doesn't match the RowVersion property provided.",
        412,
      );
  }

  async delete(table: string, id: string, caller: Caller): Promise<void> {
    await this.receive({ op: "delete", caller });
    if (!this.rows.delete(id)) throw doesNotExist(table, id);
  }

  async fetch(fetchXml: string, caller: Caller): Promise<QueryResult> {
    await this.receive({ op: "fetch", caller, fetchXml });
    if (fetchXml.includes("name='webresource'")) return this.webResources();
    if (fetchXml.includes("name='environmentvariabledefinition'")) return this.variableRows(fetchXml);
    return this.page;
  }

  async execute(message: string, parameters: Record<string, Value>, caller: Caller): Promise<Record<string, Value>> {
    await this.receive({ op: "execute", caller, message, parameters });
    if (message === "cosell_Echo") return parameters;
    if (message === "RetrieveAttribute") return this.column(parameters);
    if (message === "WinOpportunity" || message === "LoseOpportunity") return {};
    if (message === "RetrieveEnvironmentVariableSecretValue") {
      const secret = this.secrets[parameters["EnvironmentVariableName"] as string];
      return secret === undefined ? {} : { EnvironmentVariableSecretValue: secret };
    }
    throw new DataverseError("0x80040203", `The message ${message} is not known.`, 400);
  }

  /** The requests the script made, without those the host makes for itself. */
  get scriptRequests(): Received[] {
    return this.received.filter(({ fetchXml }) => !fetchXml?.includes("name='webresource'"));
  }

  private column({ EntityLogicalName, LogicalName }: Record<string, Value>): Record<string, Value> {
    const name = `${EntityLogicalName as string}.${LogicalName as string}`;
    const column = this.columns[name];
    if (column === undefined) throw new DataverseError("0x80041103", `There is no column ${name}.`, 400);
    return { AttributeMetadata: column };
  }

  private async receive(request: Received): Promise<void> {
    this.received.push(request);
    await new Promise((resolve) => setTimeout(resolve, this.delayMs));
  }

  private webResources(): QueryResult {
    if (this.engineScript === undefined) return { rows: [], moreRecords: false };
    const content = Buffer.from(this.engineScript, "utf8").toString("base64");
    const versionnumber: Value = { $t: "long", v: String(this.engineScript.length) };
    return {
      rows: [{ $t: "entity", table: "webresource", attributes: { content, versionnumber } }],
      moreRecords: false,
    };
  }

  private variableRows(fetchXml: string): QueryResult {
    const asked = Object.entries(this.variables).filter(([name]) => fetchXml.includes(`<value>${name}</value>`));
    return { rows: asked.map(([name, variable]) => variableRow(name, variable)), moreRecords: false };
  }
}

function variableRow(schemaname: string, { defaultValue, currentValue }: Variable): EntityValue {
  const alias = { $t: "alias", table: "environmentvariablevalue", column: "value" } as const;
  return {
    $t: "entity",
    table: "environmentvariabledefinition",
    attributes: {
      schemaname,
      ...(defaultValue === undefined ? {} : { defaultvalue: defaultValue }),
      ...(currentValue === undefined ? {} : { "current.value": { ...alias, v: currentValue } }),
    },
  };
}
