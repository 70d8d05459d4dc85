import type { Element } from "@xmldom/xmldom";
import { webResourceIn } from "../commandBar/readScriptCall";
import { attributeOf, descendants } from "../elements";
import type { CheckedImport } from "./Check";

const script = 3;
const pictures = ["Image16by16", "Image32by32", "ModernImage"];

/** What is wrong with the scripts and pictures that a command bar names. */
export function commandScriptProblems(ribbon: Element, subject: CheckedImport): string[] {
  const calls = ["JavaScriptFunction", "CustomRule"].flatMap((name) => descendants(ribbon, name));
  return [
    ...calls.flatMap((call) => callProblems(call, subject)),
    ...descendants(ribbon, "*").flatMap((element) =>
      pictures.flatMap((name) => {
        const picture = webResourceIn(attributeOf(element, name));
        return picture === undefined || exists(picture, subject)
          ? []
          : [`it shows the picture ${picture}, which does not exist`];
      }),
    ),
  ];
}

function callProblems(call: Element, subject: CheckedImport): string[] {
  const library = attributeOf(call, "Library") ?? "";
  const functionName = attributeOf(call, "FunctionName") ?? "";
  // Scripts of the platform itself.
  if (library.startsWith("/")) return [];
  const name = webResourceIn(library) ?? library;
  if (!exists(name, subject)) return [`it calls ${functionName} of the web resource ${name}, which does not exist`];
  const resource = subject.contents.webResources.find((each) => each.name === name);
  if (!resource) return [];
  if (resource.type !== script) return [`it calls ${functionName} of the web resource ${name}, which is no script`];
  const text = new TextDecoder().decode(subject.package.files.get(resource.fileName));
  return isDefined(functionName, text) ? [] : [`it calls ${functionName}, which the script ${name} does not define`];
}

const exists = (name: string, { contents, environment }: CheckedImport): boolean =>
  contents.webResources.some((each) => each.name === name) ||
  environment.webResources.has(name) ||
  environment.presumes("web resource", name);

/** A script without any function is none that could be read: a placeholder, or something encoded. */
const hasFunctions = (text: string): boolean => /\bfunction\b|=>/.test(text);

const escape = (text: string): string => text.replace(/[$.]/g, "\\$&");

/**
 * Whether a script defines a function, as far as its text tells without running it: the last part of the name is given a value or is
 * a function's name, and what stands before it is assigned to.
 */
function isDefined(functionName: string, text: string): boolean {
  if (!hasFunctions(text)) return true;
  const parts = functionName.split(".");
  const own = escape(parts.at(-1) ?? "");
  const owner = escape(parts.slice(0, -1).join("."));
  const isNamed = new RegExp(`(?<![\\w$])(?:${own}["']?\\s*[:=](?!=)|function\\s+${own}\\s*\\()`).test(text);
  return (
    isNamed && (owner === "" || new RegExp(`(?<![\\w$.])(?:${owner}|${escape(parts[0] ?? "")})\\s*=(?!=)`).test(text))
  );
}
