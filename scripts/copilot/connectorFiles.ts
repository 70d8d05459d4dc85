import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Described, operations, type Operation } from "./contract";

/** Which environment the connector asks, and by which app registration sellers reach it. */
export interface ConnectorTarget {
  /** Origin of the environment. */
  address: string;
  /** Application (client) ID of the connector's app registration; its secret is typed on the connector's page and stands in no file. */
  clientId: string;
  /** Of Microsoft Entra. */
  tenantId: string;
  version: string;
}

/** The three files that `pac connector create` takes, by name. */
export const connectorFiles = (target: ConnectorTarget): Readonly<Record<string, string>> => ({
  "apiDefinition.swagger.json": print(toDefinition(target)),
  "apiProperties.json": print(toProperties(target)),
  "script.csx": readFileSync(join(__dirname, "script.csx"), "utf8"),
});

const print = (json: object): string => `${JSON.stringify(json, null, 2)}\n`;

/** An OpenAPI 2.0 document, the version that custom connectors take. */
export const toDefinition = ({ address, version }: Pick<ConnectorTarget, "address" | "version">) => ({
  swagger: "2.0",
  info: {
    // Sellers read it over the card, and pac takes letters, digits, hyphens and underscores only.
    title: "Partner-Center-Co-sell",
    description: "Where the co-selling of a deal with Microsoft stands, for Sales in Microsoft 365 Copilot.",
    version,
  },
  host: new URL(address).host,
  basePath: "/",
  schemes: ["https"],
  produces: ["application/json"],
  paths: Object.fromEntries(operations.map((operation) => [`/cosell/${operation.path}`, { get: toGet(operation) }])),
  definitions: Object.fromEntries(
    operations.flatMap((operation): [string, object][] => [
      [`${operation.operationId}Item`, toObject(operation.outputs)],
      [`${operation.operationId}Answer`, toAnswer(operation)],
    ]),
  ),
  securityDefinitions: {
    oauth2_auth: {
      type: "oauth2",
      flow: "accessCode",
      tokenUrl: `${login}/common/oauth2/token`,
      authorizationUrl: `${login}/common/oauth2/authorize`,
      scopes: {},
    },
  },
  security: [{ oauth2_auth: [] }],
});

const login = "https://login.microsoftonline.com";

const toGet = ({ operationId, summary, description, inputs }: Operation) => ({
  operationId,
  summary,
  description,
  parameters: inputs.map((input) => ({
    name: input.name,
    in: "query",
    required: input.isRequired === true,
    ...toSchema(input),
  })),
  responses: {
    "200": { description: "OK", schema: { $ref: `#/definitions/${operationId}Answer` } },
    default: { description: "The environment refused the request, and says why." },
  },
});

const toAnswer = ({ operationId }: Operation) => ({
  type: "object",
  properties: {
    value: {
      type: "array",
      items: { $ref: `#/definitions/${operationId}Item` },
      description: "A list of insights.",
      "x-ms-summary": "value",
    },
    hasMoreResults: {
      type: "boolean",
      description: "A value that indicates whether more results are available.",
      "x-ms-summary": "hasMoreResults",
    },
  },
  required: ["value"],
});

const toObject = (outputs: readonly Described[]) => ({
  type: "object",
  properties: Object.fromEntries(outputs.map((output) => [output.name, toSchema(output)])),
  required: outputs.filter(({ isRequired }) => isRequired).map(({ name }) => name),
});

const toSchema = ({ name, description, type, format }: Described) => ({
  ...(type === "properties" ? { type: "object", additionalProperties: { type: "string" } } : { type }),
  ...(format && { format }),
  description,
  "x-ms-summary": name,
});

/** How sellers sign in: as themselves, and where the app registration is prepared for it, without being asked. */
const toProperties = ({ address, clientId, tenantId }: ConnectorTarget) => ({
  properties: {
    connectionParameters: {
      token: {
        type: "oauthSetting",
        oAuthSettings: {
          identityProvider: "aad",
          clientId,
          scopes: [],
          redirectMode: "GlobalPerConnector",
          redirectUrl: "https://global.consent.azure-apim.net/redirect",
          properties: {
            IsFirstParty: "False",
            AzureActiveDirectoryResourceId: address,
            IsOnbehalfofLoginSupported: true,
          },
          customParameters: {
            loginUri: { value: login },
            tenantId: { value: tenantId },
            resourceUri: { value: address },
            enableOnbehalfOfLogin: { value: "true" },
          },
        },
      },
    },
    iconBrandColor: "#0F6CBD",
    capabilities: [],
    publisher: "Co-sell Connector",
    scriptOperations: operations.map(({ operationId }) => operationId),
    policyTemplateInstances: [],
  },
});
