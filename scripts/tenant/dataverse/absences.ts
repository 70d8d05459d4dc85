import { DataverseError } from "./OrganizationService";

const names = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/**
 * What Dataverse has and the local tenant does not, by its documented name. Whoever asks for it gets 501: in the words of what is not
 * there at all, a client would take the tenant's gap for a mistake of its own.
 */
const absent = {
  /** Functions and actions of the Web API. */
  operation: names(`
    AddMembersTeam AddPrivilegesRole AddToQueue AddUserToRecordTeam BulkDelete CalculateRollupField CancelSalesOrder CloneAsPatch
    CloneAsSolution CloseIncident ConvertOwnerTeamToAccessTeam CreateException CreateEntities CreateWorkflowFromTemplate
    DeleteMultiple DeleteOptionValue DetectDuplicates DownloadBlock ExecuteWorkflow ExportSolution ExportSolutionAsync
    ExportTranslation FetchXmlToQueryExpression FormatAddress GenerateSalesOrderFromOpportunity GenerateQuoteFromOpportunity
    GetTimeZoneCodeByLocalizedName GrantAccess ImportTranslation InitializeFrom InitializeFileBlocksDownload
    InitializeFileBlocksUpload InsertOptionValue IsValidStateTransition LocalTimeFromUtcTime LockInvoicePricing Merge ModifyAccess
    PublishXml PublishDuplicateRule QueryExpressionToFetchXml RemoveMembersTeam RemovePrivilegeRole RemoveSolutionComponent
    AddSolutionComponent Reschedule RetrieveAadUserRoles RetrieveAllEntities RetrieveAttributeChangeHistory
    RetrieveCurrentOrganization RetrieveDependenciesForDelete RetrieveDependentComponents RetrieveDuplicates
    RetrieveEntityChanges RetrieveLicenseInfo RetrieveLocLabels RetrieveMetadataChanges RetrieveMissingDependencies
    RetrieveOrganizationInfo RetrievePrincipalAccess RetrievePrivilegeSet RetrieveProvisionedLanguages
    RetrieveRecordChangeHistory RetrieveRequiredComponents RetrieveRolePrivilegesRole RetrieveSharedPrincipalsAndAccess
    RetrieveTimestamp RetrieveTotalRecordCount RetrieveUnpublished RetrieveUnpublishedMultiple RetrieveUserPrivileges
    RetrieveUserPrivilegeByPrivilegeName RetrieveUserSettingsSystemUser RetrieveVersion RevokeAccess Rollup SearchByBody
    SendEmail SetProcess UninstallSampleData UpdateOptionValue UploadBlock UtcTimeFromLocalTime ValidateRecurrenceRule`),
  /** Tables, by logical name. */
  table: names(`
    activityparty activitypointer annotation appointment audit bookableresource businessunitnewsarticle campaign campaignresponse
    competitor connection connectionrole contract customeraddress discount duplicaterule email entitymap fax feedback
    goal incident invoice invoicedetail kbarticle letter list mailbox msdyn_aimodel opportunityproduct opportunitysalesprocess phonecall
    position post pricelevel principalobjectaccess processsession product productpricelevel queue queueitem quote quotedetail
    recurringappointmentmaster report salesorder salesorderdetail sharepointdocumentlocation sla socialactivity subject subscription
    task teammembership teamprofiles teamroles template territory transactioncurrencymap uom usersettings userquery`),
  /** Entity sets. */
  set: names(`
    activityparties activitypointers annotations appointments audits campaigns campaignresponses competitors connections connectionroles
    contracts customeraddresses duplicaterules emails entitymaps faxes feedback goals incidents invoices invoicedetails letters
    lists mailboxes opportunityproducts phonecalls posts pricelevels processsessions products queues queueitems quotes quotedetails
    reports salesorders salesorderdetails sharepointdocumentlocations slas socialactivities subjects tasks teammemberships
    templates territories uoms usersettingscollection userqueries`),
  /** Navigation properties between many and many, and to tables that are not there. */
  navigation: names(`
    systemuserroles_association teammembership_association teamroles_association teamprofiles_association
    systemuserprofiles_association accountleads_association contactleads_association listaccount_association
    opportunitycompetitors_association Account_Annotation Opportunity_Annotation Account_Tasks Opportunity_Tasks
    opportunity_activity_parties product_opportunities`),
  option: names("$apply userQuery"),
  header: names(`
    mscrm.suppressduplicatedetection mscrm.bypasscustompluginexecution mscrm.bypassbusinesslogicexecution
    mscrm.bypassbusinesslogicexecutionstepids mscrm.solutionuniquename mscrm.mergelabels mscrm.solutionname mscrm-tag
    mscrm.suppresscallbackregistrationexpanderjob consistency`),
  preference: names("odata.track-changes respond-async odata.allow-entityreferences"),
  /** Of FetchXML, and query functions of the Web API. */
  operator: names(`
    above under eq-or-above eq-or-under not-under eq-userteams eq-useroruserteams eq-useroruserhierarchy
    eq-useroruserhierarchyandteams eq-userlanguage this-fiscal-year this-fiscal-period last-fiscal-year last-fiscal-period
    next-fiscal-year next-fiscal-period last-x-fiscal-years last-x-fiscal-periods next-x-fiscal-years next-x-fiscal-periods
    in-fiscal-year in-fiscal-period in-fiscal-period-and-year in-or-before-fiscal-period-and-year
    in-or-after-fiscal-period-and-year
    Above Under AboveOrEqual UnderOrEqual NotUnder EqualUserTeams EqualUserOrUserTeams EqualUserOrUserHierarchy
    EqualUserOrUserHierarchyAndTeams EqualUserLanguage ThisFiscalYear ThisFiscalPeriod LastFiscalYear LastFiscalPeriod
    NextFiscalYear NextFiscalPeriod LastXFiscalYears LastXFiscalPeriods NextXFiscalYears NextXFiscalPeriods InFiscalYear
    InFiscalPeriod InFiscalPeriodAndYear InOrBeforeFiscalPeriodAndYear InOrAfterFiscalPeriodAndYear`),
  /** Attributes of FetchXML elements, and values they may have. */
  fetch: names("datasource rowaggregate matchfirstrowusingcrossapply fiscal-period fiscal-year"),
  /** Properties of definitions. */
  definition: names(`
    CanCreateAttributes CanCreateForms CanCreateViews CanCreateCharts IsKnowledgeManagementEnabled IsAuditEnabled IsActivity
    IsCustomizable IsManaged IsQuickCreateEnabled ChangeTrackingEnabled ObjectTypeCode HasNotes HasActivities IsMappable
    IsRenameable IsDuplicateDetectionEnabled IsConnectionsEnabled IsMailMergeEnabled IsValidForAdvancedFind IsVisibleInMobile
    IconSmallName IconVectorName Description DataProviderId DataSourceId AutoCreateAccessTeams EntityColor Privileges`),
} as const;

export type AbsentKind = keyof typeof absent;

/** The refusal, unless what is named is there in Dataverse and only the local tenant lacks it. */
export function unlessAbsent(kind: AbsentKind, name: string, refusal: DataverseError): DataverseError {
  const plain = name.replace(/^Microsoft\.Dynamics\.CRM\./, "").split("/")[0] ?? name;
  if (!absent[kind].has(plain)) return refusal;
  return new DataverseError(
    "0x80044180",
    `The local tenant does not have '${plain}', which Dataverse has (${kind}). Try it in an environment.`,
    501,
  );
}
