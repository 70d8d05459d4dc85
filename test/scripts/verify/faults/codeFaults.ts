import { strToU8 } from "fflate";
import {
  api,
  assembly,
  change,
  changeOf,
  customizations,
  dll,
  edit,
  flows,
  inFlow,
  inReplay,
  leaveOut,
  manifest,
  named,
  parameter,
  replay,
  settings,
  step,
  type PlantedFault,
  variable,
  without,
} from "./plant";

/** Faults of what runs: assembly, steps, flows, custom APIs, environment variables. */
export const codeFaults: readonly PlantedFault[] = [
  // Assembly and steps.
  change(
    "types belong to their assembly",
    "a full name with another key token",
    /FullName="CoSellConnector([^"]*)PublicKeyToken=\w+"/,
    'FullName="CoSellConnector$1PublicKeyToken=0123456789abcdef"',
  ),
  {
    rule: assembly,
    what: "full name, types, steps and root with a key that the file is not signed with",
    plant: (all) =>
      [customizations, manifest].reduce(
        (done, name) => edit(done, name, /PublicKeyToken=a0d824104d286598/g, "PublicKeyToken=0123456789abcdef"),
        all,
      ),
  },
  change(
    "plug-in assemblies are signed",
    "no key token",
    /(<PluginAssembly FullName="[^"]*)PublicKeyToken=\w+/,
    "$1PublicKeyToken=null",
  ),
  {
    rule: assembly,
    what: "text in place of the assembly",
    plant: (all) => ({ ...all, [named(all, dll)]: strToU8("This is no assembly.") }),
  },
  {
    rule: assembly,
    what: "half an assembly",
    plant: (all) => ({ ...all, [named(all, dll)]: (all[named(all, dll)] ?? new Uint8Array()).subarray(0, 2000) }),
  },
  change(
    assembly,
    "a plug-in type that the assembly lacks",
    / Name="CoSellConnector\.PluginHost\.EnginePlugin"/,
    ' Name="CoSellConnector.PluginHost.OtherPlugin"',
  ),
  change("plug-ins run in the sandbox", "an assembly outside the sandbox", "<IsolationMode>2<", "<IsolationMode>1<"),
  change(step, "a message id that is no GUID", /<SdkMessageId>[^<]*</, "<SdkMessageId>Create<"),
  change(step, "a stage that is none", "<Stage>40<", "<Stage>45<"),
  change(step, "an asynchronous step before the operation", "<Stage>40<", "<Stage>20<"),
  change(
    step,
    "an image of the row before its creation",
    /(<SdkMessageId>9ebdbb1b[\s\S]*?)<SdkMessageProcessingStepImages \/>/,
    '$1<SdkMessageProcessingStepImages><SdkMessageProcessingStepImage Name="Before"><SdkMessageProcessingStepImageId>{11111111-1111-4111-8111-111111111111}</SdkMessageProcessingStepImageId><Attributes></Attributes><EntityAlias>Before</EntityAlias><ImageType>0</ImageType><MessagePropertyName>Target</MessagePropertyName><IsCustomizable>1</IsCustomizable></SdkMessageProcessingStepImage></SdkMessageProcessingStepImages>',
  ),
  change(step, "a type name with another key token", /(<PluginTypeName>[^<]*PublicKeyToken=)\w+/, "$10123456789abcdef"),
  change(step, "a type id that is in no assembly", /<PluginTypeId>e8cafe5c/, "<PluginTypeId>f8cafe5c"),
  change(
    step,
    "a filter on a column that is not there",
    "<FilteringAttributes>cosell_",
    "<FilteringAttributes>cosell_nosuch,cosell_",
  ),
  change(
    step,
    "a table that is not there",
    "<PrimaryEntity>cosell_partnercentersolution",
    "<PrimaryEntity>cosell_nosuchtable",
  ),

  // Flows and connection references.
  change(flows, "a cloud flow of a classic category", "<Category>5<", "<Category>0<"),
  change(flows, "an activation in place of a definition", /(<JsonFileName>[^<]*<\/JsonFileName>\s*<Type>)1</, "$12<"),
  change(
    flows,
    "a state and a status that contradict",
    /<StateCode>0<\/StateCode>\s*<StatusCode>1</,
    "<StateCode>0</StateCode><StatusCode>2<",
  ),
  inFlow(
    flows,
    "an expression without its last bracket",
    "@string(triggerOutputs()?['headers'])",
    "@string(triggerOutputs()?['headers']",
  ),
  inFlow(flows, "a connector that is not the reference's", /"name": "shared_\w+"/, '"name": "shared_office365"'),
  inFlow(flows, "a file that is not JSON", '"properties"', '"properties'),
  inFlow(flows, "no trigger", '"triggers"', '"trigger"'),
  inFlow(
    flows,
    "a connection that the flow does not declare",
    '"connectionName": "shared_',
    '"connectionName": "another_',
  ),
  inFlow(flows, "a custom API that is not there", "cosell_ReceivePartnerCenterEvent", "cosell_ReceiveEvent"),
  inFlow(flows, "a parameter that the custom API lacks", "item/Headers", "item/Header"),
  inFlow(
    flows,
    "an order after an action that is not beside it",
    /"Receive_Partner_Center_event": \[/,
    '"Receive_event": [',
  ),
  change(flows, "a connection reference left out", /<connectionreference [\s\S]*<\/connectionreference>/, ""),
  change(
    "connection references name a connector",
    "a connection of one environment",
    "</connectorid>",
    "</connectorid><connectionid>1</connectionid>",
  ),
  change(
    "connection references name a connector",
    "a connector that is none",
    /<connectorid>[^<]*</,
    "<connectorid>shared<",
  ),

  // Custom APIs and environment variables.
  leaveOut(api, "a definition left out, its parameters there", /^customapis\/cosell_Replay\/customapi\.xml$/),
  leaveOut(
    "web resources as the server can use them",
    "a whole custom API left out that a script serves",
    /^customapis\/cosell_Replay\//,
  ),
  leaveOut(flows, "a whole custom API left out that a flow calls", /^customapis\/cosell_RunMaintenance\//),
  inReplay(api, "bound to a table without naming one", "<bindingtype>0<", "<bindingtype>1<"),
  inReplay(api, "an unknown binding", "<bindingtype>0<", "<bindingtype>7<"),
  inReplay(api, "no plug-in type", /<plugintypeid>[\s\S]*<\/plugintypeid>/, ""),
  inReplay(api, "a plug-in type of no assembly", /<plugintypeexportkey>./, "<plugintypeexportkey>0"),
  {
    rule: api,
    what: "a function without response",
    plant: (all) =>
      without(
        edit(all, replay, "<isfunction>0<", "<isfunction>1<"),
        /^customapis\/cosell_Replay\/customapiresponseproperties\//,
      ),
  },
  changeOf(/Replay\/customapirequestparameters\/[^/]*\/.*\.xml$/)(
    parameter,
    "a parameter of an unknown type",
    /<type>\d+</,
    "<type>13<",
  ),
  changeOf(/Replay\/customapiresponseproperties\/[^/]*\/.*\.xml$/)(
    parameter,
    "an optional response property",
    "<name>",
    "<isoptional>1</isoptional><name>",
  ),
  changeOf(variable("DailyCallBudget"))(
    settings,
    "a default that is no number",
    /<defaultvalue>[^<]*</,
    "<defaultvalue>many<",
  ),
  changeOf(variable("OutboundEnabled"))(
    settings,
    "a default that is neither yes nor no",
    /<defaultvalue>[^<]*</,
    "<defaultvalue>maybe<",
  ),
  changeOf(variable("ConflictPolicy"))(
    settings,
    "a name that differs from its folder",
    'schemaname="cosell_ConflictPolicy"',
    'schemaname="cosell_ConflictPolicies"',
  ),
  changeOf(variable("ConflictPolicy"))(settings, "an unknown type", /<type>\d+</, "<type>100000009<"),
  changeOf(variable("PartnerCenterClientSecret"))(
    settings,
    "a secret with a value",
    "<displayname",
    "<defaultvalue>s</defaultvalue><displayname",
  ),
];
