import { done, examplesOf, refusedOf, representation, sample, type Example } from "./Example";

const headers = examplesOf("webapi/compose-http-requests-handle-errors");
const impersonation = examplesOf("webapi/impersonate-another-user-web-api");
const functions = examplesOf("webapi/use-web-api-functions");
const actions = examplesOf("webapi/use-web-api-actions");
const noFunction = refusedOf("webapi/use-web-api-functions");
const noAction = refusedOf("webapi/use-web-api-actions");

export const calls: readonly Example[] = [
  headers(
    "GET accounts?$select=name&$top=1",
    { headers: { "odata-version": "4.0", "content-type": /odata.metadata=minimal/ } },
    {
      headers: {
        accept: "application/json",
        "odata-maxversion": "4.0",
        "odata-version": "4.0",
        "if-none-match": "null",
      },
    },
  ),
  headers("GET accounts?$select=name&$top=1", {}, { headers: { Consistency: "Strong" } }),
  headers("PATCH accounts", { status: 405, json: { error: {} } }, { body: {} }),
  headers("GET accounts?$select=nme", {
    status: 400,
    json: {
      error: {
        code: "0x80060888",
        message: "Could not find a property named 'nme' on type 'Microsoft.Dynamics.CRM.account'.",
      },
    },
  }),
  refusedOf("webapi/compose-http-requests-handle-errors")("GET accounts?$select=name", "track-changes", {
    headers: { prefer: "odata.track-changes" },
  }),
  refusedOf("webapi/compose-http-requests-handle-errors")("POST accounts", "mscrm.bypasscustompluginexecution", {
    body: sample,
    headers: { "MSCRM.BypassCustomPluginExecution": "true" },
  }),
  refusedOf("webapi/compose-http-requests-handle-errors")("POST accounts", "mscrm.solutionuniquename", {
    body: sample,
    headers: { "MSCRM.SolutionUniqueName": "x" },
  }),
  impersonation(
    "POST accounts?$select=name&$expand=createdby($select=fullname),createdonbehalfby($select=fullname),owninguser($select=fullname)",
    {
      status: 201,
      json: {
        createdby: { fullname: "Kim Seller" },
        createdonbehalfby: { fullname: "Alex Admin" },
        owninguser: { fullname: "Kim Seller" },
      },
    },
    {
      body: { name: "Created for another" },
      headers: { ...representation, authorization: "Bearer alex", CallerObjectId: "{objectid}" },
    },
  ),
  impersonation(
    "GET WhoAmI",
    { json: { UserId: "{me}" } },
    { headers: { authorization: "Bearer alex", MSCRMCallerID: "{me}" } },
  ),
  impersonation(
    "POST accounts",
    { status: 403, json: { error: { code: "0x8004a110" } } },
    { body: { name: "x" }, headers: { CallerObjectId: "{objectid}" } },
  ),
  functions("GET WhoAmI()", {
    json: {
      "@odata.context": /#Microsoft.Dynamics.CRM.WhoAmIResponse$/,
      UserId: "{me}",
      BusinessUnitId: /-/,
      OrganizationId: /-/,
    },
  }),
  examplesOf("send-parallel-requests")("GET WhoAmI", { headers: { "x-ms-dop-hint": /^\d+$/ } }),
  noFunction(
    "GET GetTimeZoneCodeByLocalizedName(LocalizedStandardName='Pacific Standard Time',LocaleId=1033)",
    "GetTimeZoneCodeByLocalizedName",
  ),
  noFunction(
    "GET GetTimeZoneCodeByLocalizedName(LocalizedStandardName=@p1,LocaleId=@p2)?@p1='Pacific Standard Time'&@p2=1033",
    "GetTimeZoneCodeByLocalizedName",
  ),
  noFunction(
    "GET systemusers({me})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@tid)?@tid={'@odata.id':'contacts({contact})'}",
    "RetrievePrincipalAccess",
  ),
  noFunction("GET systemusers({me})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges", "RetrieveUserPrivileges"),
  refusedOf("webapi/web-api-functions-actions-sample")(
    "GET FormatAddress(Line1=@p1,City=@p2)?@p1='123 Maple St.'&@p2='Seattle'",
    "FormatAddress",
  ),
  refusedOf("webapi/web-api-functions-actions-sample")(
    "GET RetrieveCurrentOrganization(AccessType=@p1)?@p1=Microsoft.Dynamics.CRM.EndpointAccessType'Default'",
    "RetrieveCurrentOrganization",
  ),
  refusedOf("webapi/web-api-functions-actions-sample")(
    `GET RetrieveTotalRecordCount(EntityNames=@p1)?@p1=["account","contact"]`,
    "RetrieveTotalRecordCount",
  ),
  refusedOf("webapi/web-api-functions-actions-sample")("POST GrantAccess", "GrantAccess", { body: {} }),
  actions("POST WinOpportunity", done, {
    body: {
      Status: 3,
      OpportunityClose: {
        subject: "Won Opportunity",
        "opportunityid@odata.bind": "{root}opportunities({new:opportunities})",
      },
    },
  }),
  actions("POST LoseOpportunity", done, {
    body: {
      Status: 4,
      OpportunityClose: { subject: "Lost", "opportunityid@odata.bind": "/opportunities({new:opportunities})" },
    },
  }),
  actions(
    "POST leads({new:leads})/Microsoft.Dynamics.CRM.QualifyLead",
    {
      json: {
        value: [{ "@odata.type": /account$/ }, { "@odata.type": /contact$/ }, { "@odata.type": /opportunity$/ }],
      },
    },
    { body: { CreateAccount: true, CreateContact: true, CreateOpportunity: true, Status: 3 } },
  ),
  noAction("POST queues({account})/Microsoft.Dynamics.CRM.AddToQueue", "queues", { body: {} }),
  noAction("POST solutions/Microsoft.Dynamics.CRM.ExportTranslation", "ExportTranslation", {
    body: { SolutionName: "MySolution" },
  }),
  actions(
    "POST contacts({contact})/Microsoft.Dynamics.CRM.new_AddNoteToContact",
    { status: 404, json: { error: { message: /new_AddNoteToContact/ } } },
    { body: { NoteTitle: "t", NoteText: "x" } },
  ),
  noAction("POST teams({account})/Microsoft.Dynamics.CRM.AddMembersTeam", "AddMembersTeam", { body: {} }),
];
