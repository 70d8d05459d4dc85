/** Which children an element of customizations.xml may have. */
export interface ElementShape {
  /** Children in their order. Names joined by a bar stand at the same place, in any order among themselves. */
  order: readonly string[];
  /** Children that may stand at any place. */
  anywhere: ReadonlySet<string>;
  required: readonly string[];
  /** True where other children than these may stand as well. */
  isOpen: boolean;
}

const words = (text: string): string[] => text.split(" ").filter((word) => word !== "");

const shape = (order: string, { anywhere = "", required = "", isOpen = false } = {}): ElementShape => ({
  order: words(order),
  anywhere: new Set(words(anywhere)),
  required: words(required),
  isOpen,
});

/**
 * The platform's public schema (family 9.0.0.2090) by element name, with what newer exports add to it: newer elements of columns,
 * tables and processes, and `SdkMessageId`, which stands first now. Columns, views, forms and relationships have no order in that schema;
 * theirs is the one that all exports keep.
 */
export const schemaOrder: Readonly<Record<string, ElementShape>> = {
  ImportExportXml: shape(
    "Entities Roles Workflows FieldSecurityProfiles Templates RibbonDiffXml EntityImageConfigs AttributeImageConfigs EntityMaps EntityRelationships OrganizationSettings optionsets Reports Dashboards Dialogs CustomControls SolutionPluginAssemblies SdkMessageProcessingSteps ServiceEndpoints AppModuleSiteMaps AppModules EntityDataProviders Languages",
    { anywhere: "WebResources", isOpen: true },
  ),
  WebResource: shape(
    "WebResourceId Name DisplayName Description SilverlightVersion LanguageCode WebResourceType IntroducedVersion IsEnabledForMobileClient IsAvailableForMobileOffline DependencyXml IsCustomizable CanBeDeleted IsHidden FileName",
    { required: "WebResourceId Name" },
  ),
  Workflow: shape(
    "XamlFileName ImageFileName JsonFileName Type Subprocess Category Mode LanguageCode Scope OnDemand TriggerOnUpdateAttributeList TriggerOnCreate TriggerOnDelete AsyncAutodelete SyncWorkflowLogOnFailure StateCode StatusCode CreateStage UpdateStage DeleteStage Rank processorder processroleassignment RunAs SdkMessageId UniqueName IsTransacted IntroducedVersion IsCustomizable RendererObjectTypeCode BusinessProcessType FormId UIFlowType IsCustomProcessingStepAllowedForOtherPublishers ModernFlowType Metadata Inputs Outputs Dependencies ConnectionReferences Definition SchemaVersion DesktopFlowModules BillingContext PrimaryEntity LocalizedNames Descriptions labels ProcessTriggers",
    { anywhere: "ProcessTriggerScope" },
  ),
  attribute: shape(
    "Type Name LogicalName RequiredLevel DisplayMask ImeMode ValidForUpdateApi ValidForReadApi ValidForCreateApi IsCustomField IsAuditEnabled IsLogical IsSecured IntroducedVersion IsCustomizable IsRenameable CanModifySearchSettings CanModifyRequirementLevelSettings CanModifyAdditionalSettings SourceType IsGlobalFilterEnabled IsSortableEnabled CanModifyGlobalFilterSettings CanModifyIsSortableSettings IsDataSourceSecret AutoNumberFormat IsSearchable IsFilterable IsRetrievable IsLocalizable Format|MaxLength|Length|YomiOf|MinValue|MaxValue|Accuracy|AppDefaultValue|OptionSetName|optionset|AccuracySource|CalculationOf|LookupStyle|LookupTypes|CanChangeDateTimeBehavior|Behavior displaynames Descriptions FormulaDefinitionFileName",
    {
      anywhere:
        "AggregateOf AttributeOf CanModifyFieldLevelSecuritySettings IsActive LinkedAttribute LookupBrowse XmlAbbreviation ReferencedEntityObjectTypeCode ExternalName",
    },
  ),
  EntityRelationship: shape(
    "EntityRelationshipType IsCustomizable IntroducedVersion IsHierarchical ReferencingEntityName ReferencedEntityName CascadeAssign CascadeDelete CascadeArchive CascadeReparent CascadeShare CascadeUnshare CascadeRollupView IsValidForAdvancedFind ReferencingAttributeName RelationshipDescription field EntityRelationshipRoles",
    {
      anywhere: "FirstEntityName IntersectEntityName ReferencingAttributeRequiredLevel SecondEntityName",
      required: "EntityRelationshipType",
    },
  ),
  EntityRelationshipRole: shape(
    "NavPaneDisplayOption NavPaneArea NavPaneOrder NavigationPropertyName CustomLabels RelationshipRoleType AssociationRoleOrdinal",
  ),
  optionset: shape(
    "OptionSetType IsGlobal IntroducedVersion IsCustomizable ExternalTypeName displaynames Descriptions options statuses states",
  ),
  option: shape("labels Descriptions Colors", { required: "labels" }),
  state: shape("labels Descriptions", { required: "labels" }),
  status: shape("labels Descriptions Colors", { required: "labels" }),
  FieldPermission: shape("EntityName AttributeName CanRead CanUpdate CanCreate", {
    anywhere: "CanReadUnmasked",
    required: "EntityName AttributeName CanRead CanUpdate CanCreate",
  }),
  PluginAssembly: shape(
    "Description IsolationMode SourceType Path Url UserName IntroducedVersion IsCustomizable AuthType FileName PluginTypes IsHidden",
  ),
  PluginType: shape("Description FriendlyName WorkflowActivityGroupName", { required: "FriendlyName" }),
  SdkMessageProcessingStep: shape(
    "PluginTypeName PluginTypeId PrimaryEntity SecondaryEntity AsyncAutoDelete Configuration Description FilteringAttributes ImpersonatingUserIdName InvocationSource Mode Rank EventHandler EventHandlerTypeCode Stage IsCustomizable IsHidden SupportedDeployment IntroducedVersion SdkMessageProcessingStepImages",
    { anywhere: "SdkMessageId PluginTypeExportKey ImpersonatingUserId SolutionVersion" },
  ),
  SdkMessageProcessingStepImage: shape(
    "Description SdkMessageProcessingStepImageId Attributes EntityAlias ImageType MessagePropertyName RelatedAttributeName IsCustomizable IntroducedVersion",
  ),
  CustomControl: shape("Name FileName", { required: "Name" }),
  AppModule: shape(
    "UniqueName IntroducedVersion WebResourceId OptimizedFor statecode statuscode WelcomePageId FormFactor ClientType URL NavigationType AppModuleComponents AppModuleRoleMaps AppConfig LocalizedNames Descriptions appsettings|appelements",
    { required: "UniqueName IntroducedVersion WebResourceId FormFactor AppModuleComponents LocalizedNames" },
  ),
  AppModuleSiteMap: shape(
    "SiteMapUniqueName SiteMapName EnableCollapsibleGroups ShowHome ShowPinned ShowRecents SiteMap LocalizedNames",
    { required: "SiteMapUniqueName SiteMap" },
  ),
  savedquery: shape(
    "IsCustomizable CanBeDeleted isquickfindquery isprivate isdefault returnedtypecode savedqueryid layoutxml querytype fetchxml IntroducedVersion LocalizedNames Descriptions",
    { anywhere: "columnsetxml conditionalformatting queryapi", required: "savedqueryid LocalizedNames" },
  ),
  visualization: shape("", {
    anywhere:
      "savedqueryvisualizationid LocalizedNames Descriptions webresourcename customizationlevel datadescription presentationdescription isdefault IsCustomizable IntroducedVersion CanBeDeleted",
    required: "savedqueryvisualizationid LocalizedNames",
  }),
  Dashboard: shape("", {
    anywhere:
      "FormId LocalizedNames Descriptions IsCustomizable IsDefault CanBeDeleted FormXml IntroducedVersion IsTabletEnabled",
    required: "FormId LocalizedNames",
  }),
  systemform: shape(
    "formid IntroducedVersion FormPresentation FormActivationState form IsCustomizable CanBeDeleted LocalizedNames Descriptions",
    { required: "formid form LocalizedNames" },
  ),
  EntityKey: shape("Name LogicalName IntroducedVersion IsCustomizable EntityKeyAttributes displaynames", {
    required: "Name EntityKeyAttributes",
  }),
  Role: shape("IsCustomizable IntroducedVersion IsAutoAssigned Description RolePrivileges"),
  EntityMap: shape("EntitySource EntityTarget AttributeMaps", { required: "EntitySource EntityTarget" }),
  ServiceEndpoint: shape(
    "ConnectionMode Contract Description Path SolutionNamespace UserClaim IsCustomizable AuthType MessageFormat NamespaceAddress NamespaceFormat SASKeyName Url",
  ),
  Entity: shape("", {
    anywhere:
      "CustomControlDefaultConfigs EntityInfo FormXml HierarchyRules Icons Name ObjectTypeCode RibbonDiffXml SavedQueries Strings Visualizations indexes",
  }),
  entity: shape("", {
    anywhere:
      "ActivityTypeMask AutoCreateAccessTeams AutoRouteToOwnerQueue CanBeInManyToMany CanBePrimaryEntityInRelationship CanBeRelatedEntityInRelationship CanChangeHierarchicalRelationship CanChangeTrackingBeEnabled CanCreateAttributes CanCreateCharts CanCreateForms CanCreateViews CanEnableSyncToExternalSearchIndex CanModifyAdditionalSettings CanModifyAuditSettings CanModifyConnectionSettings CanModifyDuplicateDetectionSettings CanModifyMailMergeSettings CanModifyMobileClientOffline CanModifyMobileClientReadOnly CanModifyMobileClientVisibility CanModifyMobileVisibility CanModifyQueueSettings ChangeTrackingEnabled DataProviderId DataSourceId DaysSinceRecordLastModified Descriptions EnforceStateTransitions EntityColor EntityHelpUrl EntityHelpUrlEnabled EntityKeys EntityMask EntitySetName ExternalCollectionName ExternalName HasRelatedActivities HasRelatedFeedback HasRelatedNotes IconLargeName IconMediumName IconSmallName IconVectorName IntroducedVersion IsActivity IsActivityParty IsAuditEnabled IsBPFEntity IsBusinessProcessEnabled IsCollaboration IsConnectionsEnabled IsCustomizable IsDocumentManagementEnabled IsDocumentRecommendationsEnabled IsDuplicateCheckSupported IsEnabledForExternalChannels IsInteractionCentricEnabled IsKnowledgeManagementEnabled IsMSTeamsIntegrationEnabled IsMailMergeEnabled IsMapiGridEnabled IsMappable IsOfflineInMobileClient IsOneNoteIntegrationEnabled IsQuickCreateEnabled IsReadOnlyInMobileClient IsReadingPaneEnabled IsRenameable IsReplicated IsReplicationUserFiltered IsRequiredOffline IsRetrieveAuditEnabled IsRetrieveMultipleAuditEnabled IsSLAEnabled IsSolutionAware IsVisibleInMobile IsVisibleInMobileClient LocalizedCollectionNames LocalizedNames MobileClientType MobileOfflineFilters OwnershipTypeMask SyncToExternalSearchIndex attributes",
  }),
};
