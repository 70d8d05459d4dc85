import { createHash } from "node:crypto";
import type { NotificationSigner } from "../../../scripts/tenant/partnerCenter/certificates/NotificationSigner";
import { signerCertificate } from "../../support/signerCertificate";

export const certificate = signerCertificate();

export const signatureOf = (body: string): string => createHash("sha256").update(`signed ${body}`).digest("base64");

/** Signs without cryptography; the bridge of the simulation knows how to check it. */
export const fakeSigner: NotificationSigner = { sign: signatureOf, certificate, rootCertificate: certificate };
