import { fireEvent, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test } from "vitest";
import { DataTable } from "./DataTable";

const rows = Array.from({ length: 450 }, (_, n) => `Xã ${n}`);

test("a country's list is drawn part by part, on paper whole", async () => {
  render(
    <DataTable
      label="Báo cáo"
      columns={[{ key: "name", head: "Cơ quan", cell: (row: string) => row }]}
      rows={rows}
      keyOf={(row) => row}
      empty="Không có"
    />,
  );
  const drawn = () => document.querySelectorAll("tbody tr").length;
  expect(drawn()).toBe(200);
  await userEvent.click(screen.getByRole("button", { name: "Xem thêm" }));
  expect(drawn()).toBe(400);
  fireEvent(window, new Event("beforeprint"));
  expect(drawn()).toBe(450);
  fireEvent(window, new Event("afterprint"));
  await userEvent.click(screen.getByRole("button", { name: "Xem thêm" }));
  expect(drawn()).toBe(450);
  expect(screen.queryByRole("button")).not.toBeInTheDocument();
});
