/**
 * Where the facts were read. `earlyBound` are classes that were generated from an organization with Sales, `proxies` classes generated in
 * 2026 with the lengths of texts, `lead` a serialized `EntityMetadata`.
 */
export const dumps = {
  earlyBound: "daryllabar/DLaB.Xrm@87932fd DLaB.Xrm.DotNetCore.Tests/Entities",
  proxies:
    "delegateas/XrmMockup@56279f1 tests/TestPluginAssembly365/Context, src/MetadataGen/MetadataGenerator.Context/Context",
  lead: "delegateas/XrmMockup@56279f1 tests/XrmMockup365Test/Metadata/LeadMetadata.xml",
} as const;

/** What the metadata of real organizations says of a table; no more than the local tenant has of it. Parts are set apart by semicolons. */
export interface TableFacts {
  table: string;
  /** Entity set. */
  set: string;
  /** Primary key. */
  id: string;
  /** Primary name column; null where the organization's classes name none. */
  name: string | null;
  dumps: readonly (keyof typeof dumps)[];
  /** Column, its type in the Web API, and the length of a text where the dumps hold it. */
  columns: string;
  /** Column, and options that an untouched organization has. */
  choices?: string;
  /** Relationship, column on the many side, table on the one side. */
  relationships?: string;
}
