/** The two forms in which a solution travels; the managed one locks what it brings. */
export type PackageType = "managed" | "unmanaged";

/**
 * What becomes of a form, app or site map that has a plain file and no `_managed` one, in a managed package: the packer of the
 * Power Platform CLI leaves it out, or takes the plain file with `--useUnmanagedFileForMissingManaged`.
 */
export type MissingManaged = "refuse" | "leaveOut" | "useUnmanaged";

/** What the sources break that no package can be made from; the message names file and cure. */
export class PackError extends Error {}
