import type { Caller } from "../OrganizationService";

/** The user in whose name a row is written; what SYSTEM writes bears the name of who started the chain. */
export const actingUser = ({ userId, initiatingUserId }: Caller): string => userId ?? initiatingUserId;
