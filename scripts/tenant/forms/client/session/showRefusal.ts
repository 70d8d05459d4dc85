import type { Shell } from "../app/Shell";
import type { WebApiError } from "../webApi/WebApiError";

/** ISVAborted: a plug-in said no. */
const plugInRefusal = "0x80040265";

/** Shows why the server did not save, in its own words. */
export function showRefusal(shell: Shell, { code, message }: WebApiError): void {
  const title = code.toLowerCase() === plugInRefusal ? "Business Process Error" : "The record was not saved";
  void shell.error({ title, text: message, ...(code !== "" && { details: `Error code: ${code}` }) });
}
