// What stands around every page while a connection is open: the rail, the mark of practice, the
// word about the limit.

import { ActionIcon } from "@mantine/core";
import {
  IconAlertTriangle,
  IconHelp,
  IconHistory,
  IconId,
  IconSearch,
  IconSend,
  IconSettings,
} from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import { useLocation } from "wouter";
import type { MessageId } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import { useKeysHelp } from "../keys/KeysHelp";
import { needingPerson, unsentIn, useCounts, useOutboxNews } from "../outbox/records";
import { Closing } from "./Closing";
import { useConnection } from "./connection";
import { DatabaseBand } from "./DatabaseBand";
import classes from "./Frame.module.css";
import { LimitNote } from "./LimitNote";
import { PracticeBand } from "./PracticeBand";
import { places } from "./places";

export function Frame({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const [help, openHelp] = useKeysHelp();
  const connection = useConnection();
  useOutboxNews();
  return (
    <div className={classes.frame}>
      <button type="button" className={classes.skip} onClick={skipToPage}>
        {say("rail.skip")}
      </button>
      <nav className={classes.rail} aria-label={say("rail.label")}>
        <Entry
          title="rail.register"
          to={places.registerCard}
          label="rail.business_cards"
          icon={IconId}
        />
        <Entry
          title="rail.find"
          to={places.findCards}
          label="rail.find_business_cards"
          icon={IconSearch}
        />
        <div className={classes.pair}>
          <OutboxEntry />
          <Entry to={places.history} label="rail.history" icon={IconHistory} />
        </div>
        <LimitNote />
        <div className={classes.foot}>
          <Entry to={places.settings} label="rail.settings" icon={IconSettings} />
          <div className={classes.connection}>
            <div className={classes.where}>
              <span className={classes.caption}>{say("rail.connection")}</span>
              <span className={classes.host}>
                {connection.kind === "practice" ? say("practice.name") : connection.host}
              </span>
              {connection.kind === "hotprofile" && connection.kept === "session" && (
                <span className={classes.caption}>{say("rail.session_only")}</span>
              )}
            </div>
            <ActionIcon
              variant="default"
              size={34}
              aria-label={`${say("rail.keys")} (F1)`}
              title={`${say("rail.keys")} (F1)`}
              onClick={openHelp}
            >
              <IconHelp size={20} aria-hidden />
            </ActionIcon>
          </div>
        </div>
      </nav>
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

/** The outbox with its count: how many are unsent, and how many of them wait for the person. */
function OutboxEntry() {
  const { say } = useWords();
  const counts = useCounts();
  const unsent = counts ? unsentIn(counts) : 0;
  const needing = counts ? needingPerson(counts) : 0;
  return (
    <Entry to={places.outbox} label="rail.outbox" icon={IconSend}>
      {unsent > 0 && (
        <span className={classes.count} data-needing={needing > 0}>
          {needing > 0 && <IconAlertTriangle size={16} aria-hidden />}
          {unsent}{" "}
          <span className="visually-hidden">{say("rail.unsent", { unsent, needing })}</span>
        </span>
      )}
    </Entry>
  );
}

type EntryProps = {
  title?: MessageId;
  to: string;
  label: MessageId;
  icon: ComponentType<{ size: number; "aria-hidden": boolean }>;
  children?: ReactNode;
};

function Entry({ title, to, label, icon: Icon, children }: EntryProps) {
  const { say } = useWords();
  const [place] = useLocation();
  return (
    <div className={classes.group}>
      {title && <span className={classes.caption}>{say(title)}</span>}
      <a
        className={classes.entry}
        href={`#${to}`}
        aria-current={place === to ? "page" : undefined}
        aria-label={title ? `${say(title)}: ${say(label)}` : undefined}
      >
        <Icon size={20} aria-hidden />
        {say(label)} {children}
      </a>
    </div>
  );
}

function skipToPage() {
  document.getElementById("page")?.focus();
}
