import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { beforeEach, expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { blankDraft } from "./blank";
import { draftOf, type Plan, type PlanDraft } from "./plan";
import { PlanEdit } from "./PlanEdit";

const problem = (status: number, code: string) => ({
  type: "",
  title: "",
  status,
  code,
  detail: "",
  instance: "",
  errors: [],
});
const me = person("culture_office", ["plan:write"]);
const none = { items: [], next_cursor: null, has_more: false };
let sent: PlanDraft[] = [];

beforeEach(() => {
  sent = [];
  server.use(
    http.get("/agencies", ({ response }) => response(200).json(none)),
    http.get("/agency-groups", ({ response }) => response(200).json(none)),
    http.post("/plans", async ({ request, response }) => {
      sent.push(await request.json());
      return response(403).json(problem(403, "access.denied"));
    }),
  );
});

const field = (name: string) => document.querySelector<HTMLInputElement>(`input[name="${name}"]`);
const save = () => userEvent.click(screen.getByRole("button", { name: "Lưu dự thảo" }));

test("a day that no calendar has stops the draft, and is sent once it is put right", async () => {
  show(<PlanEdit draft={blankDraft(2026)} />, { me });
  await userEvent.click(await screen.findByRole("button", { name: /Thêm.*báo cáo/ }));
  const due = field("reporting/0/due_before") as HTMLInputElement;
  fireEvent.change(due, { target: { value: "31/11/2026" } });
  await save();
  expect(await screen.findByRole("link", { name: /Không có ngày này/ })).toBeInTheDocument();
  expect(sent).toEqual([]);
  fireEvent.change(due, { target: { value: "30/11/2026" } });
  await save();
  await waitFor(() => expect(sent[0]?.reporting[0]?.due_before).toBe("2026-11-30T00:00:00+07:00"));
});

test("a period has both days or none", async () => {
  show(<PlanEdit draft={blankDraft(2026)} />, { me });
  await screen.findByDisplayValue("2026");
  await userEvent.clear(field("period/starts_on") as HTMLInputElement);
  await save();
  expect(await screen.findByRole("link", { name: /Ghi đủ cả hai ngày/ })).toBeInTheDocument();
  expect(sent).toEqual([]);
  await userEvent.clear(field("period/ends_on") as HTMLInputElement);
  await save();
  await waitFor(() => expect(sent[0]?.period).toBeNull());
});

test("the year is typed letter by letter", async () => {
  show(<PlanEdit draft={blankDraft(2026)} />, { me });
  const year = await screen.findByDisplayValue("2026");
  await userEvent.type(year, "{backspace}");
  expect(year).toHaveValue("202");
  await save();
  expect(await screen.findByRole("link", { name: /bốn chữ số/ })).toBeInTheDocument();
  await userEvent.type(year, "7");
  await save();
  await waitFor(() => expect(sent[0]?.year).toBe(2027));
});

test("a new task stays open while its title is typed", async () => {
  show(<PlanEdit draft={blankDraft(2026)} />, { me });
  await userEvent.click(await screen.findByRole("button", { name: "Thêm nhiệm vụ" }));
  await userEvent.type(screen.getByRole("textbox", { name: /nhiệm vụ/i }), "Tuyên truyền");
  expect(screen.getByRole("group")).toHaveAttribute("open");
});

test("what is typed outlives a colleague's saving, and one chooses whose draft stays", async () => {
  const plan = (version: number) =>
    ({
      ...blankDraft(2026),
      title: "Của máy chủ",
      id: "p",
      version,
      allowed_actions: ["edit"],
    }) as unknown as Plan;
  const puts: (string | null)[] = [];
  server.use(
    http.get("/plans/{id}", ({ response }) => response(200).json(plan(2))),
    http.put("/plans/{id}", async ({ request, response }) => {
      puts.push(request.headers.get("If-Match"));
      sent.push(await request.json());
      return request.headers.get("If-Match") === '"2"'
        ? response(200).json(plan(3))
        : response(412).json(problem(412, "precondition.version"));
    }),
  );
  const page = (version: number) => <PlanEdit plan={plan(version)} draft={draftOf(plan(version))} />;
  let saved: () => void = () => undefined;
  function Page() {
    const [version, setVersion] = useState(1);
    saved = () => setVersion(2);
    return page(version);
  }
  const { went } = show(<Page />, { me });
  const title = await screen.findByDisplayValue("Của máy chủ");
  fireEvent.change(title, { target: { value: "Của tôi" } });
  act(() => saved());
  expect(title).toHaveValue("Của tôi");
  await save();
  await userEvent.click(await screen.findByRole("button", { name: "Lưu bản của tôi" }));
  await waitFor(() => expect(puts).toEqual(['"1"', '"2"']));
  expect(sent.at(-1)).toMatchObject({ title: "Của tôi" });
  expect(sent.at(-1)).not.toHaveProperty("base");
  await waitFor(() => expect(went).toEqual(["/plans/p"]));
});
