import type { SystemRows } from "../solution/rows/SystemRows";
import { type FlowReading, readFlowDefinition } from "./definition/readFlowDefinition";

/** A cloud flow as the tenant keeps it. */
export interface StoredFlow {
  id: string;
  name: string;
  /** Id that Power Automate knows the flow by. */
  resourceId: string;
  isOn: boolean;
  reading: FlowReading;
}

interface Connection {
  id: string;
  logicalName: string;
  connectorId: string;
  /** systemuser id of whose connection it is; undefined for none. */
  userId?: string;
}

const cloudFlow = 5;
const activated = { statecode: 1, statuscode: 2 };
const draft = { statecode: 0, statuscode: 1 };

/** Flows and connection references in their tables. Definitions are parsed once for each row version. */
export class FlowStore {
  readonly #rows: SystemRows;
  readonly #readings = new Map<string, { version: string; reading: FlowReading }>();

  constructor(rows: SystemRows) {
    this.#rows = rows;
  }

  async flows(): Promise<StoredFlow[]> {
    const columns = ["workflowid", "name", "resourceid", "statecode", "versionnumber", "clientdata"];
    const rows = await this.#rows.read("workflow", columns, { category: cloudFlow });
    return rows.map((row) => {
      const id = String(row.workflowid);
      const reading = this.#read(id, String(row.versionnumber), String(row.clientdata ?? ""));
      const isOn = row.statecode === activated.statecode;
      return { id, name: String(row.name), resourceId: String(row.resourceid ?? ""), isOn, reading };
    });
  }

  async setState(id: string, isOn: boolean): Promise<void> {
    await this.#rows.save("workflow", id, isOn ? activated : draft);
  }

  async connections(): Promise<Connection[]> {
    const columns = [
      "connectionreferenceid",
      "connectionreferencelogicalname",
      "connectorid",
      "connectionid",
      "ownerid",
    ];
    return (await this.#rows.read("connectionreference", columns)).map((row) => ({
      id: String(row.connectionreferenceid),
      logicalName: String(row.connectionreferencelogicalname),
      connectorId: String(row.connectorid ?? ""),
      ...(row.connectionid !== undefined && { userId: String(row.ownerid) }),
    }));
  }

  /** Gives a connection reference a connection of that user. */
  async connect({ id, connectorId }: Connection, userId: string): Promise<void> {
    const connector = connectorId.split("/").at(-1) ?? "connection";
    const ownerid = { table: "systemuser", id: userId };
    await this.#rows.save("connectionreference", id, { connectionid: `${connector}-${userId}`, ownerid });
  }

  #read(id: string, version: string, clientData: string): FlowReading {
    const known = this.#readings.get(id);
    if (known?.version === version) return known.reading;
    const reading = readFlowDefinition(clientData);
    this.#readings.set(id, { version, reading });
    return reading;
  }
}
