/** What signs notifications, and the certificate that lets receivers check it. */
export interface NotificationSigner {
  /** RSA PKCS#1 v1.5 with SHA-256 over the UTF-8 bytes of the body, base64. */
  sign(body: string): string;
  /** DER of the signing certificate. */
  certificate: Uint8Array;
  /** DER of the root that issued it; no machine trusts it unless told to. */
  rootCertificate: Uint8Array;
}
