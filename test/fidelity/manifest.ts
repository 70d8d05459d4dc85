import { entraEntries } from "./areas/entra";
import { flowEntries } from "./areas/flows";
import { formEntries } from "./areas/forms";
import { gateEntries } from "./areas/gate";
import { partnerCenterEntries } from "./areas/partnerCenter";
import { pipelineEntries } from "./areas/pipeline";
import { securityEntries } from "./areas/security";
import { solutionEntries } from "./areas/solutions";
import { switchEntries } from "./areas/switches";
import { unprovenEntries } from "./areas/unprovenEntries";
import { documentedEntries } from "./documented/documentedEntries";
import type { FidelityEntry } from "./FidelityEntry";
import { metadataEntries } from "./metadata/metadataEntries";

/** Every behaviour that is relied on; what reads comes before what writes. */
export const manifest: readonly FidelityEntry[] = [
  ...metadataEntries,
  ...gateEntries,
  ...securityEntries,
  ...pipelineEntries,
  ...solutionEntries,
  ...formEntries,
  ...flowEntries,
  ...entraEntries,
  ...partnerCenterEntries,
  ...switchEntries,
  ...unprovenEntries,
  ...documentedEntries,
];
