// The rail: every daily action with a word, the connection, the calls left.

import { ActionIcon } from "@mantine/core";
import {
  IconAlertTriangle,
  IconBuilding,
  IconHelp,
  IconHistory,
  IconId,
  IconSend,
  IconSettings,
  IconUserStar,
} from "@tabler/icons-react";
import type { ComponentType, ReactNode } from "react";
import { useLocation } from "wouter";
import { useConnection } from "../app/connection";
import { places } from "../app/places";
import type { MessageId } from "../i18n/messages";
import { useWords } from "../i18n/useWords";
import { needingPerson, unsentIn, useCounts } from "../outbox/records";
import { Calls } from "./Calls";
import classes from "./Rail.module.css";

type EntryProps = {
  /** What the entries around it have in common. */
  of?: MessageId;
  to: string;
  label: MessageId;
  icon: ComponentType<{ size: number; "aria-hidden": boolean }>;
  children?: ReactNode;
};

const register: readonly EntryProps[] = [
  { to: places.registerCard, label: "rail.business_cards", icon: IconId },
  { to: places.registerLead, label: "rail.register_lead", icon: IconUserStar },
  { to: places.registerClient, label: "rail.register_client", icon: IconBuilding },
];

const find: readonly EntryProps[] = [
  { to: places.findCards, label: "rail.find_business_cards", icon: IconId },
  { to: places.findLeads, label: "rail.find_leads", icon: IconUserStar },
  { to: places.findClients, label: "rail.find_clients", icon: IconBuilding },
];

export function Rail({ onHelp }: { onHelp: () => void }) {
  const { say } = useWords();
  return (
    <nav className={classes.rail} aria-label={say("rail.label")}>
      <Group title="rail.register" entries={register} />
      <Group title="rail.find" entries={find} />
      <div className={classes.group}>
        <OutboxEntry />
        <Entry to={places.history} label="rail.history" icon={IconHistory} />
        <Entry to={places.settings} label="rail.settings" icon={IconSettings} />
      </div>
      <div className={classes.foot}>
        <Calls />
        <Where onHelp={onHelp} />
      </div>
    </nav>
  );
}

/** Entries with something in common: the same word leads to two pages. */
function Group({ title, entries }: { title: MessageId; entries: readonly EntryProps[] }) {
  const { say } = useWords();
  return (
    <div className={classes.group}>
      <span className={classes.caption}>{say(title)}</span>
      {entries.map((entry) => (
        <Entry key={entry.to} of={title} {...entry} />
      ))}
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
      {unsent + needing > 0 && (
        <span className={classes.count} data-needing={needing > 0}>
          {needing > 0 && <IconAlertTriangle size={16} aria-hidden />}
          {unsent}{" "}
          <span className="visually-hidden">{say("rail.unsent", { unsent, needing })}</span>
        </span>
      )}
    </Entry>
  );
}

function Entry({ of, to, label, icon: Icon, children }: EntryProps) {
  const { say } = useWords();
  const [place] = useLocation();
  return (
    <a
      className={classes.entry}
      href={`#${to}`}
      aria-current={place === to ? "page" : undefined}
      aria-label={of && `${say(of)}: ${say(label)}`}
    >
      <Icon size={20} aria-hidden />
      {say(label)} {children}
    </a>
  );
}

/** Which connection is open, and the way to the list of keys. */
function Where({ onHelp }: { onHelp: () => void }) {
  const { say } = useWords();
  const connection = useConnection();
  const keys = `${say("rail.keys")} (F1)`;
  return (
    <div className={classes.connection}>
      <div className={classes.where}>
        <span className="visually-hidden">{say("rail.connection")}</span>
        <span className={classes.host}>
          {connection.kind === "practice" ? say("practice.name") : connection.host}
        </span>
        {connection.kind === "hotprofile" && connection.kept === "session" && (
          <span className={classes.caption}>{say("rail.session_only")}</span>
        )}
      </div>
      <ActionIcon variant="default" size={34} aria-label={keys} title={keys} onClick={onHelp}>
        <IconHelp size={20} aria-hidden />
      </ActionIcon>
    </div>
  );
}
