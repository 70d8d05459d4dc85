import type { BaseTable } from "./BaseTable";
import { account } from "./tables/account";
import { appNotification } from "./tables/appNotification";
import { asyncOperation } from "./tables/asyncOperation";
import { businessUnit } from "./tables/businessUnit";
import { componentLayer } from "./tables/componentLayer";
import { connectionReference } from "./tables/connectionReference";
import { contact } from "./tables/contact";
import { customApi } from "./tables/customApi";
import { customApiRequestParameter } from "./tables/customApiRequestParameter";
import { customApiResponseProperty } from "./tables/customApiResponseProperty";
import { customControl } from "./tables/customControl";
import { dependency } from "./tables/dependency";
import { environmentVariableDefinition } from "./tables/environmentVariableDefinition";
import { environmentVariableValue } from "./tables/environmentVariableValue";
import { fieldPermission } from "./tables/fieldPermission";
import { fieldSecurityProfile } from "./tables/fieldSecurityProfile";
import { flowRun } from "./tables/flowRun";
import { importJob } from "./tables/importJob";
import { lead } from "./tables/lead";
import { opportunity } from "./tables/opportunity";
import { opportunityClose } from "./tables/opportunityClose";
import { organization } from "./tables/organization";
import { pluginAssembly } from "./tables/pluginAssembly";
import { pluginTraceLog } from "./tables/pluginTraceLog";
import { pluginType } from "./tables/pluginType";
import { privilege } from "./tables/privilege";
import { processingStep } from "./tables/processingStep";
import { processingStepImage } from "./tables/processingStepImage";
import { publisher } from "./tables/publisher";
import { role } from "./tables/role";
import { rolePrivileges } from "./tables/rolePrivileges";
import { savedQuery } from "./tables/savedQuery";
import { savedQueryVisualization } from "./tables/savedQueryVisualization";
import { sdkMessage } from "./tables/sdkMessage";
import { solution } from "./tables/solution";
import { solutionComponent } from "./tables/solutionComponent";
import { solutionHistory } from "./tables/solutionHistory";
import { systemForm } from "./tables/systemForm";
import { systemUser } from "./tables/systemUser";
import { systemUserProfiles } from "./tables/systemUserProfiles";
import { systemUserRoles } from "./tables/systemUserRoles";
import { team } from "./tables/team";
import { transactionCurrency } from "./tables/transactionCurrency";
import { webResource } from "./tables/webResource";
import { workflow } from "./tables/workflow";

/** Every table of an empty environment that has Sales, platform tables first. */
export const baseTables: readonly BaseTable[] = [
  businessUnit,
  organization,
  transactionCurrency,
  systemUser,
  team,
  role,
  privilege,
  rolePrivileges,
  systemUserRoles,
  fieldSecurityProfile,
  fieldPermission,
  systemUserProfiles,
  publisher,
  solution,
  solutionComponent,
  componentLayer,
  dependency,
  importJob,
  solutionHistory,
  webResource,
  customControl,
  systemForm,
  savedQuery,
  savedQueryVisualization,
  environmentVariableDefinition,
  environmentVariableValue,
  pluginAssembly,
  pluginType,
  sdkMessage,
  processingStep,
  processingStepImage,
  pluginTraceLog,
  asyncOperation,
  workflow,
  flowRun,
  appNotification,
  connectionReference,
  customApi,
  customApiRequestParameter,
  customApiResponseProperty,
  account,
  contact,
  lead,
  opportunity,
  opportunityClose,
];
