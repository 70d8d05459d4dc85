import { answerEmpty, answerJson, answerSeeOther } from "../http/SandboxAnswer";
import { addFault } from "./addFault";
import type { ControlTable } from "./Control";

export const faultControls: ControlTable = {
  "GET /sandbox/faults": (state) => answerJson(200, state.faults),
  "POST /sandbox/faults": addFault,
  "DELETE /sandbox/faults": (state) => {
    state.faults.length = 0;
    return answerEmpty(204);
  },
  // For the button of the faults page: an HTML form cannot send DELETE.
  "POST /sandbox/faults/clear": (state) => {
    state.faults.length = 0;
    return answerSeeOther("/faults");
  },
};
