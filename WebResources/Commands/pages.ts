/** Web resources that commands open. */
export const pages = { reason: "cosell_/commands/reason.html" } as const;
