import { join } from "node:path";
import { completeBaseTables, installBaseTables } from "../baseTables/installBaseTables";
import { sampleData } from "../baseTables/sampleData";
import { withSalesRules } from "../baseTables/withSalesRules";
import type { MetadataCatalogue } from "../dataverse/catalogue/MetadataCatalogue";
import { type Dataverse, openDataverse } from "../dataverse/openDataverse";
import type { OrganizationService } from "../dataverse/OrganizationService";
import type { CustomApiCatalogue } from "../dataverse/webApi/CustomApiCatalogue";
import type { Transactions } from "../dataverse/Transactions";
import type { PluginRunner } from "../sandboxWorker/PluginRunner";
import { importJobType, runImportJob } from "../solution/messages/importSolutionAsync";
import { promotionJobType, runPromotionJob } from "../solution/messages/deleteAndPromoteAsync";
import { SystemRows } from "../solution/rows/SystemRows";
import { createSolutions, type Solutions } from "./createSolutions";
import { createCustomApiCatalogue } from "./createCustomApiCatalogue";
import { assignRole } from "./assignRole";
import { addToFieldSecurityProfile } from "./addToFieldSecurityProfile";
import { JobLoop } from "./JobLoop";
import { JobQueue } from "./JobQueue";
import { PluginRegistry } from "./PluginRegistry";
import type { PluginHost } from "./runPlugin";
import { TraceLog } from "./TraceLog";
import { withPipeline } from "./withPipeline";

export interface TenantCoreOptions {
  /** Where the database lies; deleting it makes an empty tenant. None keeps everything in memory. */
  folder?: string;
  runner: PluginRunner;
  /** @default the system's */
  clock?: () => Date;
  /** Time to wait for the answer of a plug-in. @default 140000, the 2:20 minutes of the platform */
  limitMs?: number;
  /** How long a job waits before its retry of that number. @default 10 s times the number, squared */
  retryDelayMs?: (tries: number) => number;
}

export interface TenantCore {
  /** What Web API, forms and plug-ins work with: rows with events. */
  service: OrganizationService;
  /** The same rows without events, for what the platform itself writes. */
  core: OrganizationService;
  /** The service's own parts, for those that answer HTTP. */
  dataverse: Dataverse;
  catalogue: MetadataCatalogue;
  transactions: Transactions;
  rows: SystemRows;
  /** What the Web API asks about custom APIs. */
  customApis: CustomApiCatalogue;
  solutions: Solutions;
  /** The import of `solutions`. */
  importSolution: Solutions["import"];
  /** Gives a user a security role of that name. Throws when there is none. */
  assignRole(userId: string, roleName: string): Promise<void>;
  /** Makes a user a member of a column security profile of that name. Throws when there is none. */
  addToFieldSecurityProfile(userId: string, profileName: string): Promise<void>;
  /** Runs the system jobs that are due, and waits for their trace logs. */
  drainJobs(): Promise<void>;
  /** Runs system jobs in the background from now on. */
  startJobs(): Promise<void>;
  /** Ends the background jobs and closes the database; the runner stays with its maker. */
  stop(): Promise<void>;
}

const answerLimitMs = 140_000;
const tenSecondsMs = 10_000;

/** Installs Sales and its sample data into an empty database, and what is new into one of an earlier version. */
async function installBase(dataverse: Dataverse, rows: SystemRows): Promise<void> {
  const isEmpty = !dataverse.catalogue.table("opportunity");
  await dataverse.transactions.inTransaction(async () => {
    if (!isEmpty) return completeBaseTables(rows, dataverse.catalogue);
    await installBaseTables(rows, dataverse.catalogue);
    for (const { table, id, row } of sampleData(dataverse.clock())) await rows.create(table, row, id);
  });
}

/** Opens the tenant: its database, the tables of Sales on the first run, the event pipeline around them. */
export async function createTenantCore(options: TenantCoreOptions): Promise<TenantCore> {
  const {
    folder,
    runner,
    clock,
    limitMs = answerLimitMs,
    retryDelayMs = (tries) => tenSecondsMs * tries * tries,
  } = options;
  const dataverse = openDataverse({
    file: folder === undefined ? ":memory:" : join(folder, "dataverse.sqlite"),
    ...(clock && { clock }),
  });
  const { catalogue, transactions } = dataverse;
  const core = withSalesRules(dataverse.service, catalogue);
  const rows = new SystemRows(core, catalogue);
  await installBase(dataverse, rows);

  const registry = new PluginRegistry(rows, transactions);
  const solutions = createSolutions(dataverse, core, registry);
  const trace = new TraceLog(rows, transactions);
  const host: PluginHost = { runner, transactions, trace, limitMs, clock: dataverse.clock };
  const jobs = new JobQueue(rows, transactions, () => loop.wake());
  const service = withPipeline({ dataverse, core, rows, registry, host, jobs, solutions });
  const platformJobs = new Map([
    [importJobType, (data: string) => runImportJob(data, rows, (...given) => solutions.import(...given))],
    [promotionJobType, (data: string) => runPromotionJob(data, (name) => solutions.promote(name))],
  ]);
  const loop = new JobLoop({ rows, registry, host, service, retryDelayMs, platformJobs });

  return {
    service,
    core,
    dataverse,
    catalogue,
    transactions,
    rows,
    customApis: createCustomApiCatalogue(registry),
    solutions,
    importSolution: (zipBytes, given) => solutions.import(zipBytes, given),
    assignRole: (userId, roleName) => assignRole(rows, userId, roleName),
    addToFieldSecurityProfile: (userId, profileName) => addToFieldSecurityProfile(rows, userId, profileName),
    drainJobs: async () => {
      await loop.drain();
      await trace.settled();
    },
    startJobs: () => loop.start(),
    stop: async () => {
      await loop.stop();
      await trace.settled();
      dataverse.close();
    },
  };
}
