import type { Element } from "@xmldom/xmldom";
import { type ImportLogEntry, failed } from "../ImportLog";
import type { ControlContent } from "../contents/SolutionContents";
import { attributeOf, childElement, childElements, descendants } from "../elements";
import { parseXml } from "../parseXml";
import { type Check, type CheckedImport, customizationsFile } from "./Check";

/** The default limit of a web resource, as which the platform keeps a control's files. */
const maxFileBytes = 5 * 1024 * 1024;
const versionForm = /^\d{1,9}\.\d{1,9}\.\d{1,9}$/;

interface Manifest {
  control: ControlContent;
  root: Element;
  fullName: string;
  version: string;
}

/** The manifests of the controls a solution brings, as far as they can be read. */
function manifests({ contents, package: { files } }: CheckedImport): { read: Manifest[]; findings: ImportLogEntry[] } {
  const read: Manifest[] = [];
  const findings: ImportLogEntry[] = [];
  for (const control of contents.controls) {
    const bytes = files.get(control.fileName);
    if (!bytes) continue;
    const parsed = parseXml(control.fileName, bytes);
    const root = parsed.ok ? descendants(parsed.root, "control")[0] : undefined;
    if (!parsed.ok) findings.push(parsed.finding);
    else if (!root)
      findings.push(failed(`Custom control ${control.name}`, control.fileName, rule, "Its manifest has no control."));
    else {
      const part = (name: string): string => attributeOf(root, name) ?? "";
      const fullName = `${part("namespace")}.${part("constructor")}`;
      read.push({ control, root, fullName, version: part("version") });
    }
  }
  return { read, findings };
}

const rule = "a control is what its manifest says";

function manifestProblems(
  { control, root, fullName, version }: Manifest,
  { package: { files } }: CheckedImport,
): string[] {
  const folder = control.fileName.replace(/[^/]*$/, "");
  const named = ["code", "resx", "css", "img", "html"].flatMap((kind) => descendants(root, kind));
  const paths = named.map((entry) => folder + (attributeOf(entry, "path") ?? ""));
  return [
    ...(control.name.endsWith(`_${fullName}`)
      ? []
      : [`the manifest says ${fullName}, customizations.xml ${control.name}`]),
    ...(versionForm.test(version) ? [] : [`its version is "${version}"; versions have three numbers`]),
    ...(descendants(root, "code").length > 0 ? [] : ["its manifest names no code"]),
    ...paths.filter((path) => !files.has(path)).map((path) => `its manifest names ${path}, which is not in the zip`),
    ...paths
      .filter((path) => (files.get(path)?.length ?? 0) > maxFileBytes)
      .map((path) => `${path} is over 5 MB, the default limit`),
  ];
}

function bindingProblems(placed: Element, { root, control }: Manifest): string[] {
  const properties = descendants(root, "property");
  const named = (element: string): (string | undefined)[] =>
    descendants(root, element).map((each) => attributeOf(each, "name"));
  const known = new Set([...named("property"), ...named("property-set"), "data-set"]);
  const given = childElements(childElement(placed, "parameters")).filter(
    ({ nodeName }) => nodeName !== "datafieldname",
  );
  const names = new Set(given.map(({ nodeName }) => nodeName));
  const typeOf = new Map(properties.map((each) => [attributeOf(each, "name"), attributeOf(each, "of-type")]));
  const otherType = given.filter((each) => {
    const [said, asked] = [attributeOf(each, "type"), typeOf.get(each.nodeName)];
    return said !== undefined && asked !== undefined && said !== asked;
  });
  return [
    ...properties
      .filter((each) => attributeOf(each, "usage") === "bound" && attributeOf(each, "required") === "true")
      .map((each) => attributeOf(each, "name") ?? "")
      .filter((name) => !names.has(name))
      .map((name) => `${control.name} is shown without ${name}, which its manifest requires`),
    ...given
      .filter(({ nodeName }) => !known.has(nodeName))
      .map(({ nodeName }) => `${control.name} is given ${nodeName}, which its manifest does not have`),
    ...otherType.map(
      ({ nodeName }) =>
        `${control.name} is given ${nodeName} with another type than ${typeOf.get(nodeName) ?? ""}, which its manifest asks for`,
    ),
    ...childElements(childElement(placed, "parameters"), "data-set")
      .map((set) => attributeOf(set, "name") ?? "")
      .filter((name) => !named("data-set").includes(name))
      .map((name) => `${control.name} is given the data set ${name}, which its manifest does not have`),
  ];
}

/** Code components: manifests that hold, and forms that give what the manifest asks for. */
export const checkControls: Check = (subject) => {
  const { read, findings } = manifests(subject);
  const bindings = subject.contents.tables.flatMap((table) =>
    table.forms.flatMap((form) =>
      descendants(form.form, "customControl").flatMap((placed) => {
        const manifest = read.find(({ control }) => control.name === attributeOf(placed, "name"));
        return [...new Set(manifest ? bindingProblems(placed, manifest) : [])].map((problem) =>
          failed(
            `Form "${form.name || form.id}" of ${form.table}`,
            customizationsFile,
            "controls get what their manifest asks for",
            `On this form ${problem}.`,
          ),
        );
      }),
    ),
  );
  return [
    ...findings,
    ...read.flatMap((manifest) =>
      manifestProblems(manifest, subject).map((problem) =>
        failed(
          `Custom control ${manifest.control.name}`,
          manifest.control.fileName,
          rule,
          `It cannot be loaded: ${problem}.`,
        ),
      ),
    ),
    ...bindings,
  ];
};
