import type { IncomingMessage, ServerResponse } from "node:http";
import type { WebApiParts } from "../dataverse/webApi/WebApiContext";
import type { SystemRows } from "../solution/rows/SystemRows";
import { createFlowListener } from "./createFlowListener";
import { FlowHistory } from "./FlowHistory";
import { FlowRunner } from "./FlowRunner";
import { FlowStore, type StoredFlow } from "./FlowStore";
import { Recurrences } from "./Recurrences";

export interface FlowHostOptions extends WebApiParts {
  rows: SystemRows;
  clock: () => Date;
  /** Where the tenant answers, such as `http://127.0.0.1:4270`; known once it listens. */
  tenantAddress: () => string;
  /** Gets a line for every run that fails and every refusal. */
  say: (line: string) => void;
}

export interface FlowHost {
  /** Answers requests below `/flows` and says true; leaves others untouched and says false. */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  flows(): Promise<StoredFlow[]>;
  /** Gives every connection reference that has no connection one of this user, whose rights the flows then have. */
  connect(userId: string): Promise<void>;
  /** Refused, by an error that says why, while the flow cannot run or a connection is missing. */
  turnOn(flowId: string): Promise<void>;
  turnOff(flowId: string): Promise<void>;
  /** Runs what recurs from now on. */
  start(): void;
  /** Runs what is due by the clock, and waits for it. */
  runDue(): Promise<void>;
  /** Starts nothing any more and waits for what runs. */
  stop(): Promise<void>;
}

async function missingConnection(store: FlowStore, { reading }: StoredFlow): Promise<string | undefined> {
  const needed = reading.ok ? [...reading.definition.connections.values()] : [];
  const connected = (await store.connections()).filter(({ userId }) => userId !== undefined);
  const names = new Set(connected.map(({ logicalName }) => logicalName.toLowerCase()));
  return needed.find((name) => !names.has(name.toLowerCase()));
}

async function turnOn(store: FlowStore, flowId: string): Promise<void> {
  const flow = (await store.flows()).find(({ id }) => id === flowId);
  if (!flow) throw new Error(`There is no cloud flow ${flowId}.`);
  if (!flow.reading.ok) throw new Error(`The flow "${flow.name}" cannot be turned on. ${flow.reading.problem}`);
  const missing = await missingConnection(store, flow);
  if (missing !== undefined)
    throw new Error(
      `The flow "${flow.name}" cannot be turned on: the connection reference ${missing} has no connection.`,
    );
  await store.setState(flowId, true);
}

/** The cloud flows of imported solutions: turned on and off, started by requests, people and the clock. */
export function createFlowHost({ rows, clock, tenantAddress, say, ...parts }: FlowHostOptions): FlowHost {
  const store = new FlowStore(rows);
  const runner = new FlowRunner({
    parts,
    store,
    history: new FlowHistory(rows, parts.service),
    tenantAddress,
    clock,
    say,
  });
  const recurrences = new Recurrences({ store, runner, clock, say });
  return {
    answer: createFlowListener({ store, runner, rows }),
    flows: () => store.flows(),
    connect: async (userId) => {
      for (const connection of await store.connections())
        if (connection.userId === undefined) await store.connect(connection, userId);
    },
    turnOn: async (flowId) => {
      await turnOn(store, flowId);
      recurrences.wake();
    },
    turnOff: (flowId) => store.setState(flowId, false),
    start: () => recurrences.start(),
    runDue: () => recurrences.runDue(),
    stop: async () => {
      recurrences.stop();
      await runner.settled();
    },
  };
}
