import { deleteAndPromoteAsync } from "./deleteAndPromoteAsync";
import { importSolutionAsync } from "./importSolutionAsync";
import { requirePrivilege, type DeploymentMessage } from "./DeploymentMessage";
import { stageSolution } from "./stageSolution";

/** Here customizations count at once, so there is never anything left to publish. */
const publishAllXml: DeploymentMessage = async (parts, _parameters, caller) => {
  await requirePrivilege(parts, caller, "prvPublishCustomization");
  return {};
};

/** The messages by which solutions are deployed and that do not end the work at once, by their names. */
export const deploymentMessages: ReadonlyMap<string, DeploymentMessage> = new Map([
  ["StageSolution", stageSolution],
  ["ImportSolutionAsync", importSolutionAsync],
  ["DeleteAndPromoteAsync", deleteAndPromoteAsync],
  ["PublishAllXml", publishAllXml],
]);
