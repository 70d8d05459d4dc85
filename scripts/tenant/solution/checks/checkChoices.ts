import { failed } from "../ImportLog";
import { type Check, customizationsFile as file } from "./Check";

/** Global choices: options that can be told apart. */
export const checkChoices: Check = ({ contents }) =>
  contents.choices.flatMap(({ name, options }) => {
    const values = options.map((option) => option.value);
    const twice = values.find((value, index) => values.indexOf(value) !== index);
    const unreadable = values.some((value) => !Number.isInteger(value));
    return [
      ...(twice === undefined
        ? []
        : [failed(`Choice ${name}`, file, "option values are unique", `Two options have the value ${twice}.`)]),
      ...(unreadable
        ? [
            failed(
              `Choice ${name}`,
              file,
              "option values are whole numbers",
              "An option has no whole number as its value.",
            ),
          ]
        : []),
    ];
  });
