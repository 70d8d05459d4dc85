import { createHash } from "node:crypto";

/** Kinds of component that carry an id of ours. */
export type ComponentKind =
  | "cell"
  | "control"
  | "fieldsecurityprofile"
  | "workflow"
  | "form"
  | "handler"
  | "header"
  | "library"
  | "pluginassembly"
  | "plugintype"
  | "role"
  | "savedquery"
  | "section"
  | "step"
  | "stepimage"
  | "tab"
  | "visualization"
  | "webresource";

const dnsNamespace = "6ba7b810-9dad-11d1-80b4-00c04fd430c8";
const ourNamespace = uuidOfName(dnsNamespace, "cosellconnector.dynamics365");

/**
 * Id of a component, lower case without braces. It is a UUID version 5 of kind and path, so that every build gives a
 * component the id it had before and an import upgrades it in place. `path` names the component by what contains it, for
 * example `opportunity/main/Opportunity/tab_cosell` for a tab.
 */
export function componentId(kind: ComponentKind, path: string): string {
  return uuidOfName(ourNamespace, `${kind}:${path}`);
}

/** UUID version 5 (RFC 9562, section 5.5): SHA-1 over namespace and name, with version and variant bits set. */
function uuidOfName(namespace: string, name: string): string {
  const bytes = createHash("sha1")
    .update(Buffer.from(namespace.replaceAll("-", ""), "hex"))
    .update(name, "utf8")
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
