import { answerJson, type HttpAnswer } from "../http/SandboxAnswer";

export function refuseControl(status: number, message: string): HttpAnswer {
  return answerJson(status, { message });
}
