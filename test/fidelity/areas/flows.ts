import type { FidelityEntry } from "../FidelityEntry";
import { learn, tested, type TestedRow } from "./tested";

const functions = learn("azure/logic-apps/workflow-definition-language-functions-reference");
const language = learn("azure/logic-apps/logic-apps-workflow-definition-language");
const actions = learn("azure/logic-apps/logic-apps-workflow-actions-triggers");
const failures = learn("azure/logic-apps/logic-apps-exception-handling");
const request = learn("azure/connectors/connectors-native-reqres");
const trigger = learn("power-automate/oauth-authentication");
const references = learn("power-apps/maker/data-platform/create-connection-reference");
const withCode = learn("power-automate/manage-flows-with-code");
const runs = learn("power-apps/developer/data-platform/reference/entities/flowrun");
const connector = learn("connectors/commondataserviceforapps");
const folder = "test/scripts/tenant/flows";

/** Each row of the expression test is one thing that the language has. */
const expressions = tested("flows", `${folder}/expression/compileTemplate.test.ts`, [
  ["An @ that is doubled is an @.", language, "@@literal"],
  ["@{…} inside a text is replaced by its value.", language, "@{1}@{'a'}"],
  ["triggerBody() is the body of the trigger.", functions, "@triggerBody()"],
  ["A ? before a member gives null where there is none.", language, "@triggerBody()?['gone']?['deeper']"],
  ["A name with slashes steps down member by member.", language, "@triggerBody()?['body/odd']"],
  ["triggerOutputs() has headers by name in any case.", functions, "@triggerOutputs()['headers/X-MS-Signature']"],
  ["outputs('Action') has the status code and the body of an action.", functions, "@outputs('Call')['statusCode']"],
  ["body('Action') is the body of its outputs.", functions, "@body('Call')?['Text']"],
  ["actions('Action') has the status of an action.", functions, "@actions('Call')?['status']"],
  ["parameters('Name') is a parameter of the definition.", functions, "@parameters('Place')"],
  ["workflow() has the run's name.", functions, "@workflow()['run']['name']"],
  ["utcNow() is the time in UTC with seven digits of a second.", functions, "@utcNow()"],
  ["guid() is a new id.", functions, "@guid()"],
  ["concat() joins texts.", functions, "@concat('it''s ', 1, ' ', true, null)"],
  ["string() of a text is that text, of anything else its JSON.", functions, "@string('text')"],
  ["base64() takes the bytes of UTF-8.", functions, "@base64('Zwölf')"],
  ["base64ToString() takes them back.", functions, "@base64ToString(base64('Zwölf 👨‍👩‍👧'))"],
  ["coalesce() is the first that is not null.", functions, "@coalesce(null, triggerBody()?['gone'], 'last')"],
  ["if() and equals() compare with types.", functions, "@if(equals(outputs('Call')['statusCode'], 200), 'yes', 'no')"],
  ["and(), not() and greater() are logic.", functions, "@and(true, not(false), greater(2, 1))"],
  ["or(), less() and lessOrEquals() are logic.", functions, "@or(false, less('b', 'a'), lessOrEquals(1, 1))"],
  ["int() reads a whole number.", functions, "@int('42')"],
  ["bool() reads a truth value.", functions, "@bool('True')"],
  ["empty() is true of an empty text.", functions, "@empty('')"],
  ["length() counts items.", functions, "@length(triggerBody()['items'])"],
  ["contains() looks into lists.", functions, "@contains(triggerBody()['items'], 2)"],
  ["startsWith() looks at no case.", functions, "@startsWith('ABC', 'ab')"],
  ["toLower() makes small letters.", functions, "@toLower('ABC')"],
  ["first() and split() take texts apart.", functions, "@first(split('a,b', ','))"],
  ["Names of functions have no case.", functions, "@EQUALS(-1.5, -1.5)"],
]);

const http: readonly TestedRow[] = [
  [
    "The caller of an HTTP trigger gets the status of the Response action.",
    request,
    "the caller gets the status %i that the custom API says",
  ],
  [
    "An HTTP trigger hands over body and headers as they came, without Authorization.",
    trigger,
    "the custom API gets body and headers as they were sent, without the authorization",
  ],
  [
    "An action of a connection runs for the user of that connection.",
    connector,
    "the call runs for the user of the connection, in a transaction",
  ],
  [
    "A body that is no JSON arrives as $content in base64 with its $content-type.",
    request,
    "what is no JSON comes with its bytes in base64",
  ],
  [
    "A body that says it is JSON and is not is refused with 400, and no run begins.",
    request,
    "a body that says it is JSON and is not is refused, and nothing runs",
  ],
  [
    "A run that fails before its Response answers 502.",
    request,
    "a call that fails leaves no response: 502, a row in the history, and a line for the console",
  ],
  [
    "An HTTP trigger whose flow has no Response answers 202 at once.",
    request,
    "a flow without a response accepts at once",
  ],
  [
    "Only the method of the trigger starts the flow, and only while it is on.",
    actions,
    "only the method of the trigger starts the flow, and only while it is on",
  ],
];

const running: readonly TestedRow[] = [
  [
    "Actions run in the order of runAfter.",
    actions,
    "actions run in the order of runAfter, however they are written down",
  ],
  [
    "What does not run after a failure is Skipped, and the run is Failed.",
    failures,
    "what runs after a failure is skipped, and the run fails with the first reason",
  ],
  [
    "A failure that another action runs after is dealt with.",
    failures,
    "a failure that another action ran after is dealt with",
  ],
  [
    "A Scope has the status of what is in it.",
    failures,
    "a scope fails as a whole, and its failure can be dealt with beside it",
  ],
  ["An If runs one of its branches.", actions, "a condition chooses for %i: %p"],
  [
    "Terminate ends the run with its own status and error.",
    actions,
    "terminate ends the run with its own error, and nothing runs behind it",
  ],
  ["Compose keeps a value for later actions.", actions, "composed values can be used by later actions"],
];

const recurring: readonly TestedRow[] = [
  [
    "A Recurrence without a start runs at once, then each interval.",
    actions,
    "runs at once when it is turned on, then every five minutes",
  ],
  ["Concurrency of 1 keeps runs from overlapping.", actions, "never runs twice at a time"],
  ["Runs leave the history after 28 days.", runs, "runs older than 28 days leave the history"],
];

const turning: readonly TestedRow[] = [
  [
    "An imported flow is off until its connections are chosen.",
    references,
    "an imported flow is off until its connection is chosen and it is turned on",
  ],
  [
    "A newer version leaves flow and connection as they are.",
    references,
    "a newer version leaves flow and connection as they are",
  ],
  ["A version without the flow takes it away.", withCode, "a version without the flow takes it away, with its history"],
];

const callback: readonly TestedRow[] = [
  [
    "listCallbackUrl gives the address of an HTTP trigger while its flow is on.",
    withCode,
    "a flow with an HTTP trigger that is on has an address, found by the id that Power Automate knows it by",
  ],
  [
    "Power Automate knows a flow by workflowidunique, not by the id of its row.",
    withCode,
    "the id of its row in Dataverse is not the one that Power Automate knows it by",
  ],
];

const manual: readonly TestedRow[] = [
  [
    "Inputs of a button trigger have a key and a title.",
    actions,
    "inputs are given by key or by title, and the answer says how the run ended",
  ],
];

/** Cloud flows: their language, their triggers, their runs. */
export const flowEntries: readonly FidelityEntry[] = [
  ...expressions,
  ...tested("flows", `${folder}/httpFlow.test.ts`, http),
  ...tested("flows", `${folder}/run/runFlow.test.ts`, running),
  ...tested("flows", `${folder}/recurringFlow.test.ts`, recurring),
  ...tested("flows", `${folder}/turnOn.test.ts`, turning),
  ...tested("flows", `${folder}/callbackUrl.test.ts`, callback),
  ...tested("flows", `${folder}/manualFlow.test.ts`, manual),
];
