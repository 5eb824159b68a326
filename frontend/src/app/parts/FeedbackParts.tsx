import { useState } from "react";
import { Banner } from "@/shared/ui/Banner/Banner";
import { Button } from "@/shared/ui/Button/Button";
import { ConfirmDialog } from "@/shared/ui/Dialog/ConfirmDialog";
import { TextField } from "@/shared/ui/Fields/TextField";
import { useFields } from "@/shared/ui/Form/fields";
import { ProblemForm } from "@/shared/ui/Form/ProblemForm";
import { Progress } from "@/shared/ui/Progress/Progress";
import { Skeleton } from "@/shared/ui/Skeletons/Skeleton";
import { toast } from "@/shared/ui/Toast/toasts";
import classes from "./Parts.module.css";

/** What the app says: banner, toast, question, errors of a form, progress, and what is still coming. */
export function FeedbackParts() {
  const [asking, setAsking] = useState(false);
  const fields = useFields({ number: "" });
  return (
    <div className={classes.stack}>
      <Banner actions={<a href="#feedback">Xem chỗ đổi</a>}>
        <b>Xã Phổ Cường vừa gửi lại lúc 08:52, 15/11.</b> 1 số liệu ở phần 9 đã đổi: 363 thành 336 buổi.
      </Banner>
      <div className={classes.row}>
        <Button onClick={() => toast("Đã tiếp nhận báo cáo của xã Phổ An.", () => undefined)}>
          Hiện thông báo
        </Button>
        <Button onClick={() => setAsking(true)}>Hỏi trước khi chốt</Button>
      </div>
      {asking && (
        <ConfirmDialog
          title="Chốt báo cáo?"
          verb="Chốt báo cáo"
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          Số liệu và lời văn sẽ khóa, tệp .docx được lập.
        </ConfirmDialog>
      )}
      <div className={classes.grid}>
        <ProblemForm
          onSubmit={() => undefined}
          check={() =>
            fields.values.number === "" ? [{ pointer: "/number", words: "Chưa nhập số văn bản." }] : []
          }
        >
          <div className={classes.stack}>
            <TextField
              {...fields.bind("number")}
              label="Số và ký hiệu"
              hint="Bấm Ban hành khi còn trống để xem lỗi."
            />
            <Button type="submit" look="filled">
              Ban hành
            </Button>
          </div>
        </ProblemForm>
        <div className={classes.stack}>
          <Progress label="Đang tải lên" value={0.6} />
          <Progress label="Đang đọc văn bản" />
          <Skeleton lines={3} />
          <Skeleton height={80} />
        </div>
      </div>
    </div>
  );
}
