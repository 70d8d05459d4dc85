import type { EntityValue, Value } from "./values";

/** Who asks and from how deep inside plug-ins; travels with every request. */
export interface Caller {
  /** systemuser id; null is SYSTEM, which no security check stops. */
  userId: string | null;
  /** User who started the chain. */
  initiatingUserId: string;
  /** Who acts in the place of `userId`, where a request asked for that. */
  actualUserId?: string;
  /** 1 for a request from outside, one more inside each plug-in. */
  depth: number;
  correlationId: string;
  /** Number of the language that texts are answered in. @default 1033, English */
  languageId?: number;
}

export interface QueryResult {
  rows: EntityValue[];
  moreRecords: boolean;
  pagingCookie?: string;
  totalCount?: number;
}

/**
 * What Dataverse promises to Web API, plug-ins and forms alike. Every refusal is a thrown `DataverseError`.
 * Outside a transaction each call is one of its own; `inTransaction` makes several calls one.
 */
export interface OrganizationService {
  create(entity: EntityValue, caller: Caller): Promise<string>;
  retrieve(table: string, id: string, columns: readonly string[] | "all", caller: Caller): Promise<EntityValue>;
  /** With `ifMatch` the row must still have that row version, else 0x80060882 (ConcurrencyVersionMismatch). */
  update(entity: EntityValue, caller: Caller, options?: { ifMatch?: string }): Promise<void>;
  delete(table: string, id: string, caller: Caller, options?: { ifMatch?: string }): Promise<void>;
  fetch(fetchXml: string, caller: Caller): Promise<QueryResult>;
  /** Named messages: CreateMultiple, UpdateMultiple, Upsert, WhoAmI, and every custom API of an imported solution. */
  execute(message: string, parameters: Record<string, Value>, caller: Caller): Promise<Record<string, Value>>;
}

/** A refusal as Dataverse words it; `code` is the signed 32-bit error code in hex, such as 0x80040217. */
export class DataverseError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly httpStatus: number,
  ) {
    super(message);
    this.name = "DataverseError";
  }
}
