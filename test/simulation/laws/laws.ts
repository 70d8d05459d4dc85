import { answers } from "./answers";
import { audit } from "./audit";
import { closedAtRest } from "./closedAtRest";
import { conflicts } from "./conflicts";
import { consent } from "./consent";
import { equalAtRest } from "./equalAtRest";
import { forgery } from "./forgery";
import { killSwitch } from "./killSwitch";
import type { Law } from "./Law";
import { microsoftsEdits } from "./microsoftsEdits";
import { noEcho } from "./noEcho";
import { noLostUpdate } from "./noLostUpdate";
import { oneRecord } from "./oneRecord";
import { oneReferral } from "./oneReferral";
import { order } from "./order";
import { policy } from "./policy";
import { retryAfter } from "./retryAfter";
import { secrets } from "./secrets";
import { sharedAtRest } from "./sharedAtRest";
import { soundness } from "./soundness";
import { terminal } from "./terminal";
import { visibleState } from "./visibleState";

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
  equalAtRest,
  microsoftsEdits,
  closedAtRest,
  sharedAtRest,
  visibleState,
  audit,
  noEcho,
  retryAfter,
  secrets,
];
