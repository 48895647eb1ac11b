// What stands around every page while a connection is open: the rail, the mark of practice, the
// word about the limit.

import { ActionIcon } from "@mantine/core";
import { IconHelp, IconId, IconSearch, IconSettings } from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import { useLocation } from "wouter";
import type { MessageId } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import { useKeysHelp } from "../keys/KeysHelp";
import { useConnection } from "./connection";
import classes from "./Frame.module.css";
import { LimitNote } from "./LimitNote";
import { PracticeBand } from "./PracticeBand";
import { places } from "./places";

export function Frame({ children }: { children: ReactNode }) {
  const { say } = useWords();
  const [help, openHelp] = useKeysHelp();
  const connection = useConnection();
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
        <main id="page" tabIndex={-1} className={classes.page}>
          {children}
        </main>
      </div>
      {help}
    </div>
  );
}

type EntryProps = {
  title?: MessageId;
  to: string;
  label: MessageId;
  icon: ComponentType<{ size: number; "aria-hidden": boolean }>;
};

function Entry({ title, to, label, icon: Icon }: EntryProps) {
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
        {say(label)}
      </a>
    </div>
  );
}

function skipToPage() {
  document.getElementById("page")?.focus();
}
