import { expect, test } from "vitest";
import { findPlace, groupsOf, joined, type Matrix, rowsIn, timeOf } from "./view";

test("in the year itself a task's time leaves the year out", () => {
  expect(timeOf("Thường xuyên trong năm 2024", "2024-11-14")).toBe("Thường xuyên");
  expect(timeOf("Quý II, III/2024", "2024-11-14")).toBe("Quý II, III");
  expect(timeOf("Quý II/2023", "2024-11-14")).toBe("Quý II/2023");
  expect(timeOf("Trước ngày 10/11/2024", "2024-11-14")).toBe("Trước ngày 10/11");
  expect(timeOf("Năm 2024", "2024-11-14")).toBe("Năm 2024");
});

const page = (group: "communes" | "others", agency: string, state: string, next: string | null) =>
  ({
    columns: [{ id: "year", kind: "round" }],
    totals: [{ group: "communes", column: 0, agencies: 3321, standing: { missing: 3000, on_time: 321 } }],
    rows: [
      {
        agency_id: agency,
        agency,
        name: `UBND ${agency}`,
        group,
        cells: [
          { column: 0, report_id: `report of ${agency}`, assignment_id: null, standing: "missing", state },
        ],
      },
    ],
    next_cursor: next,
  }) as unknown as Matrix;
const matrix = joined([
  page("communes", "Xã Phổ An", "draft", "more"),
  page("communes", "Xã Đức Phổ", "returned", null),
]);

test("the pages of a matrix are one, and a duty is found by its agency and column or by its own id", () => {
  expect(matrix.rows.map((row) => row.agency)).toEqual(["Xã Phổ An", "Xã Đức Phổ"]);
  expect(findPlace(matrix, "Xã Đức Phổ.year")?.row.agency).toBe("Xã Đức Phổ");
  expect(findPlace(matrix, "report of Xã Phổ An")?.row.agency).toBe("Xã Phổ An");
  expect(findPlace(matrix, "Xã Đức Phổ.other")).toBeNull();
  expect(findPlace(matrix)).toBeNull();
});

test("agencies are sought within a view, with or without diacritics", () => {
  expect(rowsIn(matrix, "all", "duc pho")).toHaveLength(1);
  expect(rowsIn(matrix, "overdue", " Phổ ")).toHaveLength(2);
  expect(rowsIn(matrix, "returned", "phổ an")).toHaveLength(0);
  expect(rowsIn(matrix, "all", "uc")).toHaveLength(0);
});

test("a group tells how all of it stands, whichever of its rows are shown or have come", () => {
  const [group] = groupsOf(matrix, rowsIn(matrix, "returned"), "2024-11-06", true);
  expect(group?.rows).toHaveLength(1);
  expect(group?.size).toBe(2);
  expect(group?.totals?.["year"]).toEqual([
    { standing: "missing", count: 3000 },
    { standing: "on_time", count: 321 },
  ]);
  expect(group?.rows[0]?.cells["year"]).toMatchObject({ standing: "missing", sign: "returned" });
});
