// Generated from Solution/src by npm run generate.

export const tables = {
  auditEntry: {
    logicalName: "cosell_auditentry",
    entitySetName: "cosell_auditentries",
    primaryId: "cosell_auditentryid",
    primaryName: "cosell_name",
  },
  connection: {
    logicalName: "cosell_connection",
    entitySetName: "cosell_connections",
    primaryId: "cosell_connectionid",
    primaryName: "cosell_name",
  },
  link: {
    logicalName: "cosell_link",
    entitySetName: "cosell_links",
    primaryId: "cosell_linkid",
    primaryName: "cosell_name",
  },
  message: {
    logicalName: "cosell_message",
    entitySetName: "cosell_messages",
    primaryId: "cosell_messageid",
    primaryName: "cosell_name",
  },
  partnerCenterSolution: {
    logicalName: "cosell_partnercentersolution",
    entitySetName: "cosell_partnercentersolutions",
    primaryId: "cosell_partnercentersolutionid",
    primaryName: "cosell_name",
  },
  solutionDetail: {
    logicalName: "cosell_solutiondetail",
    entitySetName: "cosell_solutiondetails",
    primaryId: "cosell_solutiondetailid",
    primaryName: "cosell_name",
  },
  lead: { logicalName: "lead", entitySetName: "leads", primaryId: "leadid", primaryName: "fullname" },
  opportunity: {
    logicalName: "opportunity",
    entitySetName: "opportunities",
    primaryId: "opportunityid",
    primaryName: "name",
  },
} as const;

export const columns = {
  auditEntry: {
    detail: "cosell_detail",
    fact: "cosell_fact",
    hash: "cosell_hash",
    linkId: "cosell_linkid",
    name: "cosell_name",
    occurredOn: "cosell_occurredon",
    opportunityId: "cosell_opportunityid",
    previousHash: "cosell_previoushash",
    sequence: "cosell_sequence",
  },
  connection: {
    name: "cosell_name",
    refreshToken: "cosell_refreshtoken",
    refreshTokenExpiresOn: "cosell_refreshtokenexpireson",
    signedInAs: "cosell_signedinas",
    tenantId: "cosell_tenantid",
  },
  link: {
    auditHash: "cosell_audithash",
    auditSequence: "cosell_auditsequence",
    engagementIdentifier: "cosell_engagementidentifier",
    failureCode: "cosell_failurecode",
    lastAgreedValues: "cosell_lastagreedvalues",
    leadId: "cosell_leadid",
    leaseExpiresOn: "cosell_leaseexpireson",
    leaseOwner: "cosell_leaseowner",
    microsoftReferralETag: "cosell_microsoftreferraletag",
    microsoftReferralIdentifier: "cosell_microsoftreferralidentifier",
    name: "cosell_name",
    opportunityId: "cosell_opportunityid",
    referralETag: "cosell_referraletag",
    referralIdentifier: "cosell_referralidentifier",
    syncStatus: "cosell_syncstatus",
  },
  message: {
    attempts: "cosell_attempts",
    detail: "cosell_detail",
    direction: "cosell_direction",
    failureCode: "cosell_failurecode",
    idempotencyKey: "cosell_idempotencykey",
    linkId: "cosell_linkid",
    name: "cosell_name",
    nextAttemptOn: "cosell_nextattempton",
    state: "cosell_state",
    subject: "cosell_subject",
  },
  partnerCenterSolution: {
    name: "cosell_name",
    opportunityId: "cosell_opportunityid",
    solutionDetailId: "cosell_solutiondetailid",
    solutionId: "cosell_solutionid",
    solutionKind: "cosell_solutionkind",
  },
  solutionDetail: {
    isActive: "cosell_isactive",
    name: "cosell_name",
    publisher: "cosell_publisher",
    solutionId: "cosell_solutionid",
    solutionKind: "cosell_solutionkind",
  },
  lead: {
    audit: "cosell_audit",
    lastSyncedOn: "cosell_lastsyncedon",
    referralIdentifier: "cosell_referralidentifier",
    referralLink: "cosell_referrallink",
    syncStatus: "cosell_syncstatus",
    syncWithPartnerCenter: "cosell_syncwithpartnercenter",
  },
  opportunity: {
    audit: "cosell_audit",
    customerConsent: "cosell_customerconsent",
    customerMarketplaceIntent: "cosell_customermarketplaceintent",
    howCanMicrosoftHelp: "cosell_howcanmicrosofthelp",
    lastSyncedOn: "cosell_lastsyncedon",
    microsoftCrmIdentifier: "cosell_microsoftcrmidentifier",
    products: "cosell_products",
    referralIdentifier: "cosell_referralidentifier",
    referralLink: "cosell_referrallink",
    referralVisibility: "cosell_referralvisibility",
    syncStatus: "cosell_syncstatus",
    syncWithPartnerCenter: "cosell_syncwithpartnercenter",
  },
} as const;

export const navigation = {
  auditEntry: { linkId: "cosell_LinkId", opportunityId: "cosell_OpportunityId" },
  link: { leadId: "cosell_LeadId", opportunityId: "cosell_OpportunityId" },
  message: { linkId: "cosell_LinkId" },
  partnerCenterSolution: { opportunityId: "cosell_OpportunityId", solutionDetailId: "cosell_SolutionDetailId" },
} as const;

export const choices = {
  customerMarketplaceIntent: { yes: 731500000, no: 731500001, haveNotDecided: 731500002 },
  direction: { toPartnerCenter: 731500000, toDynamics365: 731500001 },
  howCanMicrosoftHelp: {
    workloadSpecificValueProposition: 731500001,
    customerTechnicalArchitecture: 731500002,
    proofOfConceptDemo: 731500003,
    quotesAndLicensing: 731500004,
    postSalesCustomerSuccess: 731500005,
    generalOrOther: 731500006,
  },
  messageState: { waiting: 731500000, parked: 731500001, done: 731500002 },
  referralVisibility: { private: 731500000, visible: 731500001 },
  solutionKind: { partnerSolution: 731500000, microsoftSolution: 731500001, thirdPartySolution: 731500002 },
  syncStatus: {
    notShared: 731500000,
    blocked: 731500001,
    ready: 731500002,
    queued: 731500003,
    sending: 731500004,
    waitingOnMicrosoft: 731500005,
    inSync: 731500006,
    changedHere: 731500007,
    changedAtMicrosoft: 731500008,
    conflict: 731500009,
    needsAttention: 731500010,
    closed: 731500011,
  },
} as const;

export const environmentVariables = {
  conflictPolicy: { schemaName: "cosell_ConflictPolicy", defaultValue: "ask" },
  countryCodeFieldName: { schemaName: "cosell_CountryCodeFieldName", defaultValue: "address1_country" },
  customizeApi: { schemaName: "cosell_CustomizeApi", defaultValue: null },
  dailyCallBudget: { schemaName: "cosell_DailyCallBudget", defaultValue: "10000" },
  dealValueCurrencyField: { schemaName: "cosell_DealValueCurrencyField", defaultValue: "transactioncurrencyid" },
  dealValueFieldName: { schemaName: "cosell_DealValueFieldName", defaultValue: "estimatedvalue" },
  displayCheckMark: { schemaName: "cosell_DisplayCheckMark", defaultValue: "yes" },
  inboundEnabled: { schemaName: "cosell_InboundEnabled", defaultValue: "yes" },
  outboundEnabled: { schemaName: "cosell_OutboundEnabled", defaultValue: "yes" },
  partnerCenterClientId: { schemaName: "cosell_PartnerCenterClientId", defaultValue: null },
  partnerCenterClientSecret: { schemaName: "cosell_PartnerCenterClientSecret", defaultValue: null },
  partnerCenterCloudProfile: { schemaName: "cosell_PartnerCenterCloudProfile", defaultValue: "Commercial" },
  partnerCenterTenantId: { schemaName: "cosell_PartnerCenterTenantId", defaultValue: null },
  syncCosellOnly: { schemaName: "cosell_SyncCosellOnly", defaultValue: "no" },
  writeCheckMarkIntoName: { schemaName: "cosell_WriteCheckMarkIntoName", defaultValue: "no" },
} as const;

export const customApis = { previewSync: "cosell_PreviewSync", syncOpportunity: "cosell_SyncOpportunity" } as const;

export const webResources = {
  engine: "cosell_/engine/engine.js",
  opportunityForm: "cosell_/forms/OpportunityForm.js",
  solutionForm: "cosell_/forms/SolutionForm.js",
  attention: "cosell_/images/attention.svg",
  synced: "cosell_/images/synced.svg",
  waiting: "cosell_/images/waiting.svg",
  gridIcons: "cosell_/views/GridIcons.js",
} as const;

export const securityRoles = { coSellAdministrator: "Co-sell Administrator", coSellSeller: "Co-sell Seller" } as const;
