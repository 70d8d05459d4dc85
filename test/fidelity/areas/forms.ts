import type { FidelityEntry, Source } from "../FidelityEntry";
import { learn, tested } from "./tested";

const client = (page: string): Source => learn(`power-apps/developer/model-driven-apps/clientapi/reference/${page}`);
const component = (page: string): Source => learn(`power-apps/developer/component-framework/reference/${page}`);
const ribbon = (page: string): Source => learn(`power-apps/developer/model-driven-apps/${page}`);
const folder = "test/scripts/tenant/forms/client";

const form = tested("forms", `${folder}/xrm/formContext.test.ts`, [
  [
    "setValue makes a column dirty and runs no OnChange handler; fireOnChange does.",
    client("attributes/setvalue"),
    "a value set by a script makes the record dirty and runs no handler; fireOnChange runs them",
  ],
  [
    "getEventSource and getFormContext lead from a handler to its column and form.",
    client("executioncontext/geteventsource"),
    "a handler finds its attribute and its form in the execution context",
  ],
  [
    "A lookup's value is a list of id, name and entityType.",
    client("attributes/getvalue"),
    "lookups carry ids in braces and capitals, and take them in either way",
  ],
  [
    "getOptions and getSelectedOption give the options of a choice.",
    client("attributes/getoptions"),
    "options of a choice, with the selected one",
  ],
  [
    "getAttribute of a column that is not on the form is null.",
    learn("power-apps/developer/model-driven-apps/clientapi/clientapi-form-context"),
    "a column that is not on the form has no attribute",
  ],
  [
    "A column has as many controls as the form shows it.",
    client("attributes/controls-collection"),
    "every control of a column is in the attribute's collection, header ones too",
  ],
  [
    "setFocus of a tab opens it.",
    client("formcontext-ui-tabs/setfocus"),
    "setFocus of a tab opens it and runs its state change handlers once",
  ],
  [
    "setSubmitMode always sends a column with each save, never keeps it back.",
    client("attributes/setsubmitmode"),
    "sends dirty columns, and those a script always wants sent; never those it never wants sent",
  ],
  [
    "preventDefault in OnSave keeps the record from being saved.",
    client("save-event-arguments/preventdefault"),
    "preventDefault rejects the script's save and writes nothing",
  ],
  [
    "An ERROR notification on a control keeps the record from being saved.",
    client("controls/addnotification"),
    "an error notification on a control keeps the record back until it is cleared",
  ],
  [
    "After a save the form reads the row again and OnLoad handlers of data run.",
    client("events/form-onsave"),
    "after a save the form shows what the server holds, and the load handlers have run",
  ],
  [
    "A record that is closed is read-only, and getFormType says so.",
    client("formcontext-ui/getformtype"),
    "a record that is closed can only be read, and says so",
  ],
  [
    "setFormNotification has one line an id.",
    client("formcontext-ui/setformnotification"),
    "one id has one line; clearing says whether there was one",
  ],
]);

const xrm = tested("forms", `${folder}/xrm/createXrm.test.ts`, [
  [
    "Xrm.WebApi.online.execute sends an action's parameters as its body.",
    client("xrm-webapi/online/execute"),
    "an action gets its parameters as a body, and no others",
  ],
  [
    "Xrm.WebApi.online.execute sends a function's parameters in its address.",
    client("xrm-webapi/online/execute"),
    "a function gets its parameters in the address, whatever they hold",
  ],
  ["A bound action is called on its row.", client("xrm-webapi/online/execute"), "a bound action is called on its row"],
  [
    "A refusal rejects with errorCode and message.",
    client("xrm-webapi/retrieverecord"),
    "a refusal rejects with code and words, as scripts expect",
  ],
  [
    "retrieveMultipleRecords reads by pages, and nextLink leads on.",
    client("xrm-webapi/retrievemultiplerecords"),
    "rows are read in pages; the next link of one page asks for the next",
  ],
  [
    "openConfirmDialog says what the person chose.",
    client("xrm-navigation/openconfirmdialog"),
    "a confirm dialog gives what the person chose",
  ],
  [
    "addGlobalNotification stays until clearGlobalNotification.",
    client("xrm-app/addglobalnotification"),
    "a global notification stays until its id is cleared",
  ],
  [
    "getGlobalContext says who works where.",
    client("xrm-utility/getglobalcontext"),
    "the global context says who works where",
  ],
]);

const handlers = tested("forms", `${folder}/page/HandlerList.test.ts`, [
  [
    "Handlers run in the order of the form, the execution context first where it is asked for.",
    client("events/form-onload"),
    "handlers run in order; context and designer parameters arrive as asked for",
  ],
  [
    "A handler that is added twice runs once.",
    client("attributes/addonchange"),
    "a handler added twice runs once, a removed one not at all",
  ],
]);

const formXml = tested("forms", `${folder}/formXml/parseForm.test.ts`, [
  [
    "FormXml has tabs, columns, sections, rows, cells and controls.",
    ribbon("form-xml-schema"),
    "reads tabs, columns and sections with their names, widths and visibility",
  ],
  [
    "A custom control is named by controlDescriptions, by form factor.",
    learn("power-apps/developer/component-framework/overview"),
    "a code component is the one described for the web, with columns and literals told apart",
  ],
]);

const code = [
  ...tested("forms", `${folder}/pcf/ComponentRunner.test.ts`, [
    [
      "init gets context, notifyOutputChanged, state and container.",
      component("control/init"),
      "a standard control draws into its container and sees bound columns and literals",
    ],
    [
      "updateView comes when something that the control sees has changed, and updatedProperties says what.",
      component("control/updateview"),
      "updateView comes again only when something the component sees changed, and says what",
    ],
    [
      "getOutputs says which bound columns have new values.",
      component("control/getoutputs"),
      "outputs go to their columns and run the OnChange handlers; what is not named stays",
    ],
    [
      "destroy ends a control.",
      component("control/destroy"),
      "a stopped component is destroyed and hears of nothing any more",
    ],
    [
      "A feature has to be declared in the manifest.",
      learn("power-apps/developer/component-framework/manifest-schema-reference/feature-usage"),
      "a feature the manifest does not declare is refused by name",
    ],
  ]),
  ...tested("forms", `${folder}/pcf/dataSet.test.ts`, [
    [
      "A data set is loading until its view was read.",
      component("dataset"),
      "before the view was read, a data set is loading and empty",
    ],
    [
      "getFormattedValue and getValue give words and values of the view's columns.",
      component("dataset"),
      "a record gives words and values of the view's columns, a lookup as one reference",
    ],
    [
      "paging, openDatasetItem and refresh reach the grid.",
      component("paging"),
      "pages, openings and refreshes reach the grid",
    ],
  ]),
  ...tested("forms", `${folder}/manifest/parseManifest.test.ts`, [
    [
      "The manifest's type groups say what columns a property may be bound to.",
      learn("power-apps/developer/component-framework/manifest-schema-reference/type-group"),
      "reads properties with the types of their group",
    ],
  ]),
];

const commands = [
  ...tested("forms", "test/scripts/tenant/solution/commandBar/readCommandBar.test.ts", [
    [
      "A RibbonDiffXml button calls a function of a web resource with CRM parameters.",
      ribbon("define-custom-actions-modify-ribbon"),
      "a button has its English label, its picture, and what its function is called with",
    ],
    [
      "Buttons of a menu stand in their Sequence.",
      ribbon("define-custom-actions-modify-ribbon"),
      "the buttons of a menu stand in their sequence, wherever they are written",
    ],
  ]),
  ...tested("forms", `${folder}/commands/holdsRules.test.ts`, [
    ["A command without rules is there.", ribbon("define-ribbon-enable-rules"), "no rules"],
    [
      "A command is there only where all of its rules hold.",
      ribbon("define-ribbon-enable-rules"),
      "one of two does not hold",
    ],
    [
      "SelectionCountRule counts the rows that are selected.",
      ribbon("define-ribbon-enable-rules"),
      "two rows are one at least",
    ],
    [
      "FormStateRule knows Create, Existing, ReadOnly and Disabled.",
      ribbon("define-ribbon-enable-rules"),
      "another state of the form",
    ],
    ["OrRule holds where one of its parts does.", ribbon("define-ribbon-enable-rules"), "one of several"],
  ]),
];

const charted = (page: string): Source => learn(`power-apps/developer/model-driven-apps/${page}`);

const charts = [
  ...tested("forms", `${folder}/charts/charts.test.ts`, [
    [
      "A chart counts the rows of the view that it stands over.",
      charted("understand-charts-underlying-data-chart-representation"),
      "a chart asks for the rows that the view shows: its filters and links, not its columns and its order",
    ],
    [
      "A chart's data names its query, its category and its measures by alias, and each list of measures has a series.",
      charted("understand-charts-underlying-data-chart-representation"),
      "a chart without a query says so",
    ],
  ]),
  ...tested("forms", "test/Solution/src/charts.test.ts", [
    [
      "A dashboard holds six components at most, and a section has as many rows as its components span.",
      charted("understand-dashboards-dashboard-components-formxml"),
      "hold six components at most, in sections with a row for each that a chart spans",
    ],
  ]),
  ...tested("forms", "test/e2e/numbers.test.ts", [
    [
      "FetchXML adds up columns of linked tables, and a chart shows them.",
      learn("power-apps/developer/data-platform/fetchxml/aggregate-data"),
      "show, whatever the rows, the numbers that one counts by hand",
    ],
    [
      "More than 50,000 rows are refused with 0x8004e023.",
      learn("power-apps/developer/data-platform/fetchxml/aggregate-data"),
      "say in words what they cannot show, and who can help",
    ],
  ]),
];

/** What scripts and controls find on a page, and what command bars, charts and dashboards are made of. */
export const formEntries: readonly FidelityEntry[] = [
  ...form,
  ...xrm,
  ...handlers,
  ...formXml,
  ...code,
  ...commands,
  ...charts,
];
