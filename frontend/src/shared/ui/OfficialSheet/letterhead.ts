const committee = /^(?:UBND|[UỦ][yỷ] ban [Nn]hân dân)\s+/u;
const rank = /^(?:tỉnh|thành phố|thị xã|huyện|quận|thị trấn|phường|xã|đặc khu)\s+(?!\d)/u;

/** Whether an agency is a People's Committee, which names none above it. */
export function isCommittee(agency: string): boolean {
  return committee.test(agency);
}

/** An agency as the head of its documents names it; a People's Committee on two lines, as the .docx prints it. */
export function letterheadOf(agency: string): string {
  return agency.replace(committee, "Ủy ban nhân dân\n").toLocaleUpperCase("vi");
}

/** «Đức Phổ, ngày 29 tháng 3 năm 2024»; without a day room is left for it. The place is the committee's name without its rank. */
export function placeAndDate(agency: string, day: string | null, ofYear: number): string {
  const place = agency.replace(committee, "").replace(rank, "");
  if (day === null) return `${place}, ngày      tháng      năm ${ofYear}`;
  const [year = "", month = "", date = ""] = day.split("-");
  return `${place}, ngày ${date} tháng ${Number(month) < 3 ? month : Number(month)} năm ${year}`;
}
