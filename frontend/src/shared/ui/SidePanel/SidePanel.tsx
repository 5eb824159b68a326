import { IconX } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMedia } from "../../narrow";
import { giveBack } from "../Dialog/focus";
import classes from "./SidePanel.module.css";

interface SidePanelProps {
  /** Small over the title: which duty. */
  caption?: ReactNode;
  title: string;
  onClose: () => void;
  /** ↑ and ↓: the record before and after, without closing. */
  onPrevious?: (() => void) | undefined;
  onNext?: (() => void) | undefined;
  /** Buttons at the foot. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One record beside the work, with no change of page: a column from 1440 px on, below that a drawer over it. */
export function SidePanel(props: SidePanelProps) {
  const beside = useMedia("(min-width: 1440px)");
  return beside ? <Beside {...props} /> : <Drawer {...props} />;
}

function Beside(props: SidePanelProps) {
  const id = useId();
  useEffect(() => {
    const from = document.activeElement;
    document.getElementById(id)?.focus({ preventScroll: true }); // a screen reader reads what opened
    return () => giveBack(from);
  }, [id]);
  return (
    // The keys belong to the whole panel, whichever control in it has the focus.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside className={classes.beside} aria-labelledby={id} onKeyDown={(event) => onKey(event, props)}>
      <Inside {...props} id={id} />
    </aside>
  );
}

function Drawer(props: SidePanelProps) {
  const id = useId();
  const box = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = box.current;
    const from = document.activeElement;
    dialog?.showModal();
    return () => {
      dialog?.close();
      giveBack(from);
    };
  }, []);
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a dialog is a window, whatever the rule holds
    <dialog
      ref={box}
      className={classes.drawer}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        props.onClose();
      }}
      onKeyDown={(event) => onKey(event, props)}
      onClick={(event) => {
        if (event.target === event.currentTarget) props.onClose(); // beside the drawer
      }}
    >
      <Inside {...props} id={id} />
    </dialog>
  );
}

function Inside({
  caption,
  title,
  onClose,
  onPrevious,
  onNext,
  actions,
  children,
  id,
}: SidePanelProps & { id: string }) {
  const { t } = useTranslation();
  return (
    <div className={classes.inside}>
      <div className={classes.head}>
        <div>
          {caption !== undefined && <p className="cap">{caption}</p>}
          <h2 id={id} tabIndex={-1}>
            {title}
          </h2>
        </div>
        <button type="button" className={classes.close} aria-label={t("common.close")} onClick={onClose}>
          <IconX size={20} stroke={1.75} aria-hidden />
        </button>
      </div>
      <div className={classes.body}>{children}</div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      {(onPrevious ?? onNext) !== undefined && (
        <p className={classes.keys} aria-hidden>
          <kbd>↑</kbd> <kbd>↓</kbd> {t("part.panelOther")} <kbd>Esc</kbd> {t("part.panelClose")}
        </p>
      )}
    </div>
  );
}

function onKey(event: KeyboardEvent, { onClose, onPrevious, onNext }: SidePanelProps): void {
  if (event.key === "Escape") {
    event.stopPropagation();
    onClose();
    return;
  }
  const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
  const go = event.key === "ArrowUp" ? onPrevious : event.key === "ArrowDown" ? onNext : undefined;
  if (typing || go === undefined) return;
  event.preventDefault();
  go();
}
