import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { person } from "@/testing/people";
import { show } from "@/testing/render";
import { http, server } from "@/testing/server";
import { AccountGlance } from "./AccountGlance";
import type { Account } from "./queries";

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
