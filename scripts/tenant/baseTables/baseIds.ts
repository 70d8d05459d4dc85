import { nameBasedGuid } from "../solution/nameBasedGuid";

/** Ids of rows every tenant has from the start. */
export const baseIds = {
  organization: "0d6a1b8e-5c0f-4c55-9d2c-3f1e6a7b9c10",
  businessUnit: "1f7b2c9f-6d10-4d66-8e3d-4a2f7b8c0d21",
  team: "2a8c3da0-7e21-4e77-9f4e-5b308c9d1e32",
  /** The platform's own user, as which nobody signs in. */
  systemUser: "3b9d4eb1-8f32-4f88-a05f-6c419dae2f43",
  euro: "4cae5fc2-9043-4099-b160-7d52aebf3054",
  usDollar: "5dbf60d3-a154-41aa-8271-8e63bfc04165",
  systemAdministratorRole: "6ec071e4-b265-42bb-9382-9f74c0d15276",
  basicUserRole: "6ed071e4-b265-42bb-9382-9f74c0d15277",
  salespersonRole: "7fd182f5-c376-43cc-a493-a085d1e26387",
  kimSeller: "80e29306-d487-44dd-b5a4-b196e2f37498",
  /** The application user whose connection the cloud flows use. */
  flowsUser: "a204b528-0da6-46ff-97c7-d3b8a415961a",
  alexAdmin: "91f3a417-e598-45ee-86b5-c2a7f3048509",
} as const;

/** Messages that Sales brings. No public source tells the ids these have in real environments; here they have these. */
const salesMessageIds = {
  Win: nameBasedGuid("sdkmessage:Win"),
  Lose: nameBasedGuid("sdkmessage:Lose"),
  QualifyLead: nameBasedGuid("sdkmessage:QualifyLead"),
} as const;

/** The messages that steps can be registered on; those of the platform with the ids they have in every environment. */
export const messageIds = {
  Create: "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8",
  Update: "20bebb1b-ea3e-db11-86a7-000a3a5473e8",
  Delete: "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8",
  ...salesMessageIds,
} as const;
