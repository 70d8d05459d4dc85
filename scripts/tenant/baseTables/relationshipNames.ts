/**
 * Names of the relationships to owners, makers and business units where a table of the platform does not follow the pattern of tables
 * made today. A name is also the navigation property on the one side. Source: metadata of an organization, as its generated classes hold it.
 */
export const relationshipNames: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  businessunit: { createdby: "lk_businessunitbase_createdby", modifiedby: "lk_businessunitbase_modifiedby" },
  organization: { createdby: "lk_organizationbase_createdby", modifiedby: "lk_organizationbase_modifiedby" },
  transactioncurrency: {
    createdby: "lk_transactioncurrencybase_createdby",
    modifiedby: "lk_transactioncurrencybase_modifiedby",
  },
  systemuser: { createdby: "lk_systemuserbase_createdby", modifiedby: "lk_systemuserbase_modifiedby" },
  team: { createdby: "lk_teambase_createdby", modifiedby: "lk_teambase_modifiedby" },
  role: { createdby: "lk_rolebase_createdby", modifiedby: "lk_rolebase_modifiedby" },
  publisher: {
    createdonbehalfby: "lk_publisherbase_createdonbehalfby",
    modifiedonbehalfby: "lk_publisherbase_modifiedonbehalfby",
  },
  solution: {
    createdonbehalfby: "lk_solutionbase_createdonbehalfby",
    modifiedonbehalfby: "lk_solutionbase_modifiedonbehalfby",
  },
  solutioncomponent: {
    createdonbehalfby: "lk_solutioncomponentbase_createdonbehalfby",
    modifiedonbehalfby: "lk_solutioncomponentbase_modifiedonbehalfby",
  },
  importjob: {
    createdby: "lk_importjobbase_createdby",
    createdonbehalfby: "lk_importjobbase_createdonbehalfby",
    modifiedby: "lk_importjobbase_modifiedby",
    modifiedonbehalfby: "lk_importjobbase_modifiedonbehalfby",
  },
  webresource: {
    createdby: "webresource_createdby",
    createdonbehalfby: "lk_webresourcebase_createdonbehalfby",
    modifiedby: "webresource_modifiedby",
    modifiedonbehalfby: "lk_webresourcebase_modifiedonbehalfby",
  },
  savedquery: { createdby: "lk_savedquerybase_createdby", modifiedby: "lk_savedquerybase_modifiedby" },
  pluginassembly: { createdby: "createdby_pluginassembly", modifiedby: "modifiedby_pluginassembly" },
  plugintype: { createdby: "createdby_plugintype", modifiedby: "modifiedby_plugintype" },
  sdkmessage: { createdby: "createdby_sdkmessage", modifiedby: "modifiedby_sdkmessage" },
  sdkmessageprocessingstep: {
    createdby: "createdby_sdkmessageprocessingstep",
    modifiedby: "modifiedby_sdkmessageprocessingstep",
  },
  sdkmessageprocessingstepimage: {
    createdby: "createdby_sdkmessageprocessingstepimage",
    modifiedby: "modifiedby_sdkmessageprocessingstepimage",
  },
  plugintracelog: {
    createdby: "createdby_plugintracelog",
    createdonbehalfby: "lk_plugintracelogbase_createdonbehalfby",
  },
  asyncoperation: { owninguser: "system_user_asyncoperation" },
  workflow: {
    owninguser: "system_user_workflow",
    createdby: "workflow_createdby",
    createdonbehalfby: "workflow_createdonbehalfby",
    modifiedby: "workflow_modifiedby",
    modifiedonbehalfby: "workflow_modifiedonbehalfby",
  },
  account: {
    owninguser: "user_accounts",
    owningteam: "team_accounts",
    owningbusinessunit: "business_unit_accounts",
    createdby: "lk_accountbase_createdby",
    createdonbehalfby: "lk_accountbase_createdonbehalfby",
    modifiedby: "lk_accountbase_modifiedby",
    modifiedonbehalfby: "lk_accountbase_modifiedonbehalfby",
  },
  contact: {
    owninguser: "contact_owning_user",
    owningteam: "team_contacts",
    owningbusinessunit: "business_unit_contacts",
    createdby: "lk_contactbase_createdby",
    modifiedby: "lk_contactbase_modifiedby",
  },
  lead: {
    owninguser: "lead_owning_user",
    owningteam: "lead_owning_team",
    owningbusinessunit: "business_unit_leads",
    createdby: "lk_leadbase_createdby",
    modifiedby: "lk_leadbase_modifiedby",
  },
  opportunity: {
    owninguser: "opportunity_owning_user",
    owningteam: "team_opportunities",
    owningbusinessunit: "business_unit_opportunities",
    createdby: "lk_opportunitybase_createdby",
    modifiedby: "lk_opportunitybase_modifiedby",
  },
  opportunityclose: { owningbusinessunit: "business_unit_opportunity_close_activities" },
};
