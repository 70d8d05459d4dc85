import { toLook } from "../shared/Look";
import { toWords } from "../shared/words";
import type { TrailProps } from "./components/Trail";
import type { IInputs } from "./generated/ManifestTypes";

/** Everything the trail shows, taken from the platform; nothing beside this file knows ComponentFramework. */
export const toProps = (context: ComponentFramework.Context<IInputs>): TrailProps => ({
  words: toWords(context.resources),
  look: toLook(context),
  text: context.parameters.audit.raw ?? "",
  formatDateTime: (moment) => context.formatting.formatDateShort(moment, true),
});
