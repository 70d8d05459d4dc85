import type { FidelityEntry, Source } from "../FidelityEntry";
import { learn, tested } from "./tested";

const alm = (page: string): Source => learn(`power-platform/alm/${page}`);
const layers = alm("solution-layers-alm");
const merging = alm("how-managed-solutions-merged");
const maintain = alm("maintain-managed-solutions");
const concepts = alm("solution-concepts-alm");
const removing = alm("removing-dependencies");
const dependencies = alm("dependency-tracking-solution-components");
const staging = alm("solution-async");
const solutionApi = alm("solution-api");
const forms = alm("form-alm");
const schema = learn("power-apps/developer/data-platform/customization-solutions-file-schema");
const update = learn("power-apps/maker/data-platform/update-solutions");
const variables = learn("power-apps/maker/data-platform/environmentvariables");
const references = learn("power-apps/maker/data-platform/create-connection-reference");
const customApiColumns = learn("power-apps/developer/data-platform/customapi-table-columns");
const corpus = (name: string): Source => ({ kind: "artefact", name });
const folder = "test/scripts/tenant/solution";

const imports = tested("solutions", `${folder}/importSolution.test.ts`, [
  [
    "Web resources, plug-in types, steps and custom APIs become rows.",
    concepts,
    "web resources, types, steps and custom APIs are rows",
  ],
  [
    "A managed form diff adds its tab to a form of another solution and leaves the rest.",
    forms,
    "a managed form diff adds its tab to the form of Sales and leaves the rest",
  ],
  [
    "A table comes with its key, its privileges and its relationships.",
    concepts,
    "a new table has its own rows, key, privileges and relationship",
  ],
  [
    "Each import leaves an import job whose data is the log.",
    solutionApi,
    "the solution history tells of it, with the log in an import job",
  ],
]);

const refused = tested("solutions", `${folder}/refusals.test.ts`, [
  [
    "A package without solution.xml, customizations.xml or [Content_Types].xml is refused.",
    schema,
    "a root file missing",
  ],
  ["customizations.xml that is no XML is refused.", schema, "customizations.xml is not XML"],
  [
    "A step of mode 1 exists in stage 40 only.",
    learn("power-apps/developer/data-platform/register-plug-in"),
    "an asynchronous step before the operation",
  ],
  [
    "FormXml is held against its schema: a control lives in a cell.",
    learn("power-apps/developer/model-driven-apps/form-xml-schema"),
    "FormXml with a control outside of a cell",
  ],
  [
    "The type of a column never changes.",
    learn("power-apps/developer/data-platform/entity-attribute-metadata"),
    "a column with another type than it has",
  ],
  [
    "What another solution has to bring is named as a missing dependency.",
    dependencies,
    "a table another solution would have to bring",
  ],
  [
    "What is missing only of its author's unmanaged changes is not refused for what every table has.",
    corpus("ms-fasttrack-zips/P2CProjectService_managed.zip"),
    "a requirement on the author's own unmanaged changes",
  ],
  [
    "An import that is refused leaves nothing.",
    solutionApi,
    "nothing of a refused solution is left, and the history says so",
  ],
]);

const upgrades = tested("solutions", `${folder}/upgrade.test.ts`, [
  [
    "A higher version replaces what changed, and rows stay.",
    update,
    "a higher version replaces what changed and keeps the rows",
  ],
  [
    "Upgrade takes away what the higher version no longer brings.",
    update,
    "an upgrade takes away what the higher version no longer brings",
  ],
  [
    "Update leaves what the higher version no longer brings.",
    update,
    "an update leaves what the higher version no longer brings",
  ],
  [
    "A form that is no longer changed by a solution is as the layer below left it.",
    layers,
    "a form that is no longer changed is again as Sales left it",
  ],
  ["A lower version is refused.", update, "a lower version is refused"],
  [
    "A managed solution does not go over the same one as unmanaged, nor the other way round.",
    concepts,
    "managed over unmanaged is refused, and the other way round",
  ],
  [
    "What callers of a custom API rely on cannot change once it is installed.",
    customApiColumns,
    "what callers of a custom API rely on cannot change",
  ],
  [
    "AllowedCustomProcessingStepType None keeps steps of others away from a custom API.",
    customApiColumns,
    "another solution cannot hang steps on a custom API that allows none",
  ],
  [
    "The value of an environment variable belongs to the environment, and no import changes it.",
    variables,
    "the value of an environment variable belongs to the environment",
  ],
]);

const stages = tested("solutions", `${folder}/lifecycle/stages.test.ts`, [
  [
    "A holding solution stands beside the installed version until it is promoted.",
    staging,
    "a staged upgrade stands beside the installed version and takes nothing away until it is applied",
  ],
  [
    "StageAndUpgrade does both in one.",
    solutionApi,
    "stage and upgrade does both in one, and the next upgrade finds what the last one left",
  ],
  [
    "While an upgrade waits nothing is imported over its solution: 0x80048539.",
    learn("power-apps/developer/data-platform/reference/web-service-error-codes"),
    "nothing is imported over a solution with an upgrade that waits",
  ],
  [
    "An upgrade that would take away what others need is refused until they do not.",
    removing,
    "an upgrade that would take away what a view of the customer's shows waits until the view is changed",
  ],
]);

const removal = tested("solutions", `${folder}/lifecycle/removal.test.ts`, [
  ["A user without the privilege cannot remove a solution.", maintain, "a seller cannot remove the solution"],
  [
    "A view that shows a column of the solution blocks its removal: 0x8004f01d.",
    removing,
    "a view of the customer's that shows a column of ours blocks the removal and is named",
  ],
  [
    "A flow that calls a custom API of the solution blocks its removal.",
    removing,
    "a flow of the customer's that calls a custom API of ours blocks the removal and is named",
  ],
  [
    "A form that lists rows of the solution's tables blocks its removal.",
    removing,
    "a form of the customer's that lists rows of ours blocks the removal and is named",
  ],
  [
    "A column on a form outside of the solution's own parts blocks its removal.",
    removing,
    "a column of ours that somebody put on the Opportunity form outside our tab blocks the removal",
  ],
  [
    "Removing a managed solution takes its tables with their rows, and leaves the publisher.",
    concepts,
    "removal leaves nothing but the publisher, whatever the solution has been used for",
  ],
  ["What was removed can be installed again.", concepts, "what was removed can be installed again, from the same file"],
]);

const customised = tested("solutions", `${folder}/lifecycle/upgradeLaw.test.ts`, [
  [
    "What people customised of a managed solution lies in a layer above it and outlasts upgrades.",
    merging,
    "whatever people have set, an upgrade and an update keep, and bring everything else up to date",
  ],
  [
    "A flow that was on and has no connection for a new reference is turned off by the upgrade.",
    references,
    "a flow that was on and now needs a connection that nobody has given is turned off, and the log says so",
  ],
]);

const messages = tested("solutions", `${folder}/messages/deploymentMessages.test.ts`, [
  [
    "StageSolution judges a package and imports nothing.",
    staging,
    "a staged package is judged and not imported, and its import by the upload leaves a job with a log",
  ],
  [
    "What is no solution is staged as Failed and has no upload.",
    staging,
    "what is no solution is staged as failed, and has no upload",
  ],
  [
    "An import that fails ends its system job as failed.",
    staging,
    "an import that fails ends its job as failed, with why",
  ],
  [
    "DeleteAndPromoteAsync without a holding solution fails.",
    staging,
    "a promotion without a holding solution ends its job as failed",
  ],
  ["StageSolution needs the privilege to import.", staging, "StageSolution"],
  ["PublishAllXml needs the privilege to publish.", solutionApi, "PublishAllXml"],
  ["ImportSolutionAsync needs the privilege to import.", staging, "ImportSolutionAsync"],
]);

const formDiffs = tested("solutions", `${folder}/forms/mergeFormDiff.test.ts`, [
  [
    "A tab that a diff adds stands at its ordinal, or last.",
    corpus("ms-fasttrack-zips/CRMP2C_managed.zip"),
    "stands last when its ordinal is past all others, without its action",
  ],
  [
    "A cell that a diff adds comes in a row of its own.",
    corpus("ms-fasttrack-zips/CRMP2C_managed.zip"),
    "a cell is added in a row of its own, behind those that are there",
  ],
  [
    "A control that a diff modifies keeps what the diff does not say.",
    forms,
    "a control is modified and keeps what the diff does not say",
  ],
  [
    "A handler that a diff adds joins those of the event.",
    corpus("ms-fasttrack-zips/CRMP2C_managed.zip"),
    "a handler joins those of the event",
  ],
  [
    "A collection that is marked added and is there already is joined with it.",
    forms,
    "one that is marked added and is there already is joined with it: nobody's handler is lost",
  ],
  ["A form that is imported whole hides what lies below it.", forms, "a whole form above hides what is below it"],
]);

const real = tested("solutions", `${folder}/corpus.test.ts`, [
  [
    "A package of a modern command bar imports into an environment with Sales.",
    corpus("ms-fasttrack-zips/AppActionCommand_managed.zip"),
    "ms-fasttrack-zips/AppActionCommand_managed.zip",
  ],
  [
    "A managed package with project tables imports into an environment with Sales.",
    corpus("ms-fasttrack-zips/P2CProjectService_managed.zip"),
    "ms-fasttrack-zips/P2CProjectService_managed.zip",
  ],
  [
    "A managed package with diffs of first-party forms imports into an environment with Sales.",
    corpus("ms-fasttrack-zips/CRMP2C_managed.zip"),
    "ms-fasttrack-zips/CRMP2C_managed.zip",
  ],
  [
    "An unmanaged package with whole forms imports into an environment with Sales.",
    corpus("ms-fasttrack-zips/CRMP2C_unmanaged.zip"),
    "ms-fasttrack-zips/CRMP2C_unmanaged.zip",
  ],
  [
    "A package that pac packed imports.",
    corpus("pnp-incident-reporting/packed.zip"),
    "pnp-incident-reporting/packed.zip",
  ],
  [
    "Managed diffs put libraries and handlers on forms of others.",
    corpus("ms-fasttrack-zips/CRMP2C_managed.zip"),
    "the managed diffs of Prospect to Cash put its libraries and handlers on forms of others",
  ],
]);

const deployed = tested("solutions", "test/scripts/deploy/deploy.test.ts", [
  [
    "Environment variables and connection references are set by ComponentParameters of an import.",
    staging,
    "the package goes in with its settings, and flows whose connection is named are on",
  ],
  [
    "A missing dependency is told by StageSolution before anything is imported.",
    staging,
    "a package that lacks a solution is refused with the solution's name, before anything is imported",
  ],
]);

/** Import, layers, upgrade and removal of solutions. */
export const solutionEntries: readonly FidelityEntry[] = [
  ...imports,
  ...refused,
  ...upgrades,
  ...stages,
  ...removal,
  ...customised,
  ...messages,
  ...formDiffs,
  ...real,
  ...deployed,
];
