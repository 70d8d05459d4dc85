import { audit } from "./audit";
import { consent } from "./consent";
import { equalAtRest } from "./equalAtRest";
import type { Law } from "./Law";
import { noEcho } from "./noEcho";
import { noLostUpdate } from "./noLostUpdate";
import { oneRecord } from "./oneRecord";
import { oneReferral } from "./oneReferral";
import { order } from "./order";
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
  consent,
  terminal,
  order,
  equalAtRest,
  sharedAtRest,
  visibleState,
  audit,
  noEcho,
  retryAfter,
  secrets,
];
