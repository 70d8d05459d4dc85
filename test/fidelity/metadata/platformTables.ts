import type { TableFacts } from "./TableFacts";

/** Tables of the platform itself, as real organizations have them. */
export const platformTables: readonly TableFacts[] = [
  {
    table: "businessunit",
    set: "businessunits",
    id: "businessunitid",
    name: "name",
    dumps: ["earlyBound", "proxies"],
    columns: `
      businessunitid Uniqueidentifier; name String 160; parentbusinessunitid Lookup; isdisabled Boolean; createdon DateTime; modifiedon
      DateTime`,
    relationships: `
      business_unit_parent_business_unit parentbusinessunitid businessunit`,
  },
  {
    table: "organization",
    set: "organizations",
    id: "organizationid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      organizationid Uniqueidentifier; name String; basecurrencyid Lookup; languagecode Integer; createdon DateTime; modifiedon DateTime`,
    relationships: `
      basecurrency_organization basecurrencyid transactioncurrency`,
  },
  {
    table: "transactioncurrency",
    set: "transactioncurrencies",
    id: "transactioncurrencyid",
    name: "currencyname",
    dumps: ["earlyBound", "proxies"],
    columns: `
      transactioncurrencyid Uniqueidentifier; currencyname String 100; isocurrencycode String 5; currencysymbol String; currencyprecision
      Integer; exchangerate Decimal; createdon DateTime; modifiedon DateTime; statecode State; statuscode Status`,
    choices: `
      statecode 0 1; statuscode 1 2`,
  },
  {
    table: "systemuser",
    set: "systemusers",
    id: "systemuserid",
    name: "fullname",
    dumps: ["earlyBound", "proxies"],
    columns: `
      systemuserid Uniqueidentifier; firstname String 256; lastname String 256; fullname String 200; domainname String 1024;
      internalemailaddress String 100; title String 128; address1_telephone1 String 64; mobilephone String 64; businessunitid Lookup;
      parentsystemuserid Lookup; azureactivedirectoryobjectid Uniqueidentifier; applicationid Uniqueidentifier; isdisabled Boolean;
      createdon DateTime; modifiedon DateTime`,
    relationships: `
      business_unit_system_users businessunitid businessunit; user_parent_user parentsystemuserid systemuser`,
  },
  {
    table: "team",
    set: "teams",
    id: "teamid",
    name: "name",
    dumps: ["earlyBound", "proxies"],
    columns: `
      teamid Uniqueidentifier; name String 160; businessunitid Lookup; administratorid Lookup; teamtype Picklist; isdefault Boolean;
      description Memo 2000; createdon DateTime; modifiedon DateTime`,
    relationships: `
      business_unit_teams businessunitid businessunit; lk_teambase_administratorid administratorid systemuser`,
  },
  {
    table: "role",
    set: "roles",
    id: "roleid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      roleid Uniqueidentifier; name String; businessunitid Lookup; solutionid Uniqueidentifier; ismanaged Boolean; createdon DateTime;
      modifiedon DateTime`,
    relationships: `
      business_unit_roles businessunitid businessunit`,
  },
  {
    table: "privilege",
    set: "privileges",
    id: "privilegeid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      privilegeid Uniqueidentifier; name String; accessright Integer`,
  },
  {
    table: "fieldsecurityprofile",
    set: "fieldsecurityprofiles",
    id: "fieldsecurityprofileid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      fieldsecurityprofileid Uniqueidentifier; name String; description Memo; solutionid Uniqueidentifier; ismanaged Boolean; createdon
      DateTime; modifiedon DateTime`,
  },
  {
    table: "fieldpermission",
    set: "fieldpermissions",
    id: "fieldpermissionid",
    name: null,
    dumps: ["earlyBound"],
    columns: `
      fieldpermissionid Uniqueidentifier; fieldsecurityprofileid Lookup; entityname String; attributelogicalname String; canread Picklist;
      canupdate Picklist; cancreate Picklist`,
    relationships: `
      lk_fieldpermission_fieldsecurityprofileid fieldsecurityprofileid fieldsecurityprofile`,
  },
  {
    table: "publisher",
    set: "publishers",
    id: "publisherid",
    name: "friendlyname",
    dumps: ["earlyBound"],
    columns: `
      publisherid Uniqueidentifier; uniquename String; friendlyname String; customizationprefix String; customizationoptionvalueprefix
      Integer; description Memo; createdon DateTime; modifiedon DateTime`,
  },
  {
    table: "solution",
    set: "solutions",
    id: "solutionid",
    name: "friendlyname",
    dumps: ["earlyBound", "proxies"],
    columns: `
      solutionid Uniqueidentifier; uniquename String 65; friendlyname String 256; version String 256; ismanaged Boolean; isvisible Boolean;
      installedon DateTime; updatedon DateTime; description Memo 2000; publisherid Lookup; createdon DateTime; modifiedon DateTime`,
    relationships: `
      publisher_solution publisherid publisher`,
  },
  {
    table: "solutioncomponent",
    set: "solutioncomponents",
    id: "solutioncomponentid",
    name: null,
    dumps: ["earlyBound", "proxies"],
    columns: `
      solutioncomponentid Uniqueidentifier; objectid Uniqueidentifier; solutionid Lookup; createdon DateTime; modifiedon DateTime`,
    relationships: `
      solution_solutioncomponent solutionid solution`,
  },
  {
    table: "dependency",
    set: "dependencies",
    id: "dependencyid",
    name: null,
    dumps: ["earlyBound"],
    columns: `
      dependencyid Uniqueidentifier; dependencytype Picklist; requiredcomponentobjectid Uniqueidentifier; dependentcomponentobjectid
      Uniqueidentifier`,
  },
  {
    table: "importjob",
    set: "importjobs",
    id: "importjobid",
    name: null,
    dumps: ["earlyBound"],
    columns: `
      importjobid Uniqueidentifier; name String; solutionname String; startedon DateTime; completedon DateTime; progress Double; data Memo;
      createdon DateTime; modifiedon DateTime`,
  },
  {
    table: "webresource",
    set: "webresourceset",
    id: "webresourceid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      webresourceid Uniqueidentifier; name String; displayname String; description Memo; webresourcetype Picklist; languagecode Integer;
      content Memo; dependencyxml Memo; solutionid Uniqueidentifier; ismanaged Boolean; introducedversion String; createdon DateTime;
      modifiedon DateTime`,
    choices: `
      webresourcetype 1 2 3 4 5 6 7 8 9 10 11 12`,
  },
  {
    table: "customcontrol",
    set: "customcontrols",
    id: "customcontrolid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      customcontrolid Uniqueidentifier; name String; version String; compatibledatatypes Memo; manifest Memo; solutionid Uniqueidentifier;
      ismanaged Boolean; introducedversion String; createdon DateTime; modifiedon DateTime`,
  },
  {
    table: "systemform",
    set: "systemforms",
    id: "formid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      formid Uniqueidentifier; name String; description Memo; objecttypecode String; type Picklist; formxml Memo; formactivationstate
      Picklist; isdefault Boolean; solutionid Uniqueidentifier; ismanaged Boolean; introducedversion String`,
    choices: `
      type 0 2 5 6 7 8 10 11 12; formactivationstate 0 1`,
  },
  {
    table: "savedquery",
    set: "savedqueries",
    id: "savedqueryid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      savedqueryid Uniqueidentifier; name String; description Memo; returnedtypecode String; querytype Integer; fetchxml Memo; layoutxml
      Memo; isdefault Boolean; isquickfindquery Boolean; solutionid Uniqueidentifier; ismanaged Boolean; introducedversion String; createdon
      DateTime; modifiedon DateTime; statecode State; statuscode Status`,
    choices: `
      statecode 0 1; statuscode 1 2`,
  },
  {
    table: "pluginassembly",
    set: "pluginassemblies",
    id: "pluginassemblyid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      pluginassemblyid Uniqueidentifier; name String; version String; culture String; publickeytoken String; isolationmode Picklist;
      sourcetype Picklist; content Memo; solutionid Uniqueidentifier; ismanaged Boolean; introducedversion String; createdon DateTime;
      modifiedon DateTime`,
    choices: `
      isolationmode 1 2 3`,
  },
  {
    table: "plugintype",
    set: "plugintypes",
    id: "plugintypeid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      plugintypeid Uniqueidentifier; name String; typename String; friendlyname String; assemblyname String; pluginassemblyid Lookup;
      solutionid Uniqueidentifier; ismanaged Boolean; createdon DateTime; modifiedon DateTime`,
    relationships: `
      pluginassembly_plugintype pluginassemblyid pluginassembly`,
  },
  {
    table: "sdkmessage",
    set: "sdkmessages",
    id: "sdkmessageid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      sdkmessageid Uniqueidentifier; name String; isprivate Boolean; createdon DateTime; modifiedon DateTime`,
  },
  {
    table: "sdkmessageprocessingstep",
    set: "sdkmessageprocessingsteps",
    id: "sdkmessageprocessingstepid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      sdkmessageprocessingstepid Uniqueidentifier; name String; description Memo; sdkmessageid Lookup; plugintypeid Lookup; stage Picklist;
      mode Picklist; rank Integer; filteringattributes Memo; asyncautodelete Boolean; configuration Memo; impersonatinguserid Lookup;
      solutionid Uniqueidentifier; ismanaged Boolean; introducedversion String; createdon DateTime; modifiedon DateTime; statecode State;
      statuscode Status`,
    choices: `
      stage 10 20 30 40; mode 0 1; statecode 0 1; statuscode 1 2`,
    relationships: `
      sdkmessageid_sdkmessageprocessingstep sdkmessageid sdkmessage; plugintypeid_sdkmessageprocessingstep plugintypeid plugintype;
      impersonatinguserid_sdkmessageprocessingstep impersonatinguserid systemuser`,
  },
  {
    table: "sdkmessageprocessingstepimage",
    set: "sdkmessageprocessingstepimages",
    id: "sdkmessageprocessingstepimageid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      sdkmessageprocessingstepimageid Uniqueidentifier; name String; entityalias String; attributes Memo; imagetype Picklist;
      messagepropertyname String; sdkmessageprocessingstepid Lookup; solutionid Uniqueidentifier; ismanaged Boolean; introducedversion
      String; createdon DateTime; modifiedon DateTime`,
    choices: `
      imagetype 0 1 2`,
    relationships: `
      sdkmessageprocessingstepid_sdkmessageprocessingstepimage sdkmessageprocessingstepid sdkmessageprocessingstep`,
  },
  {
    table: "plugintracelog",
    set: "plugintracelogs",
    id: "plugintracelogid",
    name: "typename",
    dumps: ["earlyBound"],
    columns: `
      plugintracelogid Uniqueidentifier; typename String; messagename String; primaryentity String; operationtype Picklist; mode Picklist;
      depth Integer; correlationid Uniqueidentifier; requestid Uniqueidentifier; pluginstepid Uniqueidentifier;
      performanceexecutionstarttime DateTime; performanceexecutionduration Integer; messageblock Memo; exceptiondetails Memo; createdon
      DateTime`,
    choices: `
      operationtype 0 1 2; mode 0 1`,
  },
  {
    table: "asyncoperation",
    set: "asyncoperations",
    id: "asyncoperationid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      asyncoperationid Uniqueidentifier; name String; operationtype Picklist; messagename String; primaryentitytype String; correlationid
      Uniqueidentifier; requestid Uniqueidentifier; depth Integer; retrycount Integer; errorcode Integer; friendlymessage Memo; message
      Memo; data Memo; startedon DateTime; completedon DateTime; postponeuntil DateTime; owningextensionid Lookup; ownerid Owner; createdon
      DateTime; modifiedon DateTime; statecode State; statuscode Status`,
    choices: `
      statecode 0 1 2 3; statuscode 0 10 20 21 22 30 31 32`,
    relationships: `
      SdkMessageProcessingStep_AsyncOperations owningextensionid sdkmessageprocessingstep; system_user_asyncoperation owninguser systemuser;
      team_asyncoperation owningteam team; business_unit_asyncoperation owningbusinessunit businessunit`,
  },
  {
    table: "workflow",
    set: "workflows",
    id: "workflowid",
    name: "name",
    dumps: ["earlyBound", "proxies"],
    columns: `
      workflowid Uniqueidentifier; name String 100; workflowidunique Uniqueidentifier; resourceid Uniqueidentifier; clientdata Memo
      1073741823; solutionid Uniqueidentifier; ismanaged Boolean; introducedversion String 48; ownerid Owner; createdon DateTime; modifiedon
      DateTime; statecode State; statuscode Status`,
    choices: `
      statecode 0 1; statuscode 1 2`,
    relationships: `
      system_user_workflow owninguser systemuser; team_workflow owningteam team; business_unit_workflow owningbusinessunit businessunit`,
  },
];
