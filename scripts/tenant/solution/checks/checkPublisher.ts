import { failed } from "../ImportLog";
import type { Check } from "./Check";

const file = "solution.xml";

/** Prefix and option value prefix, as the publisher table requires them. */
export const checkPublisher: Check = ({ package: { manifest } }) => {
  const { uniqueName, prefix, optionValuePrefix } = manifest.publisher;
  const component = `Publisher ${uniqueName}`;
  const prefixFits = /^[A-Za-z][A-Za-z0-9]{1,7}$/.test(prefix) && !prefix.toLowerCase().startsWith("mscrm");
  const numberFits = Number.isInteger(optionValuePrefix) && optionValuePrefix >= 10000 && optionValuePrefix <= 99999;
  return [
    ...(prefixFits
      ? []
      : [failed(component, file, "prefix of 2 to 8 letters and digits", `The customization prefix is "${prefix}".`)]),
    ...(numberFits
      ? []
      : [
          failed(
            component,
            file,
            "option value prefix 10000 to 99999",
            `The option value prefix is ${optionValuePrefix}.`,
          ),
        ]),
    ...(/_upgrade$/i.test(manifest.uniqueName)
      ? [
          failed(
            `Solution ${manifest.uniqueName}`,
            file,
            "_upgrade is reserved",
            "The platform uses this ending while it upgrades a solution.",
          ),
        ]
      : []),
  ];
};
