import { switchNames, switchTable } from "../../../scripts/tenant/partnerCenter/switches/switches";
import { switchesPlayed } from "../../simulation/scenario/Scenario";
import type { FidelityEntry } from "../FidelityEntry";

/** Where the documentation is silent the sandbox takes a side, and can be switched to the other. */
export const switchEntries: readonly FidelityEntry[] = switchNames.map((name) => {
  const { values, default: taken, unknown } = switchTable[name];
  const isPlayed = Object.hasOwn(switchesPlayed, name);
  return {
    id: `partnerCenter.switch.${name}`,
    area: "partnerCenter",
    what: `${unknown.replace(/\.$/, "")}: taken as ${taken}.`,
    source: {
      kind: "assumed",
      risk: isPlayed ? "low" : "medium",
      because: `Microsoft's pages leave it open; possible are ${values.join(", ")}.`,
      ifWrong: isPlayed
        ? "Nothing that is known of: random play takes each value, and the connector has to live with it."
        : "A call may be refused, and the deal then says Needs attention with Partner Center's own words; or a value arrives later.",
      tells: "the first co-sell in staging (README, Your first co-sell)",
    },
    pin: {
      kind: "test",
      file: "test/scripts/tenant/partnerCenter/switches/switches.test.ts",
      title: "switch %s at %s",
    },
  };
});
