import type { CustomApiDefinition } from "../CustomApiCatalogue";

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
];

export const platformOperations: ReadonlyMap<string, CustomApiDefinition> = new Map(
  definitions.map((definition) => [definition.name, definition]),
);
