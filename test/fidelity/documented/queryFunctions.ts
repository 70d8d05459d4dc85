import type { Example } from "./Example";

const page = "webapi/reference/queryfunctions";

const over = (set: string, call: string) =>
  `GET ${set}?$select=name&$filter=contains(name,'(sample)') and Microsoft.Dynamics.CRM.${call}`;

const right = (set: string, call: string, letters: string): Example => ({
  page,
  request: over(set, call),
  right: { letters },
});
const refused = (call: string): Example => ({
  page,
  request: over("accounts", call),
  refused: call.split("(")[0] ?? call,
});

const created = (name: string, letters: string) => right("accounts", `${name}(PropertyName='createdon')`, letters);
const createdX = (name: string, count: number, letters: string) =>
  right("accounts", `${name}(PropertyName='createdon',PropertyValue=${count})`, letters);
const closes = (name: string, letters: string) =>
  right("opportunities", `${name}(PropertyName='estimatedclosedate')`, letters);
const closesX = (name: string, count: number, letters: string) =>
  right("opportunities", `${name}(PropertyName='estimatedclosedate',PropertyValue=${count})`, letters);
const employees = (call: string, letters: string) => right("accounts", call, letters);

/** It is Saturday, 14 March 2026: accounts C, G, H, F and L were created now, 3, 9, 40 and 400 days ago. */
export const queryFunctions: readonly Example[] = [
  created("Today", "C"),
  created("Yesterday", ""),
  closes("Tomorrow", "A"),
  created("Last7Days", "CG"),
  closes("Next7Days", "AB"),
  created("ThisWeek", "CG"),
  created("LastWeek", "H"),
  closes("NextWeek", "AB"),
  created("ThisMonth", "CGH"),
  created("LastMonth", "F"),
  closes("NextMonth", "D"),
  created("ThisYear", "CFGH"),
  created("LastYear", "L"),
  closes("NextYear", "E"),
  createdX("LastXHours", 12, "C"),
  createdX("LastXDays", 5, "CG"),
  createdX("LastXWeeks", 2, "CGH"),
  createdX("LastXMonths", 2, "CFGH"),
  createdX("LastXYears", 2, "CFGHL"),
  closesX("NextXHours", 24, "A"),
  closesX("NextXDays", 5, "AB"),
  closesX("NextXWeeks", 1, "AB"),
  closesX("NextXMonths", 2, "ABD"),
  closesX("NextXYears", 2, "ABDE"),
  createdX("OlderThanXMinutes", 5, "FGHL"),
  createdX("OlderThanXHours", 5, "FGHL"),
  createdX("OlderThanXDays", 5, "FHL"),
  createdX("OlderThanXWeeks", 2, "FL"),
  createdX("OlderThanXMonths", 2, "L"),
  createdX("OlderThanXYears", 1, "L"),
  right("accounts", "On(PropertyName='createdon',PropertyValue='2026-03-11')", "G"),
  right("accounts", "NotOn(PropertyName='createdon',PropertyValue='2026-03-11')", "CFHL"),
  right("accounts", "OnOrAfter(PropertyName='createdon',PropertyValue='2026-03-11')", "CG"),
  right("accounts", "OnOrBefore(PropertyName='createdon',PropertyValue='2026-03-05')", "FHL"),
  employees(`NotBetween(PropertyName='numberofemployees',PropertyValues=["5","2000"])`, "FHL"),
  employees(`In(PropertyName='numberofemployees',PropertyValues=["1500","2700"])`, "CF"),
  employees(`NotIn(PropertyName='numberofemployees',PropertyValues=["1500","2700"])`, "GHL"),
  right("accounts", "EqualUserId(PropertyName='ownerid')", "CFGHL"),
  right("accounts", "NotEqualUserId(PropertyName='ownerid')", ""),
  right("accounts", "EqualBusinessId(PropertyName='owningbusinessunit')", "CFGHL"),
  right("accounts", "NotEqualBusinessId(PropertyName='owningbusinessunit')", ""),
  ...[
    "InFiscalPeriod(PropertyName='createdon',PropertyValue=1)",
    "InFiscalYear(PropertyName='createdon',PropertyValue=2026)",
    "ThisFiscalYear(PropertyName='createdon')",
    "ThisFiscalPeriod(PropertyName='createdon')",
    "LastXFiscalYears(PropertyName='createdon',PropertyValue=2)",
    "Above(PropertyName='accountid',PropertyValue='{account}')",
    "Under(PropertyName='accountid',PropertyValue='{account}')",
    "UnderOrEqual(PropertyName='accountid',PropertyValue='{account}')",
    "EqualUserTeams(PropertyName='ownerid')",
    "EqualUserOrUserTeams(PropertyName='ownerid')",
    "EqualUserOrUserHierarchy(PropertyName='ownerid')",
    "EqualUserLanguage(PropertyName='numberofemployees')",
  ].map(refused),
];
