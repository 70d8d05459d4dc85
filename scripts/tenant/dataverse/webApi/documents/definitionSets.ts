/** Sets of definitions there are, by the first segment of their address. */
export const definitionSets = ["EntityDefinitions", "RelationshipDefinitions", "GlobalOptionSetDefinitions"] as const;

export type DefinitionSet = (typeof definitionSets)[number];
