import { salesMessages } from "../baseTables/sales/salesMessages";
import { executeMessage } from "../dataverse/messages/executeMessage";
import type { Dataverse } from "../dataverse/openDataverse";
import type { Caller, OrganizationService } from "../dataverse/OrganizationService";
import { identifyRow } from "../dataverse/operations/identifyRow";
import { requireTable } from "../dataverse/catalogue/requireTable";
import { depth, depthOfPrivilege } from "../dataverse/security/privileges";
import type { EntityValue, Value } from "../dataverse/values";
import { deploymentMessages } from "../solution/messages/deploymentMessages";
import type { SystemRows } from "../solution/rows/SystemRows";
import { deleteCascaded } from "./deleteCascaded";
import type { Solutions } from "./createSolutions";
import type { JobQueue } from "./JobQueue";
import type { PluginRegistry } from "./PluginRegistry";
import { readSecret } from "./readSecret";
import { type CustomApiParts, runCustomApi } from "./runCustomApi";
import { refuseEndlessLoop, runOperation } from "./runOperation";
import type { PluginHost } from "./runPlugin";
import { runSalesMessage } from "./runSalesMessage";
import { removeSolution, runSolutionMessage, solutionMessages } from "./runSolutionMessage";
import { stateCreate, stateDelete, stateUpdate } from "./stateOperation";
import { StepRunner } from "./StepRunner";

export interface PipelineOptions {
  dataverse: Dataverse;
  /** Rows without events. */
  core: OrganizationService;
  rows: SystemRows;
  registry: PluginRegistry;
  host: PluginHost;
  jobs: JobQueue;
  solutions: Solutions;
}

/** The organization service with events: the plug-ins of imported solutions run around every operation. */
export function withPipeline(options: PipelineOptions): OrganizationService {
  const { dataverse, core, rows, registry, host, jobs, solutions } = options;
  const { catalogue, transactions } = dataverse;

  /** Steps need the row an update means, also when the caller names it by an alternate key. */
  async function withId(entity: EntityValue, caller: Caller): Promise<EntityValue> {
    if (entity.id !== undefined) return entity;
    const id = await transactions.reading(() =>
      identifyRow(dataverse, requireTable(catalogue, entity.table), entity, caller),
    );
    return id === undefined ? entity : { ...entity, id };
  }

  async function remove(table: string, id: string, caller: Caller, options?: { ifMatch?: string }): Promise<void> {
    if (table === "solution") return removeSolution(id, caller, { solutions, rows, hasPrivilege });
    const registrations = await registry.current();
    await transactions.inTransaction(async () => {
      await deleteCascaded(table, id, caller, registrations, { catalogue, rows, service });
      await core.delete(table, id, caller, options);
    });
  }

  async function execute(
    message: string,
    parameters: Record<string, Value>,
    caller: Caller,
  ): Promise<Record<string, Value>> {
    refuseEndlessLoop(caller);
    const api = (await registry.current()).api(message);
    if (api) return runCustomApi(api, parameters, caller, parts);
    const ofSales = salesMessages.get(message);
    if (ofSales) return runSalesMessage(ofSales, parameters, caller, { dataverse, ...parts });
    const ofSolutions = solutionMessages.get(message);
    if (ofSolutions) return runSolutionMessage(ofSolutions, parameters, caller, { solutions, rows, hasPrivilege });
    const ofDeployment = deploymentMessages.get(message);
    if (ofDeployment) return ofDeployment(deploymentParts, parameters, caller);
    if (message === "RetrieveEnvironmentVariableSecretValue") return readSecret(parameters, rows);
    return executeMessage({ service, store: dataverse, transactions }, message, parameters, caller);
  }

  const service: OrganizationService = {
    create: (entity, caller) =>
      runOperation(stateCreate(entity, caller), { run: () => core.create(entity, caller), rowIdOf: (id) => id }, parts),
    retrieve: (...call) => core.retrieve(...call),
    update: async (given, caller, options) => {
      const entity = await withId(given, caller);
      const main = { run: () => core.update(entity, caller, options), rowIdOf: () => entity.id ?? null };
      return runOperation(stateUpdate(entity, caller), main, parts);
    },
    delete: (table, id, caller, options) =>
      runOperation(
        stateDelete(table, id, caller),
        { run: () => remove(table, id, caller, options), rowIdOf: () => id },
        parts,
      ),
    fetch: (...call) => core.fetch(...call),
    execute,
  };
  const steps = new StepRunner(host, service, core, jobs);
  const hasPrivilege = (userId: string, privilege: string) =>
    transactions.reading(() => depthOfPrivilege(dataverse, userId, privilege) !== depth.none);
  const deploymentParts = { rows, catalogue, uploads: new Map<string, Uint8Array>(), hasPrivilege, jobs };
  const parts: CustomApiParts = { registry, host, steps, hasPrivilege, service };
  return service;
}
