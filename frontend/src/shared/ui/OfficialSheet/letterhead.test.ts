import { expect, test } from "vitest";
import { isCommittee, letterheadOf, placeAndDate } from "./letterhead";

test("a People's Committee stands on two lines, another agency on one", () => {
  expect(letterheadOf("UBND thị xã Đức Phổ")).toBe("ỦY BAN NHÂN DÂN\nTHỊ XÃ ĐỨC PHỔ");
  expect(letterheadOf("Ủy ban nhân dân xã Phổ An")).toBe("ỦY BAN NHÂN DÂN\nXÃ PHỔ AN");
  expect(letterheadOf("Phòng Nội vụ")).toBe("PHÒNG NỘI VỤ");
  expect([isCommittee("Uỷ ban nhân dân xã Phổ An"), isCommittee("Phòng Nội vụ")]).toEqual([true, false]);
});

test("place and date are written as the decree has them", () => {
  expect(placeAndDate("UBND thị xã Đức Phổ", "2024-03-29", 2024)).toBe("Đức Phổ, ngày 29 tháng 3 năm 2024");
  expect(placeAndDate("UBND xã Phổ An", "2024-02-09", 2024)).toBe("Phổ An, ngày 09 tháng 02 năm 2024");
  expect(placeAndDate("UBND phường 7", null, 2024)).toBe("phường 7, ngày      tháng      năm 2024");
});
