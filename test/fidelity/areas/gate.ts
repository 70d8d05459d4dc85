import { customApis, securityRoles } from "../../../Solution/engine/domain/schema";
import type { Area, Assumption, Check, FidelityEntry, Source } from "../FidelityEntry";
import { checked, learn } from "./tested";

/*
 * What can be seen of an environment once the connector is imported: that its parts are there as they were packed, and that the
 * engine runs in the sandbox.
 */

const concepts = learn("power-platform/alm/solution-concepts-alm");
const byFiles = learn("power-apps/developer/data-platform/create-custom-api-solution");
const register = learn("power-apps/developer/data-platform/register-plug-in");
const roles = learn("power-platform/admin/security-roles-privileges");
const engine = "CoSellConnector.PluginHost.EnginePlugin";

const installed = (area: Area, what: string, source: Source, request: string, right: Check["right"]): FidelityEntry =>
  checked(area, what, source, { request, ...(right && { right }), runs: "installed", asAdministrator: true });

const supposed = (
  area: Area,
  what: string,
  assumption: Omit<Assumption, "kind" | "tells">,
  request: string,
  right: Check["right"],
  body?: object,
): FidelityEntry =>
  checked(
    area,
    what,
    { kind: "assumed", ...assumption, tells: "npm run fidelity -- --url https://…" },
    { request, ...(body && { body }), ...(right && { right }), runs: "installed", asAdministrator: true },
  );

const apis = Object.values(customApis).map((name) =>
  installed(
    "pipeline",
    `${name} is there after the import, with the engine behind it`,
    byFiles,
    `GET customapis?$select=uniquename,_plugintypeid_value&$filter=uniquename eq '${name}'`,
    { json: { value: [{ uniquename: name, _plugintypeid_value: /-/ }] } },
  ),
);

const steps = [
  "Create of opportunity",
  "Update of opportunity",
  "Delete of opportunity",
  "Create of opportunityclose",
  "Update of contact",
  "Update of lead",
  "Delete of lead",
  "Create of cosell_message",
  "Update of cosell_message",
  "Create of cosell_partnercentersolution",
  "Update of cosell_partnercentersolution",
  "Delete of cosell_partnercentersolution",
].map((name) =>
  installed(
    "pipeline",
    `The step ${name} is there after the import and on`,
    register,
    `GET sdkmessageprocessingsteps?$select=name,statecode&$filter=name eq '${engine}: ${name}'`,
    { json: { value: [{ statecode: 0 }] } },
  ),
);

const parts = [
  installed(
    "pipeline",
    "The assembly is registered for the sandbox and held in the database",
    register,
    "GET pluginassemblies?$select=isolationmode,sourcetype&$filter=startswith(name,'CoSellConnector.PluginHost')",
    { json: { value: [{ isolationmode: 2, sourcetype: 0 }] } },
  ),
  ...Object.values(securityRoles).map((name) =>
    installed(
      "security",
      `The role ${name} comes with the solution`,
      roles,
      `GET roles?$select=name&$filter=name eq '${name}'&$top=1`,
      { json: { value: [{ name }] } },
    ),
  ),
  installed(
    "solutions",
    "RetrieveDependenciesForUninstall names what keeps a solution from being removed",
    learn("power-apps/developer/data-platform/webapi/reference/retrievedependenciesforuninstall"),
    "GET RetrieveDependenciesForUninstall(SolutionUniqueName=@p1)?@p1='CoSellConnector'",
    { text: /"value":\[/ },
  ),
  installed(
    "solutions",
    "The solution is there, and managed",
    concepts,
    "GET solutions?$select=ismanaged,version&$filter=uniquename eq 'CoSellConnector'",
    { json: { value: [{ ismanaged: true }] } },
  ),
  installed(
    "metadata",
    "The columns on Opportunity come with the solution",
    concepts,
    "GET EntityDefinitions(LogicalName='opportunity')/Attributes(LogicalName='cosell_syncwithpartnercenter')?$select=AttributeType,IsCustomAttribute",
    { json: { AttributeType: "Boolean", IsCustomAttribute: true } },
  ),
];

const trusted = [
  supposed(
    "pipeline",
    "A JavaScript engine (Jint) runs in the sandbox of Dataverse, and a custom API answers through it",
    {
      risk: "high",
      because:
        "Two published solutions run such engines online (rnwood/DvJs, kowgli/Sql4CdsApp), and Microsoft's pages name no partial trust for online plug-ins any more.",
      ifWrong: "Nothing of the connector runs: every custom API and every step fails with the sandbox's exception.",
    },
    `POST ${customApis.checkHealth}`,
    { json: { Response: /"state":/ } },
    {},
  ),
  supposed(
    "pipeline",
    "An assembly into which its dependencies are linked is loaded, although Microsoft does not support merging",
    {
      risk: "high",
      because: "Merged assemblies are widely used; Microsoft calls them not supported, and does not block them.",
      ifWrong: "The import ends with a failure at the plug-in assembly, and changes nothing.",
    },
    "GET plugintypes?$select=typename&$filter=typename eq 'CoSellConnector.PluginHost.EnginePlugin'",
    { json: { value: [{}] } },
  ),
  supposed(
    "forms",
    "A managed form diff puts the tab on the Opportunity form of Sales",
    {
      risk: "high",
      because: "Real managed packages hold the same shape of diff (ms-fasttrack-zips/CRMP2C_managed.zip).",
      ifWrong: "The tab Microsoft Partner Center is missing; an administrator can add its columns to the form by hand.",
    },
    "GET systemforms?$select=name,formxml&$filter=objecttypecode eq 'opportunity' and type eq 2",
    { text: /cosell_syncwithpartnercenter/ },
  ),
  supposed(
    "forms",
    "A managed form diff puts the tab on the Lead form of Sales",
    {
      risk: "medium",
      because: "It is the same shape of diff as on Opportunity.",
      ifWrong: "Leads from Microsoft are answered over the command bar of a list only.",
    },
    "GET systemforms?$select=name,formxml&$filter=objecttypecode eq 'lead' and type eq 2",
    { text: /cosell_/ },
  ),
  supposed(
    "pipeline",
    "A step on Create of opportunityclose is taken by the import",
    {
      risk: "medium",
      because:
        "Activities have steps as other tables have; that closing an opportunity creates this row is documented.",
      ifWrong: "The import names the step and changes nothing.",
    },
    `GET sdkmessageprocessingsteps?$select=stage,mode&$filter=name eq '${engine}: Create of opportunityclose'`,
    { json: { value: [{}] } },
  ),
];

/** The gate of the first day: what only an environment with the connector can show. */
export const gateEntries: readonly FidelityEntry[] = [...apis, ...steps, ...parts, ...trusted];
