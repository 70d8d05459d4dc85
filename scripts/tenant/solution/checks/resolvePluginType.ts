import type { SolutionContents } from "../contents/SolutionContents";
import type { Environment } from "./Environment";

interface Known {
  contents: Pick<SolutionContents, "assemblies">;
  environment: Pick<Environment, "pluginTypes">;
}

/** Microsoft's packages carry ids of another build here and there; the name is what counts in them. */
const isMicrosofts = (name: string | undefined): boolean => name?.includes("PublicKeyToken=31bf3856ad364e35") === true;

/** The id of the plug-in type that a step or a custom API means; undefined when no assembly has it. */
export function resolvePluginType(
  { pluginTypeId, pluginTypeName }: { pluginTypeId?: string | undefined; pluginTypeName?: string | undefined },
  { contents, environment }: Known,
): string | undefined {
  const brought = contents.assemblies.flatMap((assembly) => assembly.types);
  if (pluginTypeId !== undefined) {
    const id = pluginTypeId.toLowerCase();
    const byId =
      brought.find((type) => type.id === id)?.id ??
      environment.pluginTypes.find((type) => type.id === id || type.exportKey === id)?.id;
    if (byId !== undefined || !isMicrosofts(pluginTypeName)) return byId;
  }
  if (pluginTypeName === undefined) return undefined;
  const [typeName = ""] = pluginTypeName.split(",");
  return (
    brought.find((type) => type.assemblyQualifiedName === pluginTypeName)?.id ??
    environment.pluginTypes.find(
      (type) => type.typeName === typeName.trim() && pluginTypeName.includes(`, ${type.assembly},`),
    )?.id
  );
}
