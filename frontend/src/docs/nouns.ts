/** The nouns of the API in the order in which a programmer meets them, each as offices say it. */
export const nouns: Readonly<Record<string, string>> = {
  sessions: "phiên đăng nhập",
  me: "tài khoản của tôi",
  agencies: "cơ quan, đơn vị",
  accounts: "tài khoản",
  plans: "kế hoạch",
  assignments: "nhiệm vụ được giao",
  attachments: "tệp đính kèm",
  rounds: "đợt báo cáo",
  reports: "báo cáo",
  consolidation: "tổng hợp",
  overview: "tổng quan",
  events: "nhật ký",
};

const order = Object.keys(nouns);

/** Orders two nouns; one that is not in the list comes after all that are. */
export function byNoun(a: string, b: string): number {
  const place = (noun: string) => (order.includes(noun) ? order.indexOf(noun) : order.length);
  return place(a) - place(b) || a.localeCompare(b);
}

/** Fills the list of nouns with links to what the page shows of each. */
export function linkNouns(list: Element, page: Element): void {
  const links = [...page.querySelectorAll<HTMLElement>(".opblock-tag[data-tag]")].map((heading) => {
    const noun = heading.dataset["tag"] ?? "";
    const link = document.createElement("a");
    link.href = `#${heading.id}`;
    const name = document.createElement("code");
    name.textContent = noun;
    link.append(name, ` ${nouns[noun] ?? ""}`);
    return link;
  });
  list.replaceChildren(...links);
}
