import { sql } from "../compile/SqlFragment";
import { fetchRefusals } from "../fetchRefusals";
import { andNotNull, orNull, singleValue } from "./comparisons";
import type { ConditionArguments, ConditionOperator } from "./ConditionOperator";
import { shift, startOf, type Period, type Unit } from "./moments";

/** From the first moment up to, not including, the second; undefined is open. */
type Range = [from: Date | undefined, to: Date | undefined];

const toText = (moment: Date): string => `${moment.toISOString().slice(0, 19)}Z`;

/** Stored moments are cut to seconds, so this second is the first that is not yet. */
const justAfter = (moment: Date): Date => new Date(moment.getTime() + 1000);

function requireDate({ operator, column: { column } }: ConditionArguments): void {
  if (column.type !== "datetime") throw fetchRefusals.operatorUnfit(operator, column.logicalName, column.type);
}

const within =
  (range: (condition: ConditionArguments) => Range): ConditionOperator =>
  (condition) => {
    requireDate(condition);
    const [from, to] = range(condition);
    const { text } = condition.column;
    const bounds = [
      ...(from ? [sql(`${text} >= ?`, toText(from))] : []),
      ...(to ? [sql(`${text} < ?`, toText(to))] : []),
    ];
    return andNotNull(text, {
      text: bounds.map((bound) => bound.text).join(" AND "),
      values: bounds.flatMap((bound) => bound.values),
    });
  };

function writtenDay(condition: ConditionArguments): Date {
  const value = singleValue(condition);
  const moment = new Date(value);
  const { logicalName, type } = condition.column.column;
  if (Number.isNaN(moment.getTime())) throw fetchRefusals.valueInvalid(logicalName, value, type);
  return startOf(moment, "days");
}

function writtenCount(condition: ConditionArguments): number {
  const value = singleValue(condition);
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw fetchRefusals.valueInvalid(condition.column.column.logicalName, value, "number of units");
  }
  return Number(value);
}

/** A whole period, counted from the present one: -1 is the last, 1 the next. */
const wholePeriod = (period: Period, offset: number): ConditionOperator =>
  within(({ scope }) => {
    const from = shift(startOf(scope.now, period), offset, period);
    return [from, shift(from, 1, period)];
  });

/** Hours reach back from this very moment, longer units from the start of the day. */
const lastX = (unit: Unit): ConditionOperator =>
  within((condition) => {
    const { now } = condition.scope;
    const from = shift(now, -writtenCount(condition), unit);
    return [unit === "hours" ? from : startOf(from, "days"), justAfter(now)];
  });

const nextX = (unit: Unit): ConditionOperator =>
  within((condition) => {
    const { now } = condition.scope;
    const to = shift(now, writtenCount(condition), unit);
    return [now, unit === "hours" ? to : shift(startOf(to, "days"), 1, "days")];
  });

const olderThanX = (unit: Unit): ConditionOperator =>
  within((condition) => [undefined, shift(condition.scope.now, -writtenCount(condition), unit)]);

const forUnits = (name: (unit: Unit) => string, operator: (unit: Unit) => ConditionOperator, units: readonly Unit[]) =>
  Object.fromEntries(units.map((unit) => [name(unit), operator(unit)]));

const longUnits: readonly Unit[] = ["hours", "days", "weeks", "months", "years"];

export const dateOperators: Record<string, ConditionOperator> = {
  on: within((condition) => [writtenDay(condition), shift(writtenDay(condition), 1, "days")]),
  "not-on": (condition) => {
    requireDate(condition);
    const { text } = condition.column;
    const day = writtenDay(condition);
    return orNull(text, sql(`(${text} < ? OR ${text} >= ?)`, toText(day), toText(shift(day, 1, "days"))));
  },
  "on-or-after": within((condition) => [writtenDay(condition), undefined]),
  "on-or-before": within((condition) => [undefined, shift(writtenDay(condition), 1, "days")]),
  today: wholePeriod("days", 0),
  yesterday: wholePeriod("days", -1),
  tomorrow: wholePeriod("days", 1),
  "this-week": wholePeriod("weeks", 0),
  "last-week": wholePeriod("weeks", -1),
  "next-week": wholePeriod("weeks", 1),
  "this-month": wholePeriod("months", 0),
  "last-month": wholePeriod("months", -1),
  "next-month": wholePeriod("months", 1),
  "this-year": wholePeriod("years", 0),
  "last-year": wholePeriod("years", -1),
  "next-year": wholePeriod("years", 1),
  "last-seven-days": within(({ scope: { now } }) => [startOf(shift(now, -7, "days"), "days"), justAfter(now)]),
  "next-seven-days": within(({ scope: { now } }) => [now, startOf(shift(now, 8, "days"), "days")]),
  ...forUnits((unit) => `last-x-${unit}`, lastX, longUnits),
  ...forUnits((unit) => `next-x-${unit}`, nextX, longUnits),
  ...forUnits((unit) => `olderthan-x-${unit}`, olderThanX, ["minutes", ...longUnits]),
};
