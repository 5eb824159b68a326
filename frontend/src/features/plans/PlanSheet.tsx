import { dayText } from "@/shared/format";
import { OfficialSheet, SheetFoot, SheetHead, SheetMark } from "@/shared/ui/OfficialSheet/OfficialSheet";
import { letterheadOf, placeAndDate } from "@/shared/ui/OfficialSheet/letterhead";
import { named, partiesText, type Plan } from "./plan";
import classes from "./PlanSheet.module.css";

/** The plan as the document that is signed; the .docx prints the same. Its words are Vietnamese in every language of the app. */
export function PlanSheet({ plan, chosen }: { plan: Plan; chosen?: number | undefined }) {
  const parts = partsOf(plan);
  return (
    <OfficialSheet label={`Kế hoạch ${plan.number ?? ""}`.trim()}>
      <SheetHead
        issuer={letterheadOf(named(plan.issuer))}
        number={plan.number ?? "      /KH-UBND"}
        placeAndDate={placeAndDate(named(plan.issuer), plan.issued_on, plan.year)}
        kind="KẾ HOẠCH"
        subject={plan.title}
      />
      {plan.legal_bases.map((basis, i) => (
        <p key={i} className={classes.basis}>
          {(basis.text === "" ? basisText(basis) : basis.text).replace(/[;.,]\s*$/, "")}
          {i === plan.legal_bases.length - 1 ? "." : ";"}
        </p>
      ))}
      {plan.opening !== "" && <p className={classes.par}>{plan.opening}</p>}
      {parts.map(({ head, body }, i) => (
        <section key={head}>
          <h3 className={classes.part}>
            {romans[i]}. {head}
          </h3>
          {body(chosen)}
        </section>
      ))}
      {plan.closing !== "" && <p className={classes.par}>{plan.closing.replace(/\.\/?\.?$/, "")}./.</p>}
      <SheetFoot recipients={plan.recipients} lines={plan.signature.lines} name={plan.signature.name} />
    </OfficialSheet>
  );
}

const romans = ["I", "II", "III", "IV", "V"];

/** The parts that the plan has, in their order; one without content is left out. */
function partsOf(plan: Plan) {
  const all = [
    {
      head: "MỤC ĐÍCH, YÊU CẦU",
      has: plan.purposes.length + plan.requirements.length > 0,
      body: () => (
        <>
          <Points head="1. Mục đích" points={plan.purposes} />
          <Points head="2. Yêu cầu" points={plan.requirements} />
        </>
      ),
    },
    {
      head: "NHIỆM VỤ CỤ THỂ",
      has: plan.tasks.length > 0,
      body: (chosen?: number) => <Tasks plan={plan} chosen={chosen} />,
    },
    {
      head: "KINH PHÍ THỰC HIỆN",
      has: plan.funding !== "",
      body: () => <p className={classes.par}>{plan.funding}</p>,
    },
    {
      head: "TỔ CHỨC THỰC HIỆN",
      has: plan.responsibilities.length > 0,
      body: () =>
        plan.responsibilities.map((one, i) => (
          <Points key={i} head={`${i + 1}. ${partiesText(one.who)}`} points={one.duties} />
        )),
    },
  ];
  return all.filter(({ has }) => has);
}

function Points({ head, points }: { head: string; points: string[] }) {
  if (points.length === 0) return null;
  return (
    <>
      <p className={classes.clause}>{head}</p>
      {points.map((point, i) => (
        <p key={i} className={classes.par}>
          - {point}
        </p>
      ))}
    </>
  );
}

function Tasks({ plan, chosen }: { plan: Plan; chosen: number | undefined }) {
  return plan.tasks.map((task) => {
    const body = (
      <>
        <p className={classes.clause}>
          {task.ordinal}. {task.title}
        </p>
        {task.content.length > 0 && (
          <p className={classes.par}>
            {task.content_label !== null && `- ${task.content_label}: `}
            {task.content.length === 1 && task.content[0]}
          </p>
        )}
        {task.content.length > 1 &&
          task.content.map((line, i) => (
            <p key={i} className={classes.par}>
              + {line}
            </p>
          ))}
        {task.leads.length > 0 && (
          <p className={classes.par}>- Cơ quan chủ trì: {partiesText(task.leads)}.</p>
        )}
        {task.coordinators.length > 0 && (
          <p className={classes.par}>- Cơ quan phối hợp: {partiesText(task.coordinators)}.</p>
        )}
        {task.schedule.text !== "" && (
          <p className={classes.par}>- Thời gian thực hiện: {task.schedule.text}.</p>
        )}
      </>
    );
    const id = `task-${task.ordinal}`;
    return task.ordinal === chosen ? (
      <SheetMark key={task.id} id={id}>
        {body}
      </SheetMark>
    ) : (
      <div key={task.id} id={id}>
        {body}
      </div>
    );
  });
}

function basisText(basis: Plan["legal_bases"][number]): string {
  const number = basis.number === null ? "" : ` số ${basis.number}`;
  const day = basis.issued_on === null ? "" : ` ngày ${dayText(basis.issued_on)}`;
  return `Căn cứ văn bản${number}${day} của ${basis.issuer} về ${basis.subject}`;
}
