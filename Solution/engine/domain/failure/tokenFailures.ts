import { passing, signIn, throttled, busy, type FailureKind } from "./FailureKind";

const correctIds = "to correct the environment variables Partner Center client id and tenant id";

/** Answers of Microsoft Entra, and what the connector lacks before it can ask there. */
export const tokenFailures = {
  "token.adminConsentMissing": signIn(
    "An administrator of your company's directory has to allow the app registration first.",
    "to give admin consent to the app registration",
  ),
  "token.appDisabled": signIn(
    "The app registration of the connector is disabled in your company's directory.",
    "to enable the app registration in Microsoft Entra",
  ),
  "token.appUnknown": signIn(
    "The app registration of the connector does not exist in your company's directory.",
    correctIds,
  ),
  "token.codeRefused": signIn(
    "Microsoft Entra did not accept the code of the sign-in: it was used before, is too old, or belongs to another one.",
  ),
  "token.conditionalAccess": signIn(
    "Your company's sign-in rules keep the connector's user out.",
    "to let the connector's user pass the conditional access rules, and to sign in again",
  ),
  "token.consentMissing": signIn(
    "The app registration may not use Partner Center for your company yet.",
    "to give admin consent to the app registration",
  ),
  "token.deviceRefused": signIn(
    "Your company's sign-in rules ask for a managed device, which the connector does not have.",
    "to exclude the connector's user from that rule, and to sign in again",
  ),
  "token.expired": signIn("The connector's sign-in to Partner Center has expired."),
  "token.malformed": signIn("The stored sign-in of the connector is damaged."),
  "token.mfaExpired": signIn(
    "The multi-factor authentication of the connector's sign-in is too long ago.",
    "to sign the connector in again with multi-factor authentication",
  ),
  "token.mfaRequired": signIn(
    "Microsoft Entra asks for multi-factor authentication before the connector may sign in.",
    "to sign the connector in again with multi-factor authentication",
  ),
  "token.notLasting": signIn(
    "Microsoft Entra gave access for an hour only, with no way to renew it.",
    "to let the app registration have the permission offline_access, and to sign in again",
  ),
  "token.partnerCenterUnknown": signIn(
    "Your company's directory does not know Partner Center yet.",
    "to give the app registration the permission for Partner Center, with admin consent",
  ),
  "token.passwordExpired": signIn("The password of the connector's Partner Center user has expired."),
  "token.passwordWrong": signIn("The password of the connector's Partner Center user was not accepted."),
  "token.redirectUnknown": signIn(
    "The app registration does not know the address that the sign-in comes back to.",
    "to add that address to the redirect URIs of the app registration, and to sign in again",
  ),
  "token.refused": signIn("Microsoft Entra refused the connector's sign-in."),
  "token.revoked": signIn("The connector's sign-in to Partner Center was ended, for example by a new password."),
  "token.scopeWrong": signIn(
    "The app registration does not ask for the permission that Partner Center needs.",
    "to add the Partner Center permission to the app registration",
  ),
  "token.secretExpired": signIn(
    "The client secret of the app registration has expired.",
    "to make a new client secret and to store it in the environment variable Partner Center client secret",
  ),
  "token.secretMissing": signIn(
    "Microsoft Entra expects a client secret of the app registration, and none was sent.",
    "to store one in the environment variable Partner Center client secret",
  ),
  "token.secretWrong": signIn(
    "The client secret of the app registration is wrong.",
    "to correct the environment variable Partner Center client secret",
  ),
  "token.tenantUnknown": signIn(
    "The directory of the connector does not exist.",
    "to correct the environment variable Partner Center tenant id",
  ),
  "token.termsOfUse": signIn(
    "The connector's user has to accept your company's terms of use first.",
    "to sign in as that user once and accept them",
  ),
  "token.throttled": throttled("Microsoft Entra asked to sign in less often."),
  "token.unavailable": busy("Microsoft Entra is not available, so the connector cannot sign in at the moment."),
  "token.userDisabled": signIn(
    "The Partner Center user of the connector is disabled.",
    "to enable that user, or to sign in with another",
  ),
  "token.userLocked": passing(
    "The Partner Center user of the connector is locked after too many sign-ins that failed.",
  ),
  "token.userNotAssigned": signIn(
    "The connector's user may not use the app registration.",
    "to assign that user to the app registration in Microsoft Entra",
  ),
  "token.userUnknown": signIn(
    "The Partner Center user of the connector no longer exists in your company's directory.",
    "to sign in with another user",
  ),

  "connection.notSignedIn": signIn(
    "The connector is not signed in to Partner Center yet.",
    "to sign the connector in to Partner Center",
  ),
  "connection.profileUnknown": signIn(
    "The Partner Center cloud profile is not one the connector knows.",
    "to set the environment variable Partner Center cloud profile to Commercial",
  ),
  "connection.settingsMissing": signIn(
    "The connector lacks settings for Partner Center.",
    "to fill in the environment variables Partner Center tenant id, client id and client secret; without Azure Key Vault the client secret goes into Client Secret of the Partner Center connection",
  ),
} as const satisfies Readonly<Record<string, FailureKind>>;
