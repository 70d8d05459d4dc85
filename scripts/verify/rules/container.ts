import { extname } from "node:path";
import { elementOf, elementsOf, textOf } from "../../pack/xml";
import type { Rule } from "../SolutionPackage";

/** Sections of customizations.xml in the order of its schema, but WebResources: Microsoft ships a zip that has it first. */
const sectionOrder =
  "Entities Roles Workflows FieldSecurityProfiles Templates RibbonDiffXml EntityImageConfigs AttributeImageConfigs EntityMaps EntityRelationships OrganizationSettings optionsets Reports Dashboards Dialogs CustomControls SolutionPluginAssemblies SdkMessageProcessingSteps ServiceEndpoints AppModuleSiteMaps AppModules EntityDataProviders".split(
    " ",
  );

const entryNames: Rule = {
  name: "entry names use forward slashes",
  check: ({ entries }) =>
    [...entries.keys()]
      .filter((name) => name.includes("\\"))
      .map((file) => ({ file, words: "Its name has a backslash; Dataverse would not find it." })),
};

const contentTypes: Rule = {
  name: "every file has a content type",
  check: ({ entries, contentTypes: types }) => {
    const extensions = new Set(
      elementsOf(types, "Default").map((type) => type.getAttribute("Extension")?.toLowerCase()),
    );
    const parts = new Set(elementsOf(types, "Override").map((type) => type.getAttribute("PartName")));
    return [...entries.keys()]
      .filter((name) => name !== "[Content_Types].xml")
      .filter((name) => !parts.has(`/${name}`) && !extensions.has(extname(name).slice(1).toLowerCase()))
      .map((file) => ({ file, words: "[Content_Types].xml does not say what kind of file it is." }));
  },
};

const order: Rule = {
  name: "sections stand in the schema's order",
  check: ({ customizations }) => {
    const names = elementsOf(customizations).map((section) => section.nodeName);
    const known = names.filter((name) => sectionOrder.includes(name));
    const misplaced = known.filter((name, at) => {
      const before = known[at - 1];
      return before !== undefined && sectionOrder.indexOf(before) > sectionOrder.indexOf(name);
    });
    return misplaced.map((name) => ({ file: "customizations.xml", words: `<${name}> stands too late.` }));
  },
};

const manifest: Rule = {
  name: "the manifest is complete",
  check: ({ manifest: solution, prefix }) => {
    const version = textOf(solution, "Version") ?? "";
    const publisher = elementOf(solution, "Publisher");
    const optionPrefix = Number(publisher ? textOf(publisher, "CustomizationOptionValuePrefix") : undefined);
    const faults = [
      !textOf(solution, "UniqueName") && "UniqueName is empty.",
      !/^\d+(\.\d+){1,3}$/.test(version) && `Version ${version} is not of the form 1.0.0.0.`,
      !["0", "1"].includes(textOf(solution, "Managed") ?? "") && "Managed must be 0 or 1 in a package.",
      !/^[a-z][a-z0-9]{1,7}$/i.test(prefix) && `The publisher's prefix "${prefix}" is not 2 to 8 letters or digits.`,
      !(optionPrefix >= 10_000 && optionPrefix <= 99_999) && "CustomizationOptionValuePrefix must be 10000 to 99999.",
    ];
    return faults.filter((words) => words !== false).map((words) => ({ file: "solution.xml", words }));
  },
};

const dependencies: Rule = {
  name: "no dependency on an unnamed unmanaged layer",
  check: ({ manifest: solution }) => {
    const rows = elementOf(solution, "MissingDependencies");
    return (rows ? elementsOf(rows) : [])
      .map((row) => elementOf(row, "Required"))
      .filter((required) => required?.getAttribute("solution") === "Active")
      .map((required) => ({
        file: "solution.xml",
        words: `${required?.getAttribute("schemaName") ?? "A component"} is required from the solution "Active", which no environment has.`,
      }));
  },
};

/** Rules about the zip as a container and about solution.xml. */
export const containerRules: readonly Rule[] = [entryNames, contentTypes, order, manifest, dependencies];
