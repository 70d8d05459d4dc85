/** The two forms in which a solution travels; the managed one locks what it brings. */
export type PackageType = "managed" | "unmanaged";

/** What the sources break that no package can be made from; the message names file and cure. */
export class PackError extends Error {}
