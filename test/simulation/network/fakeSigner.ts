import { createHash } from "node:crypto";
import type { NotificationSigner } from "../../../scripts/tenant/partnerCenter/certificates/NotificationSigner";

/** Begins as DER does, and means nothing. */
export const certificate = Buffer.from([0x30, 0x82, 0x01, 0x00, 0x53, 0x49, 0x4d]);

export const signatureOf = (body: string): string => createHash("sha256").update(`signed ${body}`).digest("base64");

/** Signs without cryptography; the bridge of the simulation knows how to check it. */
export const fakeSigner: NotificationSigner = { sign: signatureOf, certificate, rootCertificate: certificate };
