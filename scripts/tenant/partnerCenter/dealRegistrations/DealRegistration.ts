import type { ShapeValue } from "../referrals/Shape";
import type { dealRegistration, registrationStatuses } from "./registrationShape";

export type DealRegistration = ShapeValue<typeof dealRegistration>;
export type RegistrationStatus = (typeof registrationStatuses)[number];
