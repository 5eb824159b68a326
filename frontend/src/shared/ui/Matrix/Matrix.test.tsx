import { fireEvent, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { Matrix } from "./Matrix";
import { type MatrixGroup, type MatrixPlace, step, totals } from "./matrix";

const columns = [
  { key: "year", name: "Năm 2024", note: "trước 10/11", heading: "Đợt báo cáo" },
  { key: "t1", name: "II.1", heading: "Nhiệm vụ" },
];
const groups: MatrixGroup[] = [
  {
    key: "communes",
    name: "Xã, phường",
    rows: [
      { key: "an", name: "Xã Phổ An", cells: { year: { standing: "on_time" }, t1: { standing: "on_time" } } },
      { key: "chau", name: "Xã Phổ Châu", cells: { year: { standing: "missing", days: 5 } } },
      { key: "nhon", name: "Xã Phổ Nhơn", cells: { year: { standing: "late", days: 1, awaiting: true } } },
    ],
  },
];

function Whole({ onOpen = vi.fn<(place: MatrixPlace) => void>() }) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  return (
    <Matrix
      label="Báo cáo của các cơ quan"
      corner="Cơ quan"
      columns={columns}
      groups={groups}
      onOpen={onOpen}
      selected={selected}
      onSelect={setSelected}
    />
  );
}

test("it is a table with row and column heads, whose cells say word and sign", () => {
  render(<Whole />);
  const row = screen.getByRole("row", { name: /Xã Phổ Châu/ });
  expect(within(row).getByRole("gridcell", { name: "Chưa nộp, 5 ngày" })).toBeInTheDocument();
  expect(within(row).getByRole("gridcell", { name: "Không được giao" })).toBeInTheDocument();
  expect(screen.getByRole("columnheader", { name: /Năm 2024/ })).toBeInTheDocument();
  expect(screen.getByRole("gridcell", { name: /Trễ 1 ngày.*chờ duyệt/ })).toBeInTheDocument();
});

test("arrow keys move, Enter opens, Space chooses the row", async () => {
  const onOpen = vi.fn<(place: MatrixPlace) => void>();
  render(<Whole onOpen={onOpen} />);
  const first = screen.getAllByRole("gridcell", { name: "Đúng hạn" })[0];
  first?.focus();
  await userEvent.keyboard("{ArrowDown}");
  expect(screen.getByRole("gridcell", { name: "Chưa nộp, 5 ngày" })).toHaveFocus();
  await userEvent.keyboard("{Enter}");
  expect(onOpen).toHaveBeenCalledWith({ row: "chau", column: "year" });
  await userEvent.keyboard(" ");
  expect(screen.getByRole("row", { name: /Xã Phổ Châu/ })).toHaveAttribute("aria-selected", "true");
  await userEvent.keyboard("{ArrowDown}{ArrowDown}{ArrowDown}");
  expect(screen.getByRole("gridcell", { name: /Trễ 1 ngày/ })).toHaveFocus();
});

test("one cell alone is in the tab order", () => {
  render(<Whole />);
  const stops = screen.getAllByRole("gridcell").filter((cell) => cell.tabIndex === 0);
  expect(stops).toHaveLength(1);
});

const long: MatrixGroup[] = [
  {
    key: "communes",
    name: "Xã, phường",
    rows: Array.from({ length: 400 }, (_, n) => ({
      key: `c${n}`,
      name: `Xã ${n}`,
      cells: { year: { standing: "on_time" } },
    })),
  },
];

test("of a long matrix only the rows near the screen are drawn, the one with the focus always, on paper all", async () => {
  render(<Matrix label="Báo cáo" corner="Cơ quan" columns={columns} groups={long} onOpen={vi.fn()} />);
  const cells = () => document.querySelectorAll<HTMLElement>("td[data-column=year]");
  expect(cells().length).toBeLessThan(60);
  expect(screen.getByRole("grid")).toHaveAttribute("aria-rowcount", "403");
  expect(screen.getByRole("rowheader", { name: /Xã, phường 400/ })).toBeInTheDocument();
  cells()[0]?.focus();
  const box = screen.getByRole("grid").parentElement;
  if (box !== null) box.scrollTop = 36 * 300;
  if (box !== null) fireEvent.scroll(box);
  expect(screen.getByRole("row", { name: /^Xã 300 / })).toHaveAttribute("aria-rowindex", "304");
  expect(screen.queryByRole("row", { name: /^Xã 100 / })).not.toBeInTheDocument();
  await userEvent.keyboard("{ArrowDown}");
  expect(document.activeElement).toHaveAttribute("data-row", "c1");
  fireEvent(window, new Event("beforeprint"));
  expect(cells()).toHaveLength(400);
  fireEvent(window, new Event("afterprint"));
  expect(cells().length).toBeLessThan(60);
});

test("a group's totals add up to those assigned", () => {
  expect(totals(groups[0]?.rows ?? [], "year", ["on_time", "late", "missing"])).toEqual([
    { standing: "on_time", count: 1 },
    { standing: "late", count: 1 },
    { standing: "missing", count: 1 },
  ]);
});

test("a key leads no further than the edge", () => {
  const at = { row: "a", column: "x" };
  expect(step(["a", "b"], ["x", "y"], at, "ArrowUp")).toBeNull();
  expect(step(["a", "b"], ["x", "y"], at, "End")).toEqual({ row: "a", column: "y" });
  expect(step(["a", "b"], ["x", "y"], at, "a")).toBeNull();
});
