import type { AppDescription } from "../../protocol";
import type { ControlLibrary } from "../pcf/ControlLibrary";
import type { WebApiClient } from "../webApi/WebApiClient";
import type { Shell } from "./Shell";
import type { TenantDirectory } from "./TenantDirectory";

/** What every part of the page works with; made once, in main. */
export interface Services {
  api: WebApiClient;
  directory: TenantDirectory;
  shell: Shell;
  controls: ControlLibrary;
  app: AppDescription;
}
