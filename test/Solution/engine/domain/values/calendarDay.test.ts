import fc from "fast-check";
import { addDays, parseCalendarDay, parseUtcDay } from "../../../../../Solution/engine/domain/values/calendarDay";
import { printInstant } from "../../../../../Solution/engine/domain/values/instant";

const day = fc.integer({ min: 0, max: 60_000 });

test("the day a seller chose stays that day, whichever zone its column counts in", () => {
  // Zones from 11 hours west to 11 hours and 59 minutes east of Greenwich: midnight there, told in UTC.
  fc.assert(
    fc.property(day, fc.integer({ min: -11 * 60, max: 12 * 60 - 1 }), (days, offsetMinutes) => {
      const midnight = days * 86_400_000;
      const stored = printInstant(midnight - offsetMinutes * 60_000);
      expect(parseCalendarDay(stored)).toBe(printInstant(midnight).slice(0, 10));
    }),
  );
});

test.each([
  ["2027-01-31", "2027-01-31"],
  ["2027-01-31T00:00:00.000Z", "2027-01-31"],
  ["2027-01-30T23:00:00.000Z", "2027-01-31"],
  ["2027-01-31T08:00:00.000Z", "2027-01-31"],
])("%s is the day %s", (text, expected) => {
  expect(parseCalendarDay(text)).toBe(expected);
});

test.each(["", "2027-02-30", "31.1.2027"])("%p is no day", (text) => {
  expect(parseCalendarDay(text)).toBeNull();
});

test("days are added across months, years and leap days", () => {
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
});

test.each([
  ["2027-08-31", "2027-08-31"],
  ["2027-08-31T00:00:00Z", "2027-08-31"],
  ["2027-08-31T12:00:00Z", "2027-08-31"],
  ["2027-08-31T13:00:00.0000000Z", "2027-08-31"],
  ["2027-08-31T23:59:59.9999999Z", "2027-08-31"],
  ["2027-08-31T23:30:00-05:00", "2027-09-01"],
  ["1969-12-31T23:59:59Z", "1969-12-31"],
])("the day in UTC of %s is %s", (text, expected) => {
  expect(parseUtcDay(text)).toBe(expected);
});

test.each(["", "tomorrow", "2027-02-30T00:00:00Z", "9999-12-31T23:00:00-05:00"])("%p has no day in UTC", (text) => {
  expect(parseUtcDay(text)).toBeNull();
});
