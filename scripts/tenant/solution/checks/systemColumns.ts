/** Columns that a table has by itself, whether an export lists them or not. */
export const systemColumns: ReadonlySet<string> = new Set(
  (
    "ownerid owningbusinessunit owninguser owningteam createdon createdby createdonbehalfby modifiedon modifiedby modifiedonbehalfby " +
    "statecode statuscode transactioncurrencyid exchangerate versionnumber overriddencreatedon importsequencenumber " +
    "timezoneruleversionnumber utcconversiontimezonecode organizationid processid stageid traversedpath"
  ).split(" "),
);
