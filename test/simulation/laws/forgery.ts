import type { Law } from "./Law";

/** A notification that Partner Center did not sign is refused. */
export const forgery: Law = { name: "forged notification", findBreaks: ({ forgeries }) => forgeries };
