/** Paths the connector's swagger offers for PATCH; `/-` appends to a list. Source: apiDefinition.swagger.json. */
const paths: ReadonlySet<string> = new Set([
  "/campaignId",
  "/consent/consentToShareReferralWithMicrosoftSellers",
  "/customerProfile/team",
  "/customerProfile/team/-",
  "/details/closingDateTime",
  "/details/currency",
  "/details/dealValue",
  "/details/notes",
  "/details/requirements/solutions",
  "/details/requirements/solutions/-",
  "/externalReferenceId",
  "/referralProgram",
  "/salesStage",
  "/status",
  "/substatus",
  "/statusReason",
  "/team",
  "/team/-",
]);

/** The paths of the swagger's two deal-registration actions, for any place in their lists. */
const registrationPaths = [
  /^\/registrations\/-$/,
  /^\/registrations\/\d+\/contract\/(?:startDateTime|endDateTime|signDateTime|term|value)$/,
  /^\/registrations\/\d+\/solutionDetails\/\d+\/(?:value|currency|isDeployedOnAzure|primaryDeploymentOn|pricingModel)$/,
  /^\/registrations\/\d+\/solutionDetails\/\d+\/marketplaceTransactionDetails(?:\/(?:isMarketplaceTransacted|marketplaceTransactionDateTime))?$/,
];

export function isDocumentedPath(path: string): boolean {
  return paths.has(path) || registrationPaths.some((pattern) => pattern.test(path));
}
