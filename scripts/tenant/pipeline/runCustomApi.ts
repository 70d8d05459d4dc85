import type { Caller, OrganizationService } from "../dataverse/OrganizationService";
import type { Value } from "../dataverse/values";
import { refusals } from "../dataverse/refusals";
import { checkRequest, checkResponse } from "./checkParameters";
import { outcomeRefusal } from "./outcomeRefusal";
import { pipelineRefusals } from "./pipelineRefusals";
import type { RegisteredApi } from "./Registrations";
import { type OperationParts, type StatedOperation, runOperation } from "./runOperation";
import { runPlugin } from "./runPlugin";
import { toInvocation } from "./toInvocation";

export interface CustomApiParts extends OperationParts {
  /** Whether a user's security roles give a privilege. */
  hasPrivilege: (userId: string, privilege: string) => Promise<boolean>;
  /** What plug-ins call: the pipeline itself. */
  service: OrganizationService;
}

type Parameters = Record<string, Value>;

async function refuseUnprivileged(api: RegisteredApi, caller: Caller, parts: CustomApiParts): Promise<void> {
  const { executePrivilege } = api;
  if (executePrivilege === undefined || caller.userId === null) return;
  if (!(await parts.hasPrivilege(caller.userId, executePrivilege)))
    throw refusals.privilegeMissing(executePrivilege, caller.userId);
}

/** Stage 30: the plug-in of the custom API, always inside a transaction. */
async function runMain(api: RegisteredApi, operation: StatedOperation, parts: CustomApiParts): Promise<Parameters> {
  const { type } = api;
  if (!type) return {};
  return parts.host.transactions.inTransaction(
    async () => {
      const started = {
        ...operation,
        operationId: operation.caller.correlationId,
        createdOn: parts.host.clock().toISOString(),
      };
      const invocation = toInvocation(started, { type, stage: 30, mode: "synchronous", isInTransaction: true });
      const outcome = await runPlugin(parts.host, invocation, parts.service);
      if (outcome.kind !== "completed") throw outcomeRefusal(outcome, type.typeName);
      return checkResponse(api, outcome.outputParameters);
    },
    { afterFailure: "end" },
  );
}

/** Executes a custom API for its caller, with whatever steps are registered on its message. */
export async function runCustomApi(
  api: RegisteredApi,
  given: Parameters,
  caller: Caller,
  parts: CustomApiParts,
): Promise<Parameters> {
  if (api.isPrivate && caller.depth > 1) throw pipelineRefusals.privateMessage(api.name);
  await refuseUnprivileged(api, caller, parts);
  const inputParameters = checkRequest(api, given);
  const target = inputParameters.Target;
  const rowId = typeof target === "object" && target?.$t === "ref" ? target.id : null;
  const operation: StatedOperation = {
    message: api.name,
    table: api.boundTable ?? "none",
    rowId,
    inputParameters,
    caller,
  };
  return runOperation(operation, { run: () => runMain(api, operation, parts), rowIdOf: () => rowId }, parts);
}
