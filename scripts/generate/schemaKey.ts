/** Key in the generated schema for a schema name: `cosell_SyncStatus` gives `syncStatus`. */
export function schemaKey(schemaName: string): string {
  const bare = schemaName.replace(/^cosell_/, "");
  return bare.charAt(0).toLowerCase() + bare.slice(1);
}
