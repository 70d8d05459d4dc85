import { answers } from "./answers";
import { audit } from "./audit";
import { callBudget } from "./callBudget";
import { closedAtRest } from "./closedAtRest";
import { conflicts } from "./conflicts";
import { customers } from "./customers";
import { consent } from "./consent";
import { eachAlone } from "./eachAlone";
import { equalAtRest } from "./equalAtRest";
import { forgery } from "./forgery";
import { incomingOrder } from "./incomingOrder";
import { killSwitch } from "./killSwitch";
import type { Law } from "./Law";
import { leads } from "./leads";
import { microsoftsEdits } from "./microsoftsEdits";
import { moves } from "./moves";
import { noEcho } from "./noEcho";
import { noLostUpdate } from "./noLostUpdate";
import { oneRecord } from "./oneRecord";
import { oneReferral } from "./oneReferral";
import { order } from "./order";
import { policy } from "./policy";
import { promises } from "./promises";
import { retryAfter } from "./retryAfter";
import { secrets } from "./secrets";
import { sentAsItWas } from "./sentAsItWas";
import { sharedAtRest } from "./sharedAtRest";
import { shownTrail } from "./shownTrail";
import { soundness } from "./soundness";
import { team } from "./team";
import { terminal } from "./terminal";
import { told } from "./told";
import { visibleState } from "./visibleState";
import { wellFormed } from "./wellFormed";
import { wholeAmounts } from "./wholeAmounts";

/** All of them, the gravest first. */
export const laws: readonly Law[] = [
  soundness,
  oneReferral,
  oneRecord,
  noLostUpdate,
  policy,
  conflicts,
  consent,
  answers,
  killSwitch,
  forgery,
  terminal,
  order,
  incomingOrder,
  wholeAmounts,
  wellFormed,
  sentAsItWas,
  team,
  customers,
  promises,
  eachAlone,
  callBudget,
  equalAtRest,
  leads,
  moves,
  microsoftsEdits,
  closedAtRest,
  sharedAtRest,
  visibleState,
  audit,
  shownTrail,
  told,
  noEcho,
  retryAfter,
  secrets,
];
