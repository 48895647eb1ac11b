// The card as typed, set as a card is set: one glance against the paper finds a slip.

import { useConnection } from "../../app/connection";
import { valueIn } from "../../form/form";
import { formsOf } from "../../form/forms";
import { useWords } from "../../i18n/useWords";
import { nameOf } from "../../outbox/naming";
import { useStore } from "../../store/store";
import classes from "./CardPreview.module.css";

const numbers = ["tel", "extension", "mobile_tel", "fax", "email", "mobile_email", "url"];

export function CardPreview() {
  const words = useWords();
  const { business_cards } = formsOf(useConnection().id);
  const form = useStore(business_cards, (form) => form);
  const companyName = form.client_name;
  const value = (key: string) => valueIn(form, key);
  const name = nameOf(form.values);
  const kana = [value("family_name_kana"), value("first_name_kana")].filter(Boolean).join(" ");
  const shown = numbers.filter((key) => value(key) !== "");
  const isEmpty = !(
    companyName ||
    name ||
    kana ||
    shown.length ||
    value("zip") ||
    value("address")
  );
  return (
    <aside className={classes.card} aria-label={words.say("register.preview")}>
      {isEmpty && <p className={classes.empty}>{words.say("register.preview_empty")}</p>}
      <p className={classes.company}>{companyName}</p>
      <div className={classes.person}>
        {kana && <p className={classes.kana}>{kana}</p>}
        <p className={classes.name}>{name}</p>
      </div>
      <div className={classes.where}>
        {value("zip") && <p>〒{value("zip")}</p>}
        {value("address") && <p>{value("address")}</p>}
        {shown.length > 0 && (
          <dl>
            {shown.map((key) => (
              <div key={key}>
                <dt>{words.label("business_cards", key)}</dt>
                <dd>{value(key)}</dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </aside>
  );
}
