// What stands around every page while a connection is open: the rail, the mark of practice, what
// there is to be told. Whatever follows the program's news follows it from here.

import type { ReactNode } from "react";
import { useChoicesNews } from "../choices/choices";
import { useWords } from "../i18n/useWords";
import { useKeysHelp } from "../keys/KeysHelp";
import { useOutboxNews } from "../outbox/records";
import { Rail } from "../rail/Rail";
import { Closing } from "./Closing";
import { useConnection } from "./connection";
import { DatabaseBand } from "./DatabaseBand";
import classes from "./Frame.module.css";
import { PracticeBand } from "./PracticeBand";
import { useKeepingPlace } from "./places";

export function Frame({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const [help, openHelp] = useKeysHelp();
  const connection = useConnection();
  useOutboxNews();
  useChoicesNews();
  useKeepingPlace(connection.id);
  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={skipToPage}>
        {say("rail.skip")}
      </button>
      <Rail onHelp={openHelp} />
      <div className={classes.side}>
        {connection.kind === "practice" && <PracticeBand />}
        <DatabaseBand />
        <main id="page" tabIndex={-1} className={classes.page}>
          {children}
        </main>
      </div>
      {help}
      <Closing />
    </div>
  );
}

function skipToPage() {
  document.getElementById("page")?.focus();
}
