import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse } from "msw";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { AgencyForm } from "./AgencyForm";

test("an agency that is entered again after a lost answer is entered once", async () => {
  const keys: (string | null)[] = [];
  server.use(
    http.untyped.post("http://localhost:3000/api/v1/agencies", ({ request }) => {
      keys.push(request.headers.get("Idempotency-Key"));
      return keys.length === 1 ? HttpResponse.error() : HttpResponse.json({ id: "a" }, { status: 201 });
    }),
  );
  let ended = 0;
  show(<AgencyForm agency={null} every={[]} onEnd={() => (ended += 1)} />, {
    me: person("admin", ["agency:write"]),
  });
  await userEvent.type(screen.getByRole("textbox", { name: "Tên cơ quan" }), "Hội Nông dân");
  await userEvent.click(screen.getByRole("button", { name: "Lưu" }));
  expect(await screen.findByRole("alert")).toHaveTextContent("Không kết nối được máy chủ");
  await userEvent.click(screen.getByRole("button", { name: "Lưu" }));
  await waitFor(() => expect(ended).toBe(1));
  expect(keys[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(keys[1]).toBe(keys[0]);
});
