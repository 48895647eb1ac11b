// What was searched for, each as a mark that can be taken off.

import { Button } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Entity } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import classes from "./FindPage.module.css";
import { clear, dropFilter, useFinding } from "./looking";
import { useTerms } from "./terms";

export function AppliedTerms({ entity }: { entity: Entity }) {
  const { say } = useWords();
  const finding = useFinding(entity);
  const terms = useTerms(
    entity,
    useStore(finding.looking, ({ query }) => query),
  );
  if (terms.length === 0) return null;
  return (
    <ul className={classes.terms} aria-label={say("find.applied")}>
      {terms.map(({ parameter, label, value }) => (
        <li key={parameter}>
          <Button
            variant="light"
            size="compact-md"
            className={classes.term}
            rightSection={<IconX size={16} aria-hidden />}
            aria-label={say("find.remove_filter", { label, value })}
            onClick={() => dropFilter(finding, parameter)}
          >
            <span className={classes.termText}>
              {label}: {value}
            </span>
          </Button>
        </li>
      ))}
      <li>
        <Button
          variant="subtle"
          size="compact-md"
          className={classes.term}
          onClick={() => clear(finding)}
        >
          {say("find.clear")}
        </Button>
      </li>
    </ul>
  );
}
