import { createPrivateKey, createPublicKey, createSign, generateKeyPairSync, type KeyObject } from "node:crypto";
import type { KeyedStore } from "../../identity/KeyedStore";
import { issueCertificate, type DistinguishedName } from "./issueCertificate";
import type { NotificationSigner } from "./NotificationSigner";

const organization = "Microsoft Corporation";
const root: DistinguishedName = { country: "US", organization, commonName: "Local sandbox root" };
const leaf: DistinguishedName = { country: "US", organization, commonName: "pcnotifications-dispatch.microsoft.com" };

/**
 * A chain of two certificates in Microsoft's name that only a test would trust. Its keys are made at the first start and
 * kept, so that a receiver's cached certificate stays the right one.
 */
export function openNotificationSigner(kept: KeyedStore<string>): NotificationSigner {
  const [rootKey, leafKey] = [openKey(kept, "root"), openKey(kept, "leaf")];
  const common = { issuer: root, issuerKey: rootKey };
  return {
    sign: (body) => createSign("RSA-SHA256").update(body, "utf8").sign(leafKey, "base64"),
    certificate: issueCertificate({
      ...common,
      subject: leaf,
      publicKey: createPublicKey(leafKey),
      isAuthority: false,
    }),
    rootCertificate: issueCertificate({
      ...common,
      subject: root,
      publicKey: createPublicKey(rootKey),
      isAuthority: true,
    }),
  };
}

function openKey(kept: KeyedStore<string>, name: string): KeyObject {
  const known = kept.get(name);
  if (known !== undefined) return createPrivateKey(known);
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  kept.set(name, privateKey.export({ type: "pkcs8", format: "pem" }).toString());
  return privateKey;
}
