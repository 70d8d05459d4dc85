import { localPartner } from "../localPartner";
import type { Person } from "./Person";

/** Invented people of the default sandbox, one for each way to be let in or kept out. */
export const standardPeople: readonly Person[] = [
  {
    name: localPartner.user.name,
    objectId: localPartner.user.objectId,
    displayName: "Rita Adams",
    roles: ["referralsAdmin", "adminAgent"],
    locations: "all",
  },
  {
    name: "sam.eriksen@contoso-partner.example",
    objectId: "9a8b7c6d-5e4f-4321-8fed-cba987654341",
    displayName: "Sam Eriksen",
    roles: ["referralsUser"],
    locations: "all",
  },
  {
    name: "bill.ing@contoso-partner.example",
    objectId: "9a8b7c6d-5e4f-4321-8fed-cba987654342",
    displayName: "Bill Ingram",
    roles: ["billingAdmin"],
    locations: "all",
  },
];
