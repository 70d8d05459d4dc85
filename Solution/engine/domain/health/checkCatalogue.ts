import { ok, warning, type HealthCheck } from "./HealthCheck";

/** `active`: rows that sellers can choose from. */
export const checkCatalogue = (active: number): HealthCheck => {
  if (active > 0) return ok("catalogue", `${active === 1 ? "1 solution" : `${active} solutions`} to choose from.`);
  return warning(
    "catalogue",
    "Sellers find no solution to choose.",
    "Import your company's and Microsoft's solutions into Microsoft Solution Details, from Excel or CSV.",
  );
};
