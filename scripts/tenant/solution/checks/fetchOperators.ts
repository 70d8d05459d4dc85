const relative = ["hours", "days", "weeks", "months", "years", "fiscal-years", "fiscal-periods"];

/** Operators of conditions in FetchXML. */
export const fetchOperators: ReadonlySet<string> = new Set([
  ..."eq neq ne gt ge le lt like not-like in not-in between not-between null not-null".split(" "),
  ..."begins-with not-begin-with ends-with not-end-with contain-values not-contain-values".split(" "),
  ..."under eq-or-under not-under above eq-or-above".split(" "),
  ..."on on-or-before on-or-after yesterday today tomorrow last-seven-days next-seven-days".split(" "),
  ...["week", "month", "year", "fiscal-year", "fiscal-period"].flatMap((span) =>
    ["last", "this", "next"].map((which) => `${which}-${span}`),
  ),
  ...relative.flatMap((span) => [`last-x-${span}`, `next-x-${span}`]),
  ...["minutes", "hours", "days", "weeks", "months", "years"].map((span) => `olderthan-x-${span}`),
  ..."in-fiscal-year in-fiscal-period in-fiscal-period-and-year".split(" "),
  ..."in-or-before-fiscal-period-and-year in-or-after-fiscal-period-and-year".split(" "),
  ..."eq-userid ne-userid eq-userteams eq-useroruserteams eq-useroruserhierarchy eq-useroruserhierarchyandteams".split(
    " ",
  ),
  ..."eq-businessid ne-businessid eq-userlanguage".split(" "),
]);
