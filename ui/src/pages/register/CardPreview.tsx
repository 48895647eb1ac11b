// The card as typed, set as a card is set: one glance against the paper finds a slip.

import { useConnection } from "../../app/connection";
import type { Entity } from "../../backend";
import { useChoices } from "../../choices/choices";
import { valueIn } from "../../form/form";
import { formsOf } from "../../form/forms";
import { useWords } from "../../i18n/useWords";
import { nameOf } from "../../outbox/naming";
import { useStore } from "../../store/store";
import classes from "./CardPreview.module.css";

/** As a card has them, each with its name before it. */
const contacts = ["tel", "mobile_tel", "fax", "email", "mobile_email", "url"];

/** They say themselves what they are. */
const plain = ["email", "url"];

export function CardPreview({ entity }: { entity: Entity }) {
  const words = useWords();
  const { say, label } = words;
  const { nameOf: nameOfChoice } = useChoices();
  const form = useStore(formsOf(useConnection().id)[entity], (form) => form);
  const value = (key: string) => valueIn(form, key).trim();
  const chosen = (of: "organization" | "pref", key: string) => {
    const id = value(key);
    return id === "" ? "" : (nameOfChoice(of, id) ?? say("choice.number", { id }));
  };
  const joined = (...parts: string[]) => parts.filter(Boolean).join(" ");
  const company = form.client_name.trim();
  const work = joined(chosen("organization", "organization_id"), value("post"));
  const kana = joined(value("family_name_kana"), value("first_name_kana"));
  const name = nameOf(form.values);
  const zip = value("zip");
  const address = addressOf(chosen("pref", "pref_id"), value("address"));
  const extension = value("extension");
  const shown = contacts.filter((key) => value(key) !== "" || (key === "tel" && extension !== ""));
  const isEmpty = !(company || work || kana || name || zip || address || shown.length > 0);
  return (
    <aside className={classes.card} aria-label={say("register.preview")}>
      {isEmpty && <p className={classes.empty}>{say("register.preview_empty")}</p>}
      <div>
        {company && <p className={classes.company}>{company}</p>}
        {work && <p className={classes.work}>{work}</p>}
      </div>
      <div>
        {kana && <p className={classes.kana}>{kana}</p>}
        {name && <p className={classes.name}>{name}</p>}
      </div>
      <div className={classes.where}>
        {(zip || address) && (
          <p>
            {zip && (
              <span className={classes.zip}>{/^\d{3}-?\d{4}$/.test(zip) ? `〒${zip}` : zip} </span>
            )}
            {address}
          </p>
        )}
        {shown.length > 0 && (
          <dl>
            {shown.map((key) => (
              <div key={key}>
                <dt className={plain.includes(key) ? "visually-hidden" : undefined}>
                  {label(entity, key)}
                </dt>
                <dd className={plain.includes(key) ? classes.plain : undefined}>
                  {value(key)}
                  {key === "tel" && extension !== "" && (
                    <span className={classes.extension}>
                      {" "}
                      {label(entity, "extension")} {extension}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </aside>
  );
}

/** In one line, as it is written: in Japanese without a space between. */
function addressOf(prefecture: string, address: string): string {
  if (prefecture === "" || address.startsWith(prefecture)) return address;
  return /[都道府県]$/.test(prefecture) ? prefecture + address : `${prefecture} ${address}`.trim();
}
