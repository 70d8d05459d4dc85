import { toWords } from "../shared/words";
import type { TrailProps } from "./components/Trail";
import type { IInputs } from "./generated/ManifestTypes";

/** Everything the trail shows, read from the platform; nothing below this file knows ComponentFramework. */
export const toProps = (context: ComponentFramework.Context<IInputs>): TrailProps => ({
  words: toWords(context.resources),
  text: context.parameters.audit.raw ?? "",
});
