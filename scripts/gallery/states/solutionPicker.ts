import { choices, columns, tables } from "../../../Solution/engine/domain/schema";
import type { ControlState, DataSetState, GalleryControl } from "./ControlState";
import { createState } from "./createState";
import type { Row } from "./deal";

const detail = columns.solutionDetail;
const solution = columns.partnerCenterSolution;
const { primaryName } = tables.partnerCenterSolution;
const kindLabel = "@OData.Community.Display.V1.FormattedValue";

/** A row of the catalogue as the Web API gives it. */
export const catalogueRow = (at: number, name: string): Row => ({
  [tables.solutionDetail.primaryId]: `aaaaaaaa-0000-4000-8000-00000000000${at}`,
  [detail.name]: name,
  [detail.solutionId]: `SOL-${at}`,
  [detail.solutionKind]: choices.solutionKind.partnerSolution,
  [detail.solutionKind + kindLabel]: "Partner solution",
});

export const catalogue = [
  catalogueRow(1, "Fleet Insights"),
  catalogueRow(2, "Fleet Repair"),
  catalogueRow(3, "Plant Twin"),
];

const chosenRow = (at: number, name: string): Row => ({
  rowId: `bbbbbbbb-0000-4000-8000-00000000000${at}`,
  [primaryName]: name,
  [solution.solutionId]: `SOL-${at}`,
});

const pickerState = (
  id: string,
  title: string,
  dataSet: DataSetState,
  rest: Partial<ControlState> = {},
): ControlState => ({ ...createState(id, title, {}, { catalogue }), dataSet, ...rest });

const chosen = [chosenRow(1, "Fleet Insights"), chosenRow(3, "Plant Twin")];

export const createSolutionPicker = (): GalleryControl => ({
  kind: "control",
  id: "SolutionPicker",
  name: "cosell_CoSell.SolutionPicker",
  title: "Solutions of a deal",
  table: "opportunity",
  choices: {},
  states: [
    pickerState("empty", "No solution yet", { rows: [] }),
    pickerState("chosen", "Two solutions", { rows: chosen }),
    pickerState("more", "More than one page", { rows: chosen, hasNextPage: true }),
    pickerState("loading", "Loading", { rows: [], isLoading: true }),
    pickerState("new", "Before the first save", { rows: [] }, { recordId: null }),
    pickerState("read-only", "Without the right to write", { rows: chosen }, { isReadOnly: true }),
    pickerState("offline", "Offline", { rows: chosen }, { isOffline: true }),
    pickerState("unreadable", "Rows cannot be shown", {
      rows: [],
      error: "You do not have the privilege to read these rows.",
    }),
  ],
});
