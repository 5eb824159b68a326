import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  before,
  byName,
  clockTime,
  dayOf,
  daysBetween,
  dayText,
  fileSize,
  lastGoodDay,
  listText,
  longDay,
  numberText,
  percent,
  remaining,
  shortDay,
  shortMoment,
} from "./format";
import { changeLanguage } from "./i18n/i18n";

describe("a deadline", () => {
  const dueBefore = "2024-11-10T00:00:00+07:00";
  test("«trước ngày 10/11» ends with the 9th, whatever offset it is written in", () => {
    expect(lastGoodDay(dueBefore)).toBe("2024-11-09");
    expect(lastGoodDay("2024-11-09T17:00:00Z")).toBe("2024-11-09");
    expect(before(dueBefore)).toBe("trước ngày\u00a010/11/2024");
  });
  test("one in the middle of a day names its hour, and that day is still good", () => {
    expect(lastGoodDay("2024-11-10T17:00:00+07:00")).toBe("2024-11-10");
    expect(before("2024-11-10T17:00:00+07:00")).toBe("trước 17:00 ngày 10/11/2024");
  });
  test("what remains is counted to the last good day", () => {
    expect(remaining("2024-11-09", "2024-11-06")).toBe("còn 3 ngày");
    expect(remaining("2024-11-09", "2024-11-09")).toBe("hôm nay là ngày cuối");
    expect(remaining("2024-11-09", "2024-11-14")).toBe("quá 5 ngày");
  });
});

test("days are those of Vietnam, whatever zone the device is in", () => {
  expect(dayOf("2024-11-05T18:30:00Z")).toBe("2024-11-06");
  expect(clockTime("2024-11-06T09:42:00Z")).toBe("16:42");
  expect(shortMoment("2024-11-06T09:42:00Z", "2024-11-06")).toBe("16:42");
  expect(shortMoment("2024-11-05T09:42:00Z", "2024-11-06")).toBe("16:42, 05/11/2024");
});

test("dates are written as offices write them", () => {
  expect(dayText("2024-11-09")).toBe("09/11/2024");
  expect(shortDay("2024-11-09", "2024-01-01")).toBe("09/11");
  expect(shortDay("2023-11-09", "2024-01-01")).toBe("09/11/2023");
  expect(longDay("2024-11-06")).toBe("Thứ Tư, 06/11/2024");
  expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
});

test("numbers are grouped by points and parted by a comma, exactly", () => {
  expect(numberText(4586)).toBe("4.586");
  expect(numberText("999999999999999.125")).toBe("999.999.999.999.999,125");
  expect(numberText(312)).toBe("312");
  expect(percent(82.4)).toBe("82\u00a0%");
  expect(percent(82.4, 1)).toBe("82,4\u00a0%");
  expect(fileSize(400_000)).toBe("0,4\u00a0MB");
  expect(fileSize(50 * 1024 * 1024)).toBe("50\u00a0MB");
});

test("names are sorted and listed in Vietnamese", () => {
  expect(["Đông", "Dũng", "Ánh", "An", "Ân"].sort(byName)).toEqual(["An", "Ánh", "Ân", "Dũng", "Đông"]);
  expect(listText(["Phổ An", "Phổ Châu", "Phổ Cường"])).toBe("Phổ An, Phổ Châu và Phổ Cường");
  expect(listText(["Phổ An"])).toBe("Phổ An");
});

describe("in English", () => {
  beforeAll(() => changeLanguage("en"));
  afterAll(() => changeLanguage("vi"));
  test("days stay dd/mm/yyyy and numbers take English marks", () => {
    expect(longDay("2024-11-06")).toBe("Wednesday, 06/11/2024");
    expect(numberText("4586.5")).toBe("4,586.5");
    expect(remaining("2024-11-07", "2024-11-06")).toBe("1 day left");
  });
});
