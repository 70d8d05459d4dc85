import { registrationPlaces } from "../dealRegistration/registrationPlaces";
import { registrationRows } from "../dealRegistration/registrationRows";
import type { FieldMap } from "../mapping/fieldMap";
import { toMappingProblem, type MappingProblem } from "./MappingProblem";

/** Whether rows for a registration are enough to register any deal; told once, at the first of them. */
export const checkRegistrationRows = (map: FieldMap): MappingProblem[] => {
  const rows = registrationRows(map).filter(({ direction }) => direction !== "off");
  const [first] = rows;
  const places = Object.entries(registrationPlaces)
    .filter(([path, { required }]) => required === "always" && rows.every(({ referral }) => referral !== path))
    .map(([path]) => path);
  if (first === undefined || places.length === 0) return [];
  return [toMappingProblem(first.key, "registrationIncomplete", { places: places.join(", ") })];
};
