import { DataverseError } from "../../dataverse/OrganizationService";
import { requirePrivilege, type DeploymentMessage } from "./DeploymentMessage";
import { deploymentRefusals } from "./deploymentRefusals";

/** Value of asyncoperation.operationtype for promotions. */
export const promotionJobType = 207;

const message = "DeleteAndPromoteAsync";

/** Leaves it to a system job to put a holding solution in the place of its base; shape: DeleteAndPromoteAsyncResponse. */
export const deleteAndPromoteAsync: DeploymentMessage = async (parts, { UniqueName: name }, caller) => {
  await requirePrivilege(parts, caller, "prvImportCustomization");
  if (typeof name !== "string") throw deploymentRefusals.parameterMissing(message, "UniqueName");
  const ownerId = caller.userId ?? caller.initiatingUserId;
  const job = {
    name: "Delete and Promote",
    operationType: promotionJobType,
    message,
    data: JSON.stringify(name),
    ownerId,
  };
  return { AsyncOperationId: { $t: "guid", v: await parts.jobs.addPlatformJob(job) } };
};

/** Runs what `deleteAndPromoteAsync` left; the refusal that the system job ends in, if any. */
export async function runPromotionJob(
  data: string,
  promote: (uniqueName: string) => Promise<unknown>,
): Promise<{ code: string; message: string } | undefined> {
  try {
    await promote(JSON.parse(data) as string);
    return undefined;
  } catch (error) {
    if (!(error instanceof DataverseError)) throw error;
    return { code: error.code, message: error.message };
  }
}
