import type { FidelityEntry } from "../FidelityEntry";
import { learn, tested } from "./tested";

const platform = "power-apps/developer/data-platform";
const events = learn(`${platform}/event-framework`);
const register = learn(`${platform}/register-plug-in`);
const writing = learn(`${platform}/write-plug-in`);
const context = learn(`${platform}/understand-the-data-context`);
const asynchronous = learn(`${platform}/asynchronous-service`);
const exceptions = learn(`${platform}/handle-exceptions`);
const tracing = learn(`${platform}/logging-tracing`);
const customApi = learn(`${platform}/custom-api`);
const customApiColumns = learn(`${platform}/customapi-table-columns`);
const webServices = learn(`${platform}/access-web-services`);
const errors = learn(`${platform}/reference/web-service-error-codes`);
const transactions = learn(`${platform}/scalable-customization-design/database-transactions`);
const stateless = learn(`${platform}/best-practices/business-logic/develop-iplugin-implementations-stateless`);
const secrets = learn("power-apps/maker/data-platform/environmentvariables-azure-key-vault-secrets");
const variables = learn("power-apps/maker/data-platform/environmentvariables");
const bulk = learn(`${platform}/bulk-operations`);
const alternateKeys = learn(`${platform}/use-alternate-key-reference-record`);
const folder = "test/scripts/tenant/pipeline";

const steps = tested("pipeline", `${folder}/steps.test.ts`, [
  [
    "Steps of stage 10 run before the transaction, those of 20 and 40 inside it.",
    events,
    "run in their stages: 10 before the transaction, 20 and 40 inside it",
  ],
  [
    "A step that throws inside the transaction undoes the operation.",
    transactions,
    "undo the operation when one of them throws",
  ],
  [
    "After a Create a step finds the new id in its output parameters.",
    context,
    "see a new row by its id after it was created",
  ],
  ["The Target of a Delete is a reference to the row.", context, "get the deleted row as a reference"],
  ["A step on one table does not run for another.", register, "are not run for other tables"],
  [
    "Filtering columns let a step run only for updates that write one of them.",
    register,
    "with filtering columns run only for updates that write one of them",
  ],
  ["Images hold the row as it was and as it is.", context, "see the row as it was and as it is"],
  ["A multiple operation sets off the steps of each of its rows.", bulk, "run for every row of a multiple operation"],
  [
    "Steps that set themselves off are stopped at depth 8 with 0x80044182, and nothing is written.",
    errors,
    "that set themselves off are stopped at depth 8, and nothing is written",
  ],
  [
    "A row named by its alternate key is told to steps by that row.",
    alternateKeys,
    "a row that is named by its alternate key is the row steps are about",
  ],
  ["A plug-in that does not end in two minutes is given up.", writing, "a plug-in that never answers is given up"],
]);

const jobs = tested("pipeline", `${folder}/systemJobs.test.ts`, [
  [
    "An asynchronous step runs after the save, outside of any transaction, as the user who saved.",
    asynchronous,
    "an asynchronous step runs after the save, outside of any transaction, as the user who saved",
  ],
  [
    "AsyncAutoDelete deletes the system job once it succeeded.",
    register,
    "its job is deleted after success when the step says so",
  ],
  ["A save that is rolled back leaves no system job.", transactions, "no job is left by a save that was rolled back"],
  ["System jobs run side by side.", asynchronous, "jobs run side by side: a slow one keeps no other waiting"],
  [
    "A failed system job says why, and stays.",
    asynchronous,
    "a failed job says why, even when it would be deleted after success",
  ],
  ["A system job that fails does not undo the save.", asynchronous, "a failure of the job does not undo the save"],
  [
    "An asynchronous step may ask with OperationStatus.Retry to be run again.",
    exceptions,
    "a job that asks for it is tried again when its time has come, four times at most",
  ],
  [
    "What an asynchronous step wrote stays although it fails later.",
    asynchronous,
    "what an asynchronous step writes stays although it fails later",
  ],
  [
    "A write of a system job sets off system jobs one level deeper.",
    context,
    "a write of the job sets off jobs of its own, one level deeper",
  ],
  [
    "A system job whose host died is run again.",
    {
      kind: "assumed",
      risk: "low",
      because: "System jobs are rows that wait in a queue; what becomes of one whose host ends is not documented.",
      ifWrong: "Its work is found by the next maintenance.",
      tells: "System jobs of the environment, after a plug-in process ended",
    },
    "a job whose process died in the middle is run again at the next start",
  ],
  [
    "A system job whose step is gone is canceled.",
    asynchronous,
    "the job of a step that is gone is canceled with the reason",
  ],
]);

const customApis = tested("pipeline", `${folder}/customApi.test.ts`, [
  [
    "A custom API runs its plug-in with its parameters, and answers with its response properties.",
    customApi,
    "the plug-in gets the request and its answer goes back",
  ],
  ["A required parameter that is missing is refused with 0x80040203.", errors, "a required one is missing"],
  ["A required parameter that is null is refused with 0x80040203.", errors, "a required one is null"],
  ["A parameter that is not declared is refused with 0x80048d19.", errors, "one is not declared"],
  ["A GUID that is none is refused with 0x80048d19.", errors, "a GUID is not a GUID"],
  ["An output parameter that is not declared is the fault of the plug-in.", customApi, "it does not declare"],
  [
    "ExecutePrivilegeName opens a custom API to roles that give that privilege.",
    customApiColumns,
    "opens the custom API to a role that gives it",
  ],
  [
    "ExecutePrivilegeName closes a custom API to everybody else.",
    customApiColumns,
    "closes it to a user without such a role",
  ],
  [
    "System Administrator and SYSTEM may call every custom API.",
    customApiColumns,
    "binds neither a System Administrator nor SYSTEM",
  ],
  ["What a custom API wrote stays when it ends well.", transactions, "what the plug-in wrote stays when it completes"],
  [
    "What a custom API wrote is gone when it throws, and its words reach the caller.",
    exceptions,
    "what it wrote is gone when it throws, and its words reach the caller",
  ],
  [
    "A plug-in that swallows an error of the service loses its transaction all the same.",
    learn(`${platform}/best-practices/business-logic/avoid-batch-requests-plugin`),
    "what it wrote is gone when it swallows an error of the service",
  ],
  ["The trace log survives the rollback.", tracing, "the trace log survives the rollback"],
  [
    "A plug-in past two minutes ends with 0x80081111.",
    errors,
    "a plug-in past its time is told as the platform tells it",
  ],
  [
    "A custom API that calls itself is stopped at depth 8.",
    events,
    "a custom API that calls itself is stopped at depth 8",
  ],
  [
    "A secret is got by RetrieveEnvironmentVariableSecretValue.",
    secrets,
    "a secret is the value of its environment variable",
  ],
  [
    "A plug-in that takes its process with it is told as a crash, and the next call works.",
    writing,
    "a plug-in that takes its process with it is told as a crash, and the next call works",
  ],
]);

const registry = tested("pipeline", `${folder}/PluginRegistry.test.ts`, [
  [
    "A disabled step does not run, and runs again once it is enabled.",
    register,
    "a step that is switched off runs no more, and again once it is switched on",
  ],
]);

const bridge = [
  ...tested("pipeline", "test/contract/bridgeHttp.test.ts", [
    [
      "A plug-in sends HTTP requests with the headers and body it wrote.",
      webServices,
      "a request goes out as the script wrote it",
    ],
    [
      "Every status an address answers reaches the plug-in as an answer.",
      webServices,
      "status %i is an answer, not a failure",
    ],
    [
      "An address that does not answer ends the request with an exception in time.",
      webServices,
      "the time limit covers the whole answer: %s",
    ],
    [
      "A server that is not there is a failure that the plug-in can tell.",
      webServices,
      "a server that is not there is a network failure",
    ],
  ]),
  ...tested("pipeline", "test/contract/bridgeEnvironment.test.ts", [
    [
      "An environment variable has its current value, else its default, else none.",
      variables,
      "environment variables: current value, else default, else null, all in one query",
    ],
    [
      "RetrieveEnvironmentVariableSecretValue is called by plug-ins as SYSTEM.",
      secrets,
      "secrets come from the message Dataverse has for them, as SYSTEM",
    ],
    [
      "Static data of an assembly outlives an execution, for as long as nobody promises.",
      stateless,
      "the memo outlives an execution, until it expires, and never leaves its organization",
    ],
    ["Traces are text that is written as it is.", tracing, "traces keep their text, braces included"],
  ]),
  ...tested("pipeline", "test/contract/bridgeLimits.test.ts", [
    [
      "The execution context tells message, stage, mode, depth, users, organization and images.",
      context,
      "the script is told the whole execution context",
    ],
    [
      "InvalidPluginExecutionException stops the operation with its words and code.",
      exceptions,
      "an error of the engine stops the operation with its words and code",
    ],
    [
      "A web resource is a row whose content is base64 text.",
      learn(`${platform}/reference/entities/webresource`),
      "an organization keeps its script for half a minute and costs one query in that time",
    ],
  ]),
  ...tested("pipeline", "test/contract/bridgeOrganization.test.ts", [
    [
      "Dates reach Dataverse in UTC.",
      learn("power-apps/developer/data-platform/behavior-format-date-time-attribute"),
      "moments reach Dataverse in UTC with milliseconds, whatever zone they were written in",
    ],
    [
      "Update with a row version that is no longer current is refused with 0x80060882.",
      errors,
      "update is refused where the row version has moved on, and done where it has not",
    ],
    [
      "Update takes an alternate key in the place of an id.",
      alternateKeys,
      "update takes an alternate key in place of an id",
    ],
    [
      "A request of a plug-in runs for the user it names, one level deeper.",
      learn(`${platform}/impersonate-a-user`),
      "requests run for the user of the execution, or for SYSTEM, one level deeper",
    ],
  ]),
  ...tested("pipeline", "test/scripts/tenant/sandboxWorker/sandboxWorker.test.ts", [
    [
      "Plug-in types run with the configuration of their step.",
      writing,
      "any plug-in type runs, with its configuration, parameters and trace",
    ],
    [
      "Another exception than InvalidPluginExecutionException is told in the platform's own words.",
      exceptions,
      "an exception that is no answer to the user is reported in the platform's words, and traced",
    ],
    [
      "A refusal of Dataverse reaches a plug-in as FaultException<OrganizationServiceFault>.",
      exceptions,
      "a refusal of Dataverse is the fault that plug-ins catch",
    ],
    [
      "Past the limit the worker process ends, with all that runs in it.",
      writing,
      "past the limit the process is killed, what else ran in it dies with it, and the next call finds a new one",
    ],
  ]),
];

/** The event pipeline, system jobs, custom APIs and the sandbox in which plug-ins run. */
export const pipelineEntries: readonly FidelityEntry[] = [...steps, ...jobs, ...customApis, ...registry, ...bridge];
