// Every field of one card's answer, beside the table.

import { CloseButton, Title } from "@mantine/core";
import { useIntl } from "react-intl";
import { contract, type FoundRecord } from "../../backend";
import { writeDate } from "../../i18n/dates";
import { useWords } from "../../i18n/useWords";
import classes from "./CardDetails.module.css";
import { nameIn } from "./columns";

const answered = contract.business_cards.fields.filter(({ answer }) => answer !== null);
const declared = new Set<string>(contract.business_cards.fields.map(({ key }) => key));

type Props = { card: FoundRecord; onClose: () => void };

export function CardDetails({ card, onClose }: Props) {
  const words = useWords();
  const { say, label } = words;
  const filled = inOrder.filter((key) => card.fields[key]);
  const empty = answered.filter(({ key }) => !card.fields[key]);
  const others = Object.keys(card.fields).filter((key) => !declared.has(key));
  return (
    <aside className={classes.panel} aria-label={say("details.title")}>
      <header className={classes.head}>
        <Title order={2}>{nameIn(card) || say("find.no_name")}</Title>
        <CloseButton size={34} aria-label={say("action.close")} title="Esc" onClick={onClose} />
      </header>
      <dl className={classes.fields}>
        {filled.map((key) => (
          <Entry key={key} name={label("business_cards", key)}>
            <Value field={key} text={card.fields[key] ?? ""} />
          </Entry>
        ))}
      </dl>
      {others.length > 0 && (
        <>
          <h3 className={classes.title}>{say("details.other")}</h3>
          <dl className={classes.fields}>
            {others.map((key) => (
              <Entry key={key} name={key}>
                {card.fields[key]}
              </Entry>
            ))}
          </dl>
        </>
      )}
      {empty.length > 0 && (
        <details className={classes.empty}>
          <summary>{say("details.empty", { count: empty.length })}</summary>
          <ul>
            {empty.map(({ key }) => (
              <li key={key}>{label("business_cards", key)}</li>
            ))}
          </ul>
        </details>
      )}
    </aside>
  );
}

function Entry({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Value({ field, text }: { field: string; text: string }) {
  const words = useWords();
  const intl = useIntl();
  if (dates.has(field)) return writeDate(intl, text);
  return words.choice(field, text);
}

const dates = new Set<string>(
  contract.business_cards.fields
    .filter(({ kind }) => kind.type === "day" || kind.type === "moment")
    .map(({ key }) => key),
);

// The person first, then how to reach them, then the rest in the contract's order.
const first = [
  ...["name", "name_kana", "client_name", "organization_name", "post"],
  ...["tel", "mobile_tel", "fax", "email", "mobile_email", "url", "zip", "address"],
  ...["trade_on", "user_name", "status", "note"],
];
const inOrder = [...first, ...[...declared].filter((key) => !first.includes(key))];
