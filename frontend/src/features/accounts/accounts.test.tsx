import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { AccountForm } from "./AccountForm";
import { AccountGlance } from "./AccountGlance";
import { AccountList } from "./AccountList";
import type { Account } from "./queries";

// The list stands outside the routes here; its filters are none.
vi.mock("@/shared/route", () => ({ useFilters: () => [{}, () => undefined] }));

const admin = person("admin", ["account:manage", "agency:read"]);
const pages = { next_cursor: null, has_more: false };

function office(at: number, name: string) {
  return {
    id: `01930000-0000-7000-8000-0000000000b${at}`,
    version: 1,
    name,
    short_name: name,
    aliases: [],
    kind: "commune" as const,
    parent_id: admin.scope.id,
    code: null,
    email: "",
    phone: "",
    valid_from: null,
    valid_to: null,
    state: "active" as const,
    allowed_actions: [],
    created_at: "2024-01-01T08:00:00+07:00",
    updated_at: "2024-01-01T08:00:00+07:00",
  };
}

function account(of: { id: string }, over: Partial<Account>): Account {
  return { ...admin.account, id: `${of.id}-${over.username ?? ""}`, agency_id: of.id, ...over };
}

test("the administrator sees which office has no account in use, and which account was never used", async () => {
  const [an, chau] = [office(1, "UBND xã Phổ An"), office(2, "UBND xã Phổ Châu")];
  server.use(
    http.get("/agencies", ({ response }) => response(200).json({ ...pages, items: [an, chau] })),
    http.get("/accounts", ({ response }) =>
      response(200).json({
        ...pages,
        items: [
          account(an, { username: "pho-an" }),
          account(an, { username: "pho-an.cv", signed_in_at: "2024-11-05T08:00:00+07:00" }),
          account(chau, { username: "pho-chau", state: "disabled" }),
        ],
      }),
    ),
  );
  show(<AccountGlance />, { me: admin });
  expect(await screen.findByRole("heading", { level: 1 })).toHaveTextContent("2 cơ quan, 2 tài khoản");
  const open = screen.getByRole("link", { name: "Cấp tài khoản cho UBND xã Phổ Châu" });
  expect(open).toHaveAttribute("href", `/accounts?for=${chau.id}`);
  expect(screen.queryByRole("link", { name: "Cấp tài khoản cho UBND xã Phổ An" })).toBeNull();
  expect(screen.getByRole("link", { name: "pho-an" })).toHaveAttribute("href", "/accounts?q=pho-an");
  expect(screen.queryByRole("link", { name: "pho-an.cv" })).toBeNull();
});

test("the roles that are offered are those of the chosen agency's kind, the usual one chosen", async () => {
  const [an, police] = [
    office(1, "UBND xã Phổ An"),
    { ...office(2, "Công an thị xã"), kind: "police" as const },
  ];
  const finance = { ...office(3, "Phòng Tài chính - Kế hoạch"), kind: "office" as const };
  show(
    <AccountForm account={null} agency={an.id} agencies={[an, police, finance]} onEnd={() => undefined} />,
    {
      me: admin,
    },
  );
  const role = screen.getByRole("combobox", { name: "Phận sự" });
  const offered = () =>
    within(role)
      .getAllByRole("option")
      .map((one) => one.textContent);
  expect(offered()).toEqual(["UBND xã, phường", "Lãnh đạo UBND"]);
  expect(role).toHaveValue("commune");
  const agency = screen.getByRole("combobox", { name: "Cơ quan" });
  await userEvent.selectOptions(agency, "Công an thị xã");
  expect(offered()).toEqual(["Công an"]);
  expect(role).toHaveValue("police");
  await userEvent.selectOptions(agency, "Phòng Tài chính - Kế hoạch");
  expect(offered()).toContain("Tài chính - Kế hoạch");
  expect(offered()).not.toContain("UBND xã, phường");
  await userEvent.selectOptions(role, "Tài chính - Kế hoạch");
  expect(role).toHaveValue("finance");
});

test("an account whose role is unusual for its agency keeps it", () => {
  const chau = office(4, "UBND xã Phổ Châu");
  const unusual = account(chau, { username: "pho-chau", role: "admin" });
  show(<AccountForm account={unusual} agency="" agencies={[chau]} onEnd={() => undefined} />, { me: admin });
  expect(screen.getByRole("combobox", { name: "Phận sự" })).toHaveValue("admin");
});

test("a lock is told as what it is: of one address, not of the account", async () => {
  const an = office(1, "UBND xã Phổ An");
  const locked = account(an, { username: "pho-an", locked_until: "2024-11-05T08:15:00+07:00" });
  server.use(
    http.get("/agencies", ({ response }) => response(200).json({ ...pages, items: [an] })),
    http.get("/accounts", ({ response }) => response(200).json({ ...pages, items: [locked] })),
  );
  show(<AccountList />, { me: admin });
  expect(await screen.findByText(/tạm khóa với một địa chỉ đến/)).toBeInTheDocument();
});
