/** What may stand below what in FormXml, as far as the tree of tabs, sections and controls goes. */
export const allowedChildren: Readonly<Record<string, readonly string[]>> = {
  form: [
    "ancestor",
    "hiddencontrols",
    "tabs",
    "header",
    "footer",
    "events",
    "clientresources",
    "Navigation",
    "controlDescriptions",
    "formLibraries",
    "formparameters",
    "DisplayConditions",
    "externaldependencies",
  ],
  tabs: ["tab"],
  tab: ["labels", "columns", "events", "tabheader", "tabfooter"],
  columns: ["column"],
  column: ["sections"],
  sections: ["section"],
  section: ["labels", "rows"],
  header: ["rows"],
  footer: ["rows"],
  rows: ["row"],
  row: ["cell"],
  cell: ["labels", "control", "events"],
  labels: ["label"],
  formLibraries: ["Library"],
  events: ["event"],
  event: ["InternalHandlers", "Handlers", "dependencies"],
  Handlers: ["Handler"],
  InternalHandlers: ["Handler"],
  controlDescriptions: ["controlDescription"],
  controlDescription: ["customControl"],
};

/** Attributes without which the server cannot read a node. */
export const requiredAttributes: Readonly<Record<string, readonly string[]>> = {
  tab: ["id"],
  section: ["id"],
  cell: ["id"],
  control: ["id", "classid"],
  Library: ["name", "libraryUniqueId"],
  Handler: ["functionName", "libraryName", "handlerUniqueId"],
  event: ["name"],
  controlDescription: ["forControl"],
};

/** Children a whole (not diffed) node cannot do without. */
export const requiredChildren: Readonly<Record<string, readonly string[]>> = {
  form: ["tabs"],
  tab: ["columns"],
  columns: ["column"],
  column: ["sections"],
};
