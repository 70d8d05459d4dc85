import { type ImportLogEntry, failed } from "../ImportLog";
import type { AssemblyContent } from "../contents/SolutionContents";
import { readAssemblyFile } from "../contents/readAssemblyFile";
import { type Check } from "./Check";

/** Microsoft signs its assemblies again when it ships them; solutions still say the key they were made with. */
const microsoft = "31bf3856ad364e35";
const maxBytes = 16 * 1024 * 1024;
/** What stands in place of a file that was taken out of a copy made for looking at. */
const takenOut = "placeholder: payload removed";

function problems({ fullName, types }: AssemblyContent, bytes: Uint8Array): string[] {
  const file = readAssemblyFile(bytes);
  if (!file) return ["it is no .NET assembly"];
  const [name = ""] = fullName.split(",");
  const token = /PublicKeyToken=([0-9a-f]{16})/i.exec(fullName)?.[1]?.toLowerCase();
  return [
    ...(bytes.length > maxBytes ? ["it is over 16 MB"] : []),
    ...(file.hasName(name) ? [] : [`nothing in it is called ${name}`]),
    ...(file.publicKeyTokens.length > 0 ? [] : ["it is not signed with a strong name"]),
    ...(token === undefined ||
    file.publicKeyTokens.length === 0 ||
    [token, microsoft].some((key) => file.publicKeyTokens.includes(key))
      ? []
      : [`the solution says it is signed with the key ${token}, but its own is ${file.publicKeyTokens.join(" or ")}`]),
    ...types
      .map(({ typeName }) => typeName.split(".").at(-1) ?? "")
      .filter((type) => !file.hasName(type))
      .map((type) => `it has no type ${type}`),
  ];
}

/** The files of plug-in assemblies: .NET, signed with the key that the solution says, with the types it registers. */
export const checkAssemblies: Check = ({ contents, package: { files } }) =>
  contents.assemblies.flatMap((assembly): ImportLogEntry[] => {
    const bytes = files.get(assembly.fileName);
    if (!bytes) return [];
    const component = `Plug-in assembly ${assembly.fullName}`;
    if (new TextDecoder().decode(bytes.subarray(0, 64)).trim() === takenOut) {
      const message = "Its file was taken out of this copy of the solution; Dataverse would refuse it.";
      return [{ component, file: assembly.fileName, result: "warning", rule: "files are complete", message }];
    }
    return problems(assembly, bytes).map((problem) =>
      failed(
        component,
        assembly.fileName,
        "a plug-in assembly is what the solution says",
        `Its file cannot be registered: ${problem}.`,
      ),
    );
  });
