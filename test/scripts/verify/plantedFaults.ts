import { chartFaults } from "./faults/chartFaults";
import { commandBarFaults } from "./faults/commandBarFaults";
import { codeFaults } from "./faults/codeFaults";
import { formFaults } from "./faults/formFaults";
import { packageFaults } from "./faults/packageFaults";
import { schemaFaults } from "./faults/schemaFaults";

/** One entry for each way in which a package was seen to be wrong, and a few more of each kind. */
export const plantedFaults = [
  ...packageFaults,
  ...commandBarFaults,
  ...formFaults,
  ...chartFaults,
  ...codeFaults,
  ...schemaFaults,
];
