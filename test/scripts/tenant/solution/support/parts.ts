import { messageIds as tenantMessages } from "../../../../../scripts/tenant/baseTables/baseIds";
import { dotnetAssembly, publicKeyToken } from "./dotnetAssembly";
import type { TestSolution } from "./solutionZip";

/** Parts of solutions that tests put together. */
export const ids = {
  webResource: "0f9cf1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d",
  assembly: "1a0bf1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d",
  pluginType: "2b1cf1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d",
  step: "3c2df1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d",
  form: "a837e4a7-01b8-4f82-a475-be9abd67e667",
  tab: "4d3ef1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d",
  section: "5e4ff1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d",
  cell: "6f5af1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d",
  view: "7a6bf1b4-3c3e-4a6b-8b8e-0d2f3a4b5c6d",
} as const;

export const messageIds = {
  create: "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8",
  update: "20bebb1b-ea3e-db11-86a7-000a3a5473e8",
  delete: "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8",
  win: tenantMessages.Win,
  lose: tenantMessages.Lose,
} as const;

export const assemblyName = `Acme.Plugins, Version=1.0.0.0, Culture=neutral, PublicKeyToken=${publicKeyToken}`;

/** Joins partial solutions: rows and sections add up. */
export function together(...parts: readonly TestSolution[]): TestSolution {
  const sections: Record<string, string> = {};
  for (const part of parts) {
    for (const [name, xml] of Object.entries(part.sections ?? {})) sections[name] = (sections[name] ?? "") + xml;
  }
  return {
    ...(Object.assign({}, ...parts) as TestSolution),
    roots: parts.flatMap((part) => part.roots ?? []),
    sections,
    files: Object.assign({}, ...parts.map((part) => part.files ?? {})) as Record<string, string | Uint8Array>,
    replace: Object.assign({}, ...parts.map((part) => part.replace ?? {})) as Record<string, string>,
  };
}

export const label = (list: string, item: string, text: string): string =>
  `<${list}><${item} description="${text}" languagecode="1033" /></${list}>`;

export function attribute(schemaName: string, type: string, more = ""): string {
  return `<attribute PhysicalName="${schemaName}"><Type>${type}</Type><Name>${schemaName.toLowerCase()}</Name><LogicalName>${schemaName.toLowerCase()}</LogicalName>
    <RequiredLevel>none</RequiredLevel><DisplayMask>ValidForForm|ValidForGrid</DisplayMask><ValidForUpdateApi>1</ValidForUpdateApi>
    <ValidForReadApi>1</ValidForReadApi><ValidForCreateApi>1</ValidForCreateApi><IsCustomField>1</IsCustomField><IsSecured>0</IsSecured>${more}
    ${label("displaynames", "displayname", schemaName)}</attribute>`;
}

export const scoreAttribute = attribute("acme_Score", "int", "<MinValue>0</MinValue><MaxValue>100</MaxValue>");

/** The Opportunity table with added columns, forms or views. */
export function opportunityParts({ attributes = scoreAttribute, forms = "", views = "" }): TestSolution {
  return {
    roots: [`<RootComponent type="1" schemaName="opportunity" behavior="2" />`],
    sections: {
      Entities: `<Entity><Name LocalizedName="Opportunity" OriginalName="">Opportunity</Name>
        <EntityInfo><entity Name="Opportunity"><attributes>${attributes}</attributes></entity></EntityInfo>
        <FormXml>${forms}</FormXml><SavedQueries>${views}</SavedQueries><RibbonDiffXml /></Entity>`,
    },
  };
}

export const webResource: TestSolution = {
  roots: [`<RootComponent type="61" schemaName="acme_/deal.js" behavior="0" />`],
  sections: {
    WebResources: `<WebResource><WebResourceId>{${ids.webResource}}</WebResourceId><Name>acme_/deal.js</Name><DisplayName>Deal</DisplayName>
      <WebResourceType>3</WebResourceType><FileName>/WebResources/acme_dealjs</FileName></WebResource>`,
  },
  files: { "WebResources/acme_dealjs": "globalThis.Acme = {};" },
};

export const assembly: TestSolution = {
  roots: [`<RootComponent type="91" id="{${ids.assembly}}" schemaName="${assemblyName}" behavior="0" />`],
  sections: {
    SolutionPluginAssemblies: `<PluginAssembly FullName="${assemblyName}" PluginAssemblyId="${ids.assembly}" CustomizationLevel="1">
      <IsolationMode>2</IsolationMode><SourceType>0</SourceType><FileName>/PluginAssemblies/AcmePlugins/AcmePlugins.dll</FileName>
      <PluginTypes><PluginType AssemblyQualifiedName="Acme.Plugins.Deal, ${assemblyName}" PluginTypeId="${ids.pluginType}" Name="Acme.Plugins.Deal">
      <FriendlyName>Deal</FriendlyName></PluginType></PluginTypes></PluginAssembly>`,
  },
  files: { "PluginAssemblies/AcmePlugins/AcmePlugins.dll": dotnetAssembly("Acme.Plugins", "Deal") },
};

export interface TestStep {
  id?: string;
  message?: keyof typeof messageIds;
  table?: string;
  stage?: number;
  isAsynchronous?: boolean;
  filteringAttributes?: string;
  autoDelete?: boolean;
  typeId?: string;
  images?: string;
}

export function step(options: TestStep = {}): TestSolution {
  const { id = ids.step, message = "update", table = "opportunity", stage = 40, isAsynchronous = false } = options;
  const { filteringAttributes = "", autoDelete = false, typeId = ids.pluginType, images = "" } = options;
  return {
    roots: [`<RootComponent type="92" id="{${id}}" behavior="0" />`],
    sections: {
      SdkMessageProcessingSteps: `<SdkMessageProcessingStep Name="${message} of ${table} ${id.slice(0, 4)}" SdkMessageProcessingStepId="{${id}}">
        <SdkMessageId>${messageIds[message]}</SdkMessageId><PluginTypeId>${typeId}</PluginTypeId><PrimaryEntity>${table}</PrimaryEntity>
        <AsyncAutoDelete>${autoDelete ? 1 : 0}</AsyncAutoDelete><FilteringAttributes>${filteringAttributes}</FilteringAttributes>
        <Mode>${isAsynchronous ? 1 : 0}</Mode><Rank>1</Rank><Stage>${stage}</Stage>
        <SdkMessageProcessingStepImages>${images}</SdkMessageProcessingStepImages></SdkMessageProcessingStep>`,
    },
  };
}

export const image = (alias: string, type: 0 | 1 | 2, attributes: string): string =>
  `<SdkMessageProcessingStepImage Name="${alias}"><Attributes>${attributes}</Attributes><EntityAlias>${alias}</EntityAlias>
   <ImageType>${type}</ImageType><MessagePropertyName>Target</MessagePropertyName></SdkMessageProcessingStepImage>`;

export interface TestApi {
  name?: string;
  typeKey?: string;
  privilege?: string;
  /** Type and whether optional, by parameter name. */
  parameters?: Record<string, [type: number, isOptional: boolean]>;
  properties?: Record<string, number>;
}

export function customApi({
  name = "acme_Rate",
  typeKey = ids.pluginType,
  privilege,
  parameters = {},
  properties = {},
}: TestApi = {}): TestSolution {
  const folder = `customapis/${name}`;
  const files: Record<string, string> = {
    [`${folder}/customapi.xml`]: `<customapi uniquename="${name}"><allowedcustomprocessingsteptype>0</allowedcustomprocessingsteptype>
      <bindingtype>0</bindingtype><displayname default="Rate" />${privilege === undefined ? "" : `<executeprivilegename>${privilege}</executeprivilegename>`}
      <isfunction>0</isfunction><isprivate>0</isprivate><name>${name}</name>
      <plugintypeid><plugintypeexportkey>${typeKey}</plugintypeexportkey></plugintypeid></customapi>`,
  };
  for (const [parameter, [type, isOptional]] of Object.entries(parameters)) {
    files[`${folder}/customapirequestparameters/${parameter}/customapirequestparameter.xml`] =
      `<customapirequestparameter uniquename="${parameter}"><isoptional>${isOptional ? 1 : 0}</isoptional><name>${parameter}</name><type>${type}</type></customapirequestparameter>`;
  }
  for (const [property, type] of Object.entries(properties)) {
    files[`${folder}/customapiresponseproperties/${property}/customapiresponseproperty.xml`] =
      `<customapiresponseproperty uniquename="${property}"><name>${property}</name><type>${type}</type></customapiresponseproperty>`;
  }
  return { files };
}

interface FormDiffOptions {
  column?: string;
  more?: string;
  formId?: string;
  tabAction?: string;
}

/** A managed diff of the Opportunity main form: one tab that shows one column. */
export function formDiff({
  column = "acme_score",
  more = "",
  formId = ids.form,
  tabAction = "Added",
}: FormDiffOptions = {}): string {
  return `<forms type="main"><systemform><formid>{${formId}}</formid><FormActivationState>1</FormActivationState><form><tabs>
    <tab name="tab_acme" id="{${ids.tab}}" ordinalvalue="20" solutionaction="${tabAction}">${label("labels", "label", "Acme")}<columns><column width="100%" id="0"><sections>
    <section name="section_acme" id="{${ids.section}}" ordinalvalue="0">${label("labels", "label", "Acme")}<rows><row><cell id="{${ids.cell}}" ordinalvalue="10000">
    ${label("labels", "label", "Score")}<control id="${column}" classid="{C6D124CA-7EDA-4A60-AEA9-7FB8D318B68F}" datafieldname="${column}" /></cell></row></rows></section>
    </sections></column></columns></tab></tabs>${more}</form>${label("LocalizedNames", "LocalizedName", "Opportunity")}</systemform></forms>`;
}

export function view({ column = "acme_score" } = {}): string {
  return `<savedqueries><savedquery><isdefault>0</isdefault><savedqueryid>{${ids.view}}</savedqueryid>
    <layoutxml><grid name="resultset" jump="name"><row name="result" id="opportunityid"><cell name="name" width="200" /><cell name="${column}" width="100" /></row></grid></layoutxml>
    <querytype>0</querytype><fetchxml><fetch version="1.0" mapping="logical"><entity name="opportunity"><attribute name="name" /><attribute name="${column}" /></entity></fetch></fetchxml>
    ${label("LocalizedNames", "LocalizedName", "Scored Opportunities")}</savedquery></savedqueries>`;
}
