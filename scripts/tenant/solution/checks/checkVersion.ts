import { failed } from "../ImportLog";
import { type Check } from "./Check";
import { compareVersions } from "./compareVersions";

const file = "solution.xml";
const kind = (managed: boolean): string => (managed ? "managed" : "unmanaged");

/** Whether this solution may go over what is installed under its name. */
export const checkVersion: Check = ({ package: { manifest }, environment }) => {
  const component = `Solution ${manifest.uniqueName}`;
  if (!/^\d+(\.\d+){1,3}$/.test(manifest.version)) {
    return [failed(component, file, "version of two to four numbers", `The version is "${manifest.version}".`)];
  }
  const installed = environment.solutions.get(manifest.uniqueName.toLowerCase());
  if (!installed) return [];
  if (installed.managed !== manifest.managed) {
    const message =
      `The solution is already installed as ${kind(installed.managed)} and the package supplied is ${kind(manifest.managed)}. ` +
      "An import can only update a solution of the same kind: an administrator removes the installed one first.";
    return [failed(component, file, "managed and unmanaged do not mix", message)];
  }
  if (compareVersions(manifest.version, installed.version) < 0) {
    const message = `Version ${installed.version} is installed, which is higher than ${manifest.version}: import that version or a later one.`;
    return [failed(component, file, "versions do not go back", message)];
  }
  return [];
};
