/** Solutions of the platform and of Sales that the base tables stand for; solutions may require them. */
export const installedSolutions = [
  { uniqueName: "System", version: "5.0" },
  { uniqueName: "msdynce_AppCommon", version: "9.0.4.1" },
  { uniqueName: "msdynce_LeadManagement", version: "9.0.4.76" },
  { uniqueName: "msdynce_Sales", version: "9.0.4.76" },
  { uniqueName: "msdynce_SalesPatch", version: "9.0.4.76" },
] as const;
