import { onlySupported } from "../xrm/onlySupported";
import type { ComponentSite } from "./ComponentSite";

/** `context.events`: one function for each event of the manifest; calling it runs the form scripts that listen. */
export const createEvents = ({ loaded, control, session }: ComponentSite) =>
  onlySupported(
    "context.events",
    Object.fromEntries(
      loaded.manifest.events.map((name) => [
        name,
        (payload?: unknown) => control.componentEvents.get(name)?.run(payload, session.reportHandlerError),
      ]),
    ),
  );
