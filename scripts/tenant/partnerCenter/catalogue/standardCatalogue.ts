import type { CatalogueSolution } from "./CatalogueSolution";

/** Invented solutions of the default sandbox; a start script may seed others. */
export const standardCatalogue: readonly CatalogueSolution[] = [
  { id: "SOL-10001-CFS", name: "Contoso Field Service Accelerator", kind: "partner", incentiveEligible: true },
  { id: "SOL-10002-CIA", name: "Contoso Inventory Analytics", kind: "partner" },
  { id: "SOL-10003-CMG", name: "Contoso Migration Factory", kind: "partner" },
  { id: "SOL-10004-CCA", name: "Contoso Cloud Adoption Services", kind: "partner", isService: true },
  { id: "SOL-20001-FSH", name: "Fabrikam Secure Hub", kind: "thirdParty" },
  { id: "0a5c1f0e-6d0b-4c53-9a51-2f6a4f1d7c01", name: "Azure SQL Database", kind: "microsoft" },
  { id: "0a5c1f0e-6d0b-4c53-9a51-2f6a4f1d7c02", name: "Dynamics 365 Sales Enterprise", kind: "microsoft" },
  { id: "0a5c1f0e-6d0b-4c53-9a51-2f6a4f1d7c03", name: "Microsoft 365 E5", kind: "microsoft" },
  { id: "Dynamics365forFieldService", name: "Dynamics 365 for Field Service", kind: "category" },
];
