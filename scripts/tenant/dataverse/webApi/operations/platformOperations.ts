import type { CustomApiDefinition } from "../CustomApiCatalogue";

const closing: Pick<CustomApiDefinition, "isFunction" | "parameters" | "responses"> = {
  isFunction: false,
  parameters: [
    { name: "OpportunityClose", type: "Entity", isOptional: false, table: "opportunityclose" },
    { name: "Status", type: "Integer", isOptional: false },
  ],
  responses: [],
};

const importing: Pick<CustomApiDefinition, "isFunction" | "parameters"> = {
  isFunction: false,
  parameters: [
    { name: "OverwriteUnmanagedCustomizations", type: "Boolean", isOptional: false },
    { name: "PublishWorkflows", type: "Boolean", isOptional: false },
    { name: "CustomizationFile", type: "Binary", isOptional: false },
    { name: "ImportJobId", type: "Guid", isOptional: false },
    { name: "ConvertToManaged", type: "Boolean", isOptional: true },
    { name: "SkipProductUpdateDependencies", type: "Boolean", isOptional: true },
    { name: "HoldingSolution", type: "Boolean", isOptional: true },
  ],
};

/** Deployments: what is staged, runs as a system job, or is published. Parameters documented for internal use are refused by name. */
const deploying: readonly CustomApiDefinition[] = [
  {
    name: "StageSolution",
    isFunction: false,
    parameters: [{ name: "CustomizationFile", type: "Binary", isOptional: false }],
    responses: [{ name: "StageSolutionResults", type: "Complex" }],
  },
  {
    name: "ImportSolutionAsync",
    isFunction: false,
    parameters: [
      ...importing.parameters.filter(({ name }) => name !== "CustomizationFile" && name !== "ImportJobId"),
      { name: "CustomizationFile", type: "Binary", isOptional: true },
      { name: "ImportJobId", type: "Guid", isOptional: true },
      { name: "ComponentParameters", type: "EntityCollection", isOptional: true },
      { name: "SolutionParameters", type: "Complex", isOptional: true },
    ],
    responses: [
      { name: "AsyncOperationId", type: "Guid" },
      { name: "ImportJobKey", type: "String" },
    ],
  },
  {
    name: "DeleteAndPromoteAsync",
    isFunction: false,
    parameters: [{ name: "UniqueName", type: "String", isOptional: false }],
    responses: [{ name: "AsyncOperationId", type: "Guid" }],
  },
  { name: "PublishAllXml", isFunction: false, parameters: [], responses: [] },
];

/** Operations of the platform that are called like custom APIs. Those on many rows have code of their own. */
const definitions: readonly CustomApiDefinition[] = [
  {
    name: "WhoAmI",
    isFunction: true,
    parameters: [],
    responses: [
      { name: "BusinessUnitId", type: "Guid" },
      { name: "UserId", type: "Guid" },
      { name: "OrganizationId", type: "Guid" },
    ],
  },
  {
    name: "RetrieveEnvironmentVariableSecretValue",
    isFunction: false,
    parameters: [{ name: "EnvironmentVariableName", type: "String", isOptional: false }],
    responses: [{ name: "EnvironmentVariableSecretValue", type: "String" }],
  },
  ...deploying,
  { name: "ImportSolution", ...importing, responses: [] },
  { name: "StageAndUpgrade", ...importing, responses: [] },
  {
    name: "DeleteAndPromote",
    isFunction: false,
    parameters: [{ name: "UniqueName", type: "String", isOptional: false }],
    responses: [{ name: "SolutionId", type: "Guid" }],
  },
  {
    name: "RetrieveDependenciesForUninstall",
    isFunction: true,
    parameters: [{ name: "SolutionUniqueName", type: "String", isOptional: false }],
    responses: [{ name: "EntityCollection", type: "EntityCollection", property: "value" }],
  },
  { name: "WinOpportunity", ...closing },
  { name: "LoseOpportunity", ...closing },
  {
    name: "QualifyLead",
    isFunction: false,
    binding: { kind: "row", table: "lead" },
    parameters: [
      { name: "CreateAccount", type: "Boolean", isOptional: false },
      { name: "CreateContact", type: "Boolean", isOptional: false },
      { name: "CreateOpportunity", type: "Boolean", isOptional: false },
      { name: "OpportunityCurrencyId", type: "EntityReference", isOptional: true, table: "transactioncurrency" },
      { name: "OpportunityCustomerId", type: "EntityReference", isOptional: true },
      { name: "Status", type: "Integer", isOptional: false },
    ],
    responses: [{ name: "CreatedEntities", type: "EntityCollection", property: "value" }],
  },
];

export const platformOperations: ReadonlyMap<string, CustomApiDefinition> = new Map(
  definitions.map((definition) => [definition.name, definition]),
);
