import type { Element } from "@xmldom/xmldom";
import { descendants } from "../tenant/solution/elements";
import { parseXml } from "../tenant/solution/parseXml";

/** A component that an import log complains about. */
export interface LoggedProblem {
  level: "failure" | "warning";
  /** Kind and name, such as `Table cosell_link`. */
  component: string;
  /** In the environment's own words. */
  text: string;
  /** Such as `0x80048036`. */
  code: string;
}

/** The failures and warnings of `importjob.data`, in its order; none of a log that cannot be read. Elements that have a `result` are components. */
export function readImportLog(data: string): LoggedProblem[] {
  const parsed = parseXml("the import log", data);
  if (!parsed.ok) return [];
  return descendants(parsed.root, "result").flatMap((result) => {
    const level = result.getAttribute("result");
    const component = result.parentNode as Element | null;
    if ((level !== "failure" && level !== "warning") || !component) return [];
    return [
      {
        level,
        component: nameOf(component),
        text: (result.getAttribute("errortext") ?? "").trim() || "no words were given",
        code: result.getAttribute("errorcode") ?? "",
      },
    ];
  });
}

/** A failure in words: what failed, what to do, who can do it. */
export function describeLoggedProblem({ component, text, code }: LoggedProblem): string {
  return `${component}: ${text} (${code})\n  ${remedyFor(text)}`;
}

const kinds: Readonly<Record<string, string>> = {
  entity: "Table",
  attribute: "Column",
  optionSet: "Choice",
  webResource: "Web resource",
  securityrole: "Security role",
  workflow: "Process",
  SolutionPluginAssembly: "Plug-in assembly",
  SdkMessageProcessingStep: "Plug-in step",
  solutionManifest: "Solution",
  rootComponent: "Component",
  dependency: "Dependency",
};

function nameOf(component: Element): string {
  const name = ["LocalizedName", "name", "OriginalName", "id"]
    .map((attribute) => component.getAttribute(attribute))
    .find((value) => value !== null && value !== "");
  return [kinds[component.tagName], name].filter(Boolean).join(" ") || component.tagName;
}

/** The first whose pattern fits the environment's words. */
const remedies: readonly [RegExp, string][] = [
  [
    /privilege|permission|access is denied/i,
    "A System Administrator of the environment gives the signed-in user the role System Administrator for the import.",
  ],
  [
    /is installed, which is higher|lower version|higher version/i,
    "Deploy a version higher than the installed one: npm version patch, npm run build, then again.",
  ],
  [
    /not installed|missing depend|required component|comes with the solution/i,
    "A System Administrator installs what is missing first: Power Platform admin center, your environment, Resources, Dynamics 365 apps.",
  ],
  [
    /managed and the package|unmanaged/i,
    "A System Administrator removes what is there under this name (Power Apps, Solutions), or you deploy the package of the same kind.",
  ],
  [
    /connection reference/i,
    "Put its ConnectionId into the settings file (npm run settings), or choose a connection in Power Apps, Solutions, Co-sell Connector, Connection references.",
  ],
  [
    /time.?out|sql|deadlock|another .*(import|operation)|try again/i,
    "Wait until no other import runs in the environment, and deploy again: nothing of this one stayed.",
  ],
];

const remedyFor = (text: string): string =>
  remedies.find(([pattern]) => pattern.test(text))?.[1] ??
  "npm run verify tells whether the package itself is at fault: then its developer corrects it. Else a System Administrator finds the whole log in Power Apps, Solutions, See history.";
