import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { giveBack } from "./focus";
import classes from "./Dialog.module.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the foot, the next step last. */
  actions?: ReactNode;
  /** Without a way out: only its buttons close it. */
  strict?: boolean;
  wide?: boolean;
}

const fields = "form :is(input:not([type=hidden]), select, textarea), textarea";

/** A window over the page, the browser's own: focus stays inside, Esc closes, focus returns. Render it only while open. */
export function Dialog({ title, onClose, children, actions, strict = false, wide = false }: DialogProps) {
  const { t } = useTranslation();
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    const from = document.activeElement;
    dialog?.showModal();
    // A form begins at its first field; without one the browser's own choice stands.
    dialog?.querySelector<HTMLElement>(fields)?.focus();
    return () => {
      dialog?.close();
      giveBack(from);
    };
  }, []);
  return (
    <dialog
      ref={box}
      className={classes.root}
      data-wide={wide || undefined}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!strict) onClose();
      }}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {!strict && (
          <button type="button" className={classes.close} aria-label={t("common.close")} onClick={onClose}>
            <IconX size={20} stroke={1.75} aria-hidden />
          </button>
        )}
      </div>
      <div className={classes.body}>{children}</div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </dialog>
  );
}
