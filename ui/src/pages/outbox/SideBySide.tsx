// What stands side by side, field by field; a wide one is scrolled by key too.

import type { ReactNode } from "react";
import classes from "./OutboxPage.module.css";

type Props = {
  label: string;
  heads: readonly { key: string; head: string }[];
  children: ReactNode;
};

export function SideBySide({ label, heads, children }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide one is scrolled by key too
    <section className={classes.comparison} aria-label={label} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {heads.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </section>
  );
}
