// What is different about where this connection keeps things, told before anything is typed.

import { CloseButton } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useWords } from "../i18n/useWords";
import { useStore } from "../store/store";
import { useConnection } from "./connection";
import classes from "./Frame.module.css";
import { toldOf } from "./opened";

export function DatabaseBand() {
  const { say } = useWords();
  const told = toldOf(useConnection().id);
  const { isMemoryOnly, isSetAside } = useStore(told, (told) => told);
  return (
    <>
      {isMemoryOnly && (
        <section className={classes.band} aria-label={say("database.memory_only_name")}>
          <IconInfoCircle size={20} aria-hidden className="sign" />
          <span>{say("database.memory_only")}</span>
        </section>
      )}
      {isSetAside && (
        <section className={classes.band} aria-label={say("database.set_aside_name")}>
          <IconInfoCircle size={20} aria-hidden className="sign" />
          <span>{say("database.set_aside")}</span>
          <CloseButton
            size={32}
            aria-label={say("action.close")}
            onClick={() => told.set({ isSetAside: false })}
          />
        </section>
      )}
    </>
  );
}
