import type { TableFacts } from "./TableFacts";

/** Tables of sales, as real organizations have them. */
export const salesTables: readonly TableFacts[] = [
  {
    table: "account",
    set: "accounts",
    id: "accountid",
    name: "name",
    dumps: ["earlyBound", "proxies"],
    columns: `
      accountid Uniqueidentifier; name String 160; accountnumber String 20; telephone1 String 50; telephone2 String 50; fax String 50;
      websiteurl String 200; emailaddress1 String 100; tickersymbol String 10; customertypecode Picklist; industrycode Picklist;
      ownershipcode Picklist; numberofemployees Integer; revenue Money; revenue_base Money; description Memo 2000; address1_name String 200;
      address1_line1 String 250; address1_line2 String 250; address1_line3 String 250; address1_city String 80; address1_stateorprovince
      String 50; address1_postalcode String 20; address1_country String 80; address1_telephone1 String 50; address2_name String 200;
      address2_line1 String 250; address2_line2 String 250; address2_line3 String 250; address2_city String 80; address2_stateorprovince
      String 50; address2_postalcode String 20; address2_country String 80; address2_telephone1 String 50; parentaccountid Lookup;
      primarycontactid Lookup; originatingleadid Lookup; transactioncurrencyid Lookup; exchangerate Decimal; ownerid Owner; owninguser
      Lookup; owningteam Lookup; owningbusinessunit Lookup; createdon DateTime; createdby Lookup; createdonbehalfby Lookup; modifiedon
      DateTime; modifiedby Lookup; modifiedonbehalfby Lookup; overriddencreatedon DateTime; versionnumber BigInt; statecode State;
      statuscode Status`,
    choices: `
      customertypecode 1 2 3 4 5 6 7 8 9 10 11 12; industrycode 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28
      29 30 31 32 33; ownershipcode 1 2 3 4; statecode 0 1; statuscode 1 2`,
    relationships: `
      account_parent_account parentaccountid account; account_primary_contact primarycontactid contact; account_originating_lead
      originatingleadid lead; transactioncurrency_account transactioncurrencyid transactioncurrency; user_accounts owninguser systemuser;
      team_accounts owningteam team; business_unit_accounts owningbusinessunit businessunit; lk_accountbase_createdby createdby systemuser;
      lk_accountbase_createdonbehalfby createdonbehalfby systemuser; lk_accountbase_modifiedby modifiedby systemuser;
      lk_accountbase_modifiedonbehalfby modifiedonbehalfby systemuser`,
  },
  {
    table: "contact",
    set: "contacts",
    id: "contactid",
    name: "fullname",
    dumps: ["earlyBound", "proxies"],
    columns: `
      contactid Uniqueidentifier; firstname String 50; middlename String 50; lastname String 50; fullname String 160; jobtitle String 100;
      parentcustomerid Customer; emailaddress1 String 100; telephone1 String 50; mobilephone String 50; fax String 50; gendercode Picklist;
      birthdate DateTime; description Memo 2000; address1_name String 200; address1_line1 String 250; address1_line2 String 250;
      address1_line3 String 250; address1_city String 80; address1_stateorprovince String 50; address1_postalcode String 20;
      address1_country String 80; address1_telephone1 String 50; originatingleadid Lookup; transactioncurrencyid Lookup; exchangerate
      Decimal; ownerid Owner; owninguser Lookup; owningteam Lookup; owningbusinessunit Lookup; createdon DateTime; createdby Lookup;
      createdonbehalfby Lookup; modifiedon DateTime; modifiedby Lookup; modifiedonbehalfby Lookup; overriddencreatedon DateTime;
      versionnumber BigInt; statecode State; statuscode Status`,
    choices: `
      gendercode 1 2; statecode 0 1; statuscode 1 2`,
    relationships: `
      contact_customer_accounts parentcustomerid account; contact_customer_contacts parentcustomerid contact; contact_originating_lead
      originatingleadid lead; transactioncurrency_contact transactioncurrencyid transactioncurrency; contact_owning_user owninguser
      systemuser; team_contacts owningteam team; business_unit_contacts owningbusinessunit businessunit; lk_contactbase_createdby createdby
      systemuser; lk_contact_createdonbehalfby createdonbehalfby systemuser; lk_contactbase_modifiedby modifiedby systemuser;
      lk_contact_modifiedonbehalfby modifiedonbehalfby systemuser`,
  },
  {
    table: "lead",
    set: "leads",
    id: "leadid",
    name: "fullname",
    dumps: ["earlyBound", "lead"],
    columns: `
      leadid Uniqueidentifier; subject String; firstname String; lastname String 50; fullname String; companyname String 100; jobtitle
      String 100; emailaddress1 String 100; telephone1 String 50; mobilephone String; websiteurl String 200; leadsourcecode Picklist;
      leadqualitycode Picklist; industrycode Picklist; numberofemployees Integer; revenue Money; revenue_base Money; estimatedamount Money;
      estimatedamount_base Money; budgetamount Money; budgetamount_base Money; budgetstatus Picklist; purchasetimeframe Picklist;
      purchaseprocess Picklist; need Picklist; estimatedclosedate DateTime; description Memo; address1_name String; address1_line1 String
      250; address1_line2 String 250; address1_line3 String 250; address1_city String 80; address1_stateorprovince String 50;
      address1_postalcode String 20; address1_country String 80; address1_telephone1 String 50; parentaccountid Lookup; parentcontactid
      Lookup; qualifyingopportunityid Lookup; customerid Customer; transactioncurrencyid Lookup; exchangerate Decimal; ownerid Owner;
      owninguser Lookup; owningteam Lookup; owningbusinessunit Lookup; createdon DateTime; createdby Lookup; createdonbehalfby Lookup;
      modifiedon DateTime; modifiedby Lookup; modifiedonbehalfby Lookup; overriddencreatedon DateTime; versionnumber BigInt; statecode
      State; statuscode Status`,
    choices: `
      leadsourcecode 1 2 3 4 5 6 7 8 9 10; leadqualitycode 1 2 3; industrycode 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23
      24 25 26 27 28 29 30 31 32 33; statecode 0 1 2; statuscode 1 2 3 4 5 6 7`,
    relationships: `
      lead_parent_account parentaccountid account; lead_parent_contact parentcontactid contact; lead_qualifying_opportunity
      qualifyingopportunityid opportunity; lead_customer_accounts customerid account; lead_customer_contacts customerid contact;
      transactioncurrency_lead transactioncurrencyid transactioncurrency; lead_owning_user owninguser systemuser; lead_owning_team
      owningteam team; business_unit_leads owningbusinessunit businessunit; lk_leadbase_createdby createdby systemuser;
      lk_lead_createdonbehalfby createdonbehalfby systemuser; lk_leadbase_modifiedby modifiedby systemuser; lk_lead_modifiedonbehalfby
      modifiedonbehalfby systemuser`,
  },
  {
    table: "opportunity",
    set: "opportunities",
    id: "opportunityid",
    name: "name",
    dumps: ["earlyBound"],
    columns: `
      opportunityid Uniqueidentifier; name String; customerid Customer; parentaccountid Lookup; parentcontactid Lookup; originatingleadid
      Lookup; estimatedclosedate DateTime; estimatedvalue Money; estimatedvalue_base Money; isrevenuesystemcalculated Boolean;
      actualclosedate DateTime; actualvalue Money; actualvalue_base Money; budgetamount Money; budgetamount_base Money; closeprobability
      Integer; opportunityratingcode Picklist; budgetstatus Picklist; purchasetimeframe Picklist; purchaseprocess Picklist; need Picklist;
      salesstage Picklist; stepname String; emailaddress String; description Memo; currentsituation Memo; customerneed Memo;
      proposedsolution Memo; transactioncurrencyid Lookup; exchangerate Decimal; ownerid Owner; owninguser Lookup; owningteam Lookup;
      owningbusinessunit Lookup; createdon DateTime; createdby Lookup; createdonbehalfby Lookup; modifiedon DateTime; modifiedby Lookup;
      modifiedonbehalfby Lookup; overriddencreatedon DateTime; versionnumber BigInt; statecode State; statuscode Status`,
    choices: `
      opportunityratingcode 1 2 3; salesstage 0 1 2 3; statecode 0 1 2; statuscode 1 2 3 4 5`,
    relationships: `
      opportunity_customer_accounts customerid account; opportunity_customer_contacts customerid contact; opportunity_parent_account
      parentaccountid account; opportunity_parent_contact parentcontactid contact; opportunity_originating_lead originatingleadid lead;
      transactioncurrency_opportunity transactioncurrencyid transactioncurrency; opportunity_owning_user owninguser systemuser;
      team_opportunities owningteam team; business_unit_opportunities owningbusinessunit businessunit; lk_opportunitybase_createdby
      createdby systemuser; lk_opportunity_createdonbehalfby createdonbehalfby systemuser; lk_opportunitybase_modifiedby modifiedby
      systemuser; lk_opportunity_modifiedonbehalfby modifiedonbehalfby systemuser`,
  },
  {
    table: "opportunityclose",
    set: "opportunitycloses",
    id: "activityid",
    name: "subject",
    dumps: ["earlyBound"],
    columns: `
      activityid Uniqueidentifier; subject String; opportunityid Lookup; actualrevenue Money; actualrevenue_base Money; actualend DateTime;
      description Memo; transactioncurrencyid Lookup; exchangerate Decimal; ownerid Owner; createdon DateTime; modifiedon DateTime;
      statecode State; statuscode Status`,
    choices: `
      statecode 0 1 2; statuscode 1 2 3`,
    relationships: `
      Opportunity_OpportunityClose opportunityid opportunity; transactioncurrency_opportunityclose transactioncurrencyid
      transactioncurrency; user_opportunityclose owninguser systemuser; team_opportunityclose owningteam team;
      business_unit_opportunity_close_activities owningbusinessunit businessunit; lk_opportunityclose_createdby createdby systemuser;
      lk_opportunityclose_createdonbehalfby createdonbehalfby systemuser; lk_opportunityclose_modifiedby modifiedby systemuser;
      lk_opportunityclose_modifiedonbehalfby modifiedonbehalfby systemuser`,
  },
];
