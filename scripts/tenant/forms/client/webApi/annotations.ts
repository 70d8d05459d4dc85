/** Annotations the Web API puts beside values. */
export const formattedValue = "@OData.Community.Display.V1.FormattedValue";
export const lookupTable = "@Microsoft.Dynamics.CRM.lookuplogicalname";
export const moreRecords = "@Microsoft.Dynamics.CRM.morerecords";
export const totalRecordCount = "@Microsoft.Dynamics.CRM.totalrecordcount";
