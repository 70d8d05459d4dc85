import { type ImportLogEntry, failed } from "../ImportLog";
import type { ChoiceContent } from "../contents/SolutionContents";
import { type Check, type CheckedImport, customizationsFile as file } from "./Check";

/** A publisher's option values begin with its prefix, of which there are 10000 to 99999; the first is everybody's default publisher. */
const perPublisher = 10_000;
const firstPrefix = 10_000;
const lastPrefix = 99_999;

function rangeFindings({ name, options }: ChoiceContent, { package: { manifest } }: CheckedImport): ImportLogEntry[] {
  const { prefix, optionValuePrefix } = manifest.publisher;
  if (!name.startsWith(`${prefix.toLowerCase()}_`)) return [];
  const prefixes = options.map(({ value }) => ({ value, of: Math.floor(value / perPublisher) }));
  // Small numbers are what makers get who number options by hand.
  const strays = prefixes.filter(({ value, of }) => value >= perPublisher && of !== optionValuePrefix);
  const hasOwn = prefixes.some(({ of }) => of === optionValuePrefix);
  return strays.map(({ value, of }) => {
    const isNobodys = of < firstPrefix || of > lastPrefix || (of === firstPrefix && hasOwn);
    const message = `The value ${value} is outside ${optionValuePrefix}0000 to ${optionValuePrefix}9999, the publisher's own range: another publisher's option could have it too.`;
    const rule = "option values lie in the publisher's range";
    return isNobodys
      ? failed(`Choice ${name}`, file, rule, message)
      : { component: `Choice ${name}`, file, result: "warning" as const, rule, message };
  });
}

/** Global choices: options that can be told apart, and from those of others. */
export const checkChoices: Check = (subject) =>
  subject.contents.choices.flatMap((choice) => {
    const { name, options } = choice;
    const values = options.map((option) => option.value);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    const finding = (rule: string, message: string): ImportLogEntry => failed(`Choice ${name}`, file, rule, message);
    return [
      ...(twice === undefined ? [] : [finding("option values are unique", `Two options have the value ${twice}.`)]),
      ...(values.some((value) => !Number.isInteger(value))
        ? [finding("option values are whole numbers", "An option has no whole number as its value.")]
        : []),
      ...(values.length > 0 ? [] : [finding("choices have options", "It has no options.")]),
      ...rangeFindings(choice, subject),
    ];
  });
