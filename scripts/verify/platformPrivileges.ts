const words = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

/** What comes after the verb in privileges of the platform and of Dynamics 365, such as `user` in prvReadUser. */
const subjects: ReadonlySet<string> = new Set(
  words(`
  account accountaddress accountleads aciviewmapper actioncard actioncardusersettings activity
  activitymimeattachment activitypointer address annotation announcement appaction appactionmigration
  appactionrule appconfig appconfigmaster appelement applicationfile applicationuser appmodule
  appnotification appsetting appusersetting article articletemplate asyncoperation attribute
  attributeimageconfig attributemap audit auditsummary authorizationserver azureserviceconnection
  bookableresource bookableresourcebooking bookableresourcebookingheader bookableresourcecategory
  bookableresourcecategoryassn bookableresourcecharacteristic bookableresourcegroup bookingstatus bot
  botcomponent bulkdeletefailure bulkdeleteoperation bulkoperation bulkoperationlog
  businessclosurecalendar businessdatalocalizednametable businessunit businessunitnewsarticle calendar
  callbackregistration campaign campaignactivity campaignitem campaignresponse canvasapp
  canvasappextendedmetadata cardtype catalog catalogassignment category channelaccessprofile
  channelaccessprofilerule channelproperty channelpropertygroup characteristic columnmapping competitor
  competitoraddress complexcontrol connection connectioninstance connectionreference connectionrole
  connector constraintbasedgroup contact contactaddress contactinvoices contactleads contactorders
  contactquotes contract contractdetail contracttemplate conversationtranscript convertrule
  convertruleitem customapi customapirequestparameter customapiresponseproperty customcontrol
  customcontroldefaultconfig customcontrolresource customeraddress customeropportunityrole
  customerrelationship customization datalakefolder dataprocessingconfiguration delegatedauthorization
  delveactionhub desktopflowbinary desktopflowmodule discount discounttype displaystring documentindex
  documenttemplate duplicaterecord duplicaterule duplicaterulecondition dvfilesearch dvtablesearch
  dynamicproperty dynamicpropertyassociation dynamicpropertyinstance dynamicpropertyoptionsetitem
  elasticfileattachment email emailhash emailserverprofile emailsignature emailtemplate entitlement
  entitlementchannel entitlementcontacts entitlemententityallocationtypemapping entitlementproducts
  entitlementtemplate entitlementtemplatechannel entity entityanalyticsconfig entitydataprovider
  entitydatasource entityimageconfig entitykey entitymap environmentvariabledefinition
  environmentvariablevalue equipment exchangesyncidmapping expanderevent expiredprocess
  exportsolutionupload externalparty externalpartyitem fax featurecontrolsetting
  federatedknowledgeconfiguration feedback fieldpermission fieldsecurityprofile filter
  fixedmonthlyfiscalcalendar flowcapacityassignment flowcredentialapplication flowevent flowgroup flowlog
  flowmachine flowmachinegroup flowmachineimage flowmachineimageversion flowmachinenetwork flowrun
  flowsession fxexpression goal goalrollupquery hierarchicalsecurityconfiguration hierarchyrule
  holidayschedulecalendar import importdata importentitymapping importfile importjob importlog importmap
  incident incidentresolution indexedtrait interactionforemail internaladdress internalcatalogassignment
  inventory invoice invoicedetail invoiceproduct isvconfig kbarticle kbarticlecomment kbarticletemplate
  keyvaultreference knowledgearticle knowledgearticleincident knowledgearticleviews knowledgebaserecord
  knowledgesearchmodel languagelocale lead leadaddress leadcompetitors leadproduct
  leadtoopportunitysalesprocess letter license list listmember mailbox mailboxtrackingfolder
  mailmergetemplate managedidentity mcpserver mcptool metadataforarchival metric mobileofflineprofile
  mobileofflineprofileitem monthlyfiscalcalendar navigationsetting newprocess newsarticle nlsqregistration
  note notification officedocument officegraphdocument onlinemeeting opportunity opportunityclose
  opportunitycompetitors opportunityproduct opportunitysalesprocess optionset order orderclose
  orderproduct organization organizationdatasyncstate organizationsetting orginsightsmetric
  orginsightsnotification owncalendar owner ownermapping package partnerapplication
  personaldocumenttemplate phonecall phonetocaseprocess plannerbusinessscenario plannersyncaction
  pluginassembly pluginpackage plugintracelog plugintype plugintypestatistic position post postcomment
  postfollow postlike powerbidataset powerbireport powerfxrule pricelevel principalobjectaccess
  principalobjectattributeaccess privilege processsession processstageparameter processtrigger product
  productassociation productpricelevel productsubstitute profilerule profileruleitem publisher
  purviewlabelinfo quarterlyfiscalcalendar query queue queueitem quote quoteclose quotedetail quoteproduct
  ratingmodel ratingvalue recentlyused recommendeddocument reconciliationentityinfo recordaudithistory
  recurrencerule recurringappointmentmaster relationship relationshipattribute relationshiprole
  replicationbacklog report reportcategory reportentity reportvisibility resource resourcebookingdetail
  resourcebookingheader resourcegroup resourcespec retaineddataexcel retentionconfig retentionoperation
  ribboncustomization role roletemplate rollupfield routingrule routingruleitem runtimedependency
  salesliterature salesliteratureitem salesorder salesorderdetail salesprocessinstance
  savedorginsightsconfiguration savedquery savedqueryvisualizations sdkmessage sdkmessagefilter
  sdkmessageprocessingstep sdkmessageprocessingstepimage sdkmessageprocessingstepregistration
  sdkmessageprocessingstepsecureconfig searchtelemetry semiannualfiscalcalendar service serviceappointment
  serviceendpoint serviceplan settingdefinition sharedlinksetting sharepointdata sharepointdocument
  sharepointdocumentlocation sharepointsite similarityrule site sitemap sla slaitem slakpiinstance
  socialactivity socialinsightsconfiguration socialprofile solution solutioncomponent
  solutioncomponentdefinition solutioncomponentrelationshipconfiguration sqlencryptionaudit stagedentity
  stagesolutionupload subject subscription suggestioncardtemplate supportusertable synapsedatabase
  synapselinkprofile syncattributemapping syncerror systemapplicationmetadata systemform systemuser
  systemuserauthorizationchangetracker systemusermanagermap systemuserprofiles systemuserroles task team
  teammobileofflineprofilemembership teamprofiles teamroles teamtemplate template territory
  textanalyticsentitymapping theme timestampdatemapping timezonedefinition timezonelocalizedname
  timezonerule topic topichistory topicmodel topicmodelconfiguration topicmodelexecutionhistory
  traceassociation tracelog traceregarding trait transactioncurrency transformationmapping
  transformationparametermapping translationprocess uii unresolvedaddress uom uomschedule user
  userapplicationmetadata userentityinstancedata userentityuisettings userform usermapping
  usermobileofflineprofilemembership userquery userqueryvisualizations userquickfind usersearchfacet
  usersettings virtualentitymetadata virtualresourcegroupresource webresource webwizard
  wizardaccessprivilege wizardpage workflow workflowbinary workflowlog workflowmetadata workflowsession
  workqueue workqueueitem
`),
);

/** Privileges that are for no table. */
const others: ReadonlySet<string> = new Set(
  words(`
  prvactivatebusinessprocessflow prvactivatebusinessrule prvactivatesynchronousworkflow
  prvactonbehalfofanotheruser prvactonbehalfofexternalparty prvaddremoveprivilege prvaddressbook
  prvadminfilter prvallowquickcampaign prvapproveknowledgearticle prvassignmanager prvassignposition
  prvassignterritory prvbrowseavailability prvbrowsebookableresources prvbulkdelete prvbulkedit
  prvbypasscustombusinesslogic prvbypasscustomexecution prvbypasscustomplugins prvcalendar
  prvchangesqlencryptionkey prvconfigureinternetmarketing prvconfiguresharepoint prvconfigureyammer
  prvcontroldecrementterm prvcreateorgemailtemplates prvdelegatedadmin prvdisablebusinessunit
  prvdisableuser prvdocumentgeneration prvembedpowerapp prvexportcustomization prvexporttoexcel
  prvexporttranslations prvflow prvgooffline prvimportcustomization prvisvconfig prvisvextensions
  prvlanguagesettings prvlearningpath prvlocaladmin prvmailmerge prvmanagedatasyncscope prvmanagelicense
  prvmerge prvmergeincident prvmigrateflow prvmobileoffline prvonedrive prvoverridecreatedoncreatedby
  prvoverridepriceengineinvoice prvoverridepriceengineopportunity prvoverridepriceengineorder
  prvoverridepriceenginequote prvprint prvpromotetoadmin prvpropagate prvpublisharticle
  prvpublishcustomization prvpublishduplicaterule prvpublishknowledgearticle prvpublishorgmailmergetemplate
  prvpublishorgreport prvpublishrsreport prvpublishtoexternal prvqoioverridedelete prvreadauditsummary
  prvreadlicense prvreadrecordaudithistory prvreadsharepointdata prvrecreateorganizationsettings
  prvreparentbusinessunit prvreparentteam prvreparentuser prvrequestsettingsupdate
  prvrestoresqlencryptionkey prvretrievemultiplesocialinsights prvrollupgoal prvsearchavailability
  prvsecurityrole prvsendasuser prvsendinviteforlive prvsnoozeappnotification prvstudioaccess
  prvsynctooutlook prvtextanalytics prvturndeverrorsonoff prvundobulkoperation prvunlinkacrossaccount
  prvusedevelopertools prvuseinternetmarketing prvuseofficeapps prvusetabletapp prvwebmailmerge
  prvworkflowexecution prvwritehierarchicalsecurityconfiguration
  `),
);

const verbs = /^prv(?:create|read|write|delete|appendto|append|assign|share)(.+)$/;

/**
 * Whether a privilege, in lower case, is one of the platform's, or may be one for a table of another publisher, whose names hold an
 * underscore. `isOwn` says whether a table has the prefix of the solution itself.
 */
export function mayBePrivilege(name: string, isOwn: (table: string) => boolean): boolean {
  const table = verbs.exec(name)?.[1];
  if (table === undefined) return others.has(name);
  return subjects.has(table) || others.has(name) || (table.includes("_") && !isOwn(table));
}
