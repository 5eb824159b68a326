import { listText } from "@/shared/format";

/** «Chưa nộp (2): Xã Phổ Châu và Hội Cựu chiến binh thị xã»; nothing when there is nobody. */
export function Named({ words, agencies }: { words: string; agencies: { agency: string }[] }) {
  if (agencies.length === 0) return null;
  return (
    <p>
      <b>
        {words} ({agencies.length}):
      </b>{" "}
      {listText(agencies.map((one) => one.agency))}
    </p>
  );
}
