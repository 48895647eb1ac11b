// A button among the ways from a record, and below them all what it unfolds.

import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronUp } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import classes from "./RecordDetails.module.css";

/** What it unfolds is drawn, and costs its calls, only once it is unfolded. */
export function Unfolding({ label, children }: { label: string; children: ReactNode }) {
  const [isUnfolded, unfold] = useState(false);
  const Icon = isUnfolded ? IconChevronUp : IconChevronDown;
  return (
    <>
      <Button
        variant="default"
        rightSection={<Icon size={18} aria-hidden />}
        aria-expanded={isUnfolded}
        onClick={() => unfold(!isUnfolded)}
      >
        {label}
      </Button>
      {isUnfolded && <section className={classes.unfolded}>{children}</section>}
    </>
  );
}
