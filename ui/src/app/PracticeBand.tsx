// Marks a page as practice, in a colour of its own and in words.

import { IconSchool } from "@tabler/icons-react";
import { useWords } from "../i18n/useWords";
import classes from "./Frame.module.css";

export function PracticeBand() {
  const { say } = useWords();
  return (
    <section className={classes.practice} aria-label={say("practice.name")}>
      <IconSchool size={20} aria-hidden />
      <strong>{say("practice.band")}</strong>
      <span>{say("practice.nothing_reaches")}</span>
    </section>
  );
}
