import type { ApiRefusal } from "../referrals/ApiRefusal";
import { refuseRequest } from "../referrals/refuse";
import { closeReasons } from "./closeReasons";

export function refuseReason(): ApiRefusal {
  const codes = closeReasons.map(({ code }) => code).join(", ");
  return refuseRequest("reasonUnknown", `The reason must be one of ${codes}.`, "/statusReason");
}
