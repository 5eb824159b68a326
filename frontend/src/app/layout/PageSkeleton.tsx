import { Skeleton } from "@/shared/ui/Skeletons/Skeleton";
import classes from "./PageSkeleton.module.css";

/** The shape of a page while its code or its data comes. */
export function PageSkeleton() {
  return (
    <div className={classes.root}>
      <Skeleton lines={1} width="160px" />
      <Skeleton lines={1} width="min(480px, 80%)" height={34} />
      <Skeleton height={180} />
      <Skeleton height={180} />
    </div>
  );
}
