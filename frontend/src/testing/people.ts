import type { Action, Me } from "@/shared/access";

/** A signed-in account for tests: the head of UBND xã Phổ An, unless said otherwise. */
export function person(role: Me["role"], may: Action[], over: Partial<Me> = {}): Me {
  return {
    account: {
      id: "01930000-0000-7000-8000-000000000001",
      version: 1,
      username: "pho-an",
      agency_id: "01930000-0000-7000-8000-0000000000a1",
      role,
      position: "head",
      state: "active",
      must_change_password: false,
      signed_in_at: null,
      locked_until: null,
      allowed_actions: [],
      created_at: "2024-01-01T08:00:00+07:00",
      updated_at: "2024-01-01T08:00:00+07:00",
    },
    agency: {
      id: "01930000-0000-7000-8000-0000000000a1",
      name: "UBND xã Phổ An",
      short_name: "Xã Phổ An",
      kind: "commune",
    },
    scope: {
      id: "01930000-0000-7000-8000-0000000000a0",
      name: "UBND thị xã Đức Phổ",
      short_name: "UBND thị xã",
      kind: "town_committee",
    },
    role,
    position: "head",
    may,
    business_day: "2024-11-06",
    demo: true,
    must_change_password: false,
    ...over,
  };
}
