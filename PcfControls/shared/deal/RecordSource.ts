/** A record as Dataverse gives it, column by column. */
export type DataverseRecord = Readonly<Record<string, unknown>>;

/** Reads records with the rights of the user. Rejects when one is not there, not allowed, or not reachable. */
export interface RecordSource {
  retrieveRecord(table: string, id: string, query: string): Promise<DataverseRecord>;
  retrieveMultipleRecords(table: string, query: string): Promise<{ entities: DataverseRecord[] }>;
}
