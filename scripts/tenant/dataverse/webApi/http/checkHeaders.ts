import { protocolRefusals } from "../protocolRefusals";

/** Duplicates are not detected here, so nothing but their suppression can be asked for. */
const duplicateDetection = "mscrm.suppressduplicatedetection";

/** Headers of the platform's protocol that change nothing here; any other of their families is refused. */
const harmless = new Set(["odata-version", "odata-maxversion", duplicateDetection, "odata-isolation"]);
const families = /^(odata-|mscrm|ms-crm|if-)/;
const understood = new Set(["if-match", "if-none-match", "mscrmcallerid"]);

/** What browsers send along by themselves and what we answer with JSON to. */
const acceptable = /^(\*\/\*|application\/(json|\*)|text\/(html|plain|\*)|application\/xml|multipart\/mixed)/;

function checkAccept(accept: string): void {
  const isFullMetadata = /odata\.metadata=full/i.test(accept);
  const isPossible = accept.split(",").some((type) => acceptable.test(type.trim().toLowerCase()));
  if (isFullMetadata || !isPossible) throw protocolRefusals.notAcceptable(accept);
}

/** Refuses a request whose headers ask for something that would not happen. */
export function checkHeaders(headers: ReadonlyMap<string, string>): void {
  for (const [name, value] of headers) {
    const isDetection = name === duplicateDetection && value.trim().toLowerCase() === "false";
    if (isDetection || (families.test(name) && !harmless.has(name) && !understood.has(name))) {
      throw protocolRefusals.headerUnknown(name, value);
    }
  }
  const version = headers.get("odata-maxversion") ?? headers.get("odata-version") ?? "4.0";
  if (!version.startsWith("4.")) throw protocolRefusals.headerUnknown("OData-Version", version);
  const accept = headers.get("accept");
  if (accept !== undefined && accept !== "") checkAccept(accept);
}
