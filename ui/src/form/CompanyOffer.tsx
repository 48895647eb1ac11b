// The row that offers what is known of the chosen company. It has its room whether or not there is
// something to offer: nothing moves under the caret.

import { Button } from "@mantine/core";
import { IconArrowDown } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useChoices } from "../choices/choices";
import { useWords } from "../i18n/useWords";
import { isTake } from "../keys/guard";
import { takeKey } from "../keys/KeysHelp";
import { useWindowKeys } from "../keys/useWindowKeys";
import { useStore } from "../store/store";
import classes from "./CompanyOffer.module.css";
import type { FormStore } from "./form";
import { type Offered, take, useOffer } from "./offer";

export function CompanyOffer({ store }: { store: FormStore }) {
  const { say, label, list } = useWords();
  const { titleOf } = useChoices();
  const entity = useStore(store, (form) => form.entity);
  const begun = useStore(store, (form) => form.begun);
  const { offer, isComing } = useOffer(store);
  const [told, tell] = useState<{ of: typeof begun; what: string } | null>(null);
  const [isWished, wish] = useState(false);

  const names = list(offer.map(([key]) => label(entity, key)));
  const takeAll = () => {
    take(store, offer);
    tell({ of: begun, what: say("company.taken", { what: names }) });
  };
  useWindowKeys((event) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (isInDialog || !isTake(event)) return;
    if (offer.length > 0) takeAll();
    else if (isComing) wish(true);
    else return;
    event.preventDefault();
  });
  // Whoever is faster than the reading gets it as it comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it has come
  useEffect(() => {
    if (!isWished || isComing) return;
    wish(false);
    if (offer.length > 0) takeAll();
  }, [isWished, isComing]);

  const shown = ([key, value]: Offered) =>
    key === "pref_id" ? (titleOf("pref", value) ?? value) : value;
  const whole = offer.map(shown).join(" · ");
  return (
    <div className={classes.offer}>
      {offer.length > 0 && (
        <>
          <span className={classes.what} title={whole}>
            <span className={classes.of}>{say("company.offer")}</span> {whole}
          </span>
          <Button
            className={classes.take}
            variant="light"
            size="compact-sm"
            leftSection={<IconArrowDown size={16} aria-hidden />}
            aria-keyshortcuts="Alt+Enter"
            title={say("company.take_these", { what: names })}
            onClick={takeAll}
          >
            {say("company.take")}
            <span className={classes.key}>{takeKey}</span>
          </Button>
        </>
      )}
      <div className="visually-hidden" role="status">
        {offer.length > 0 && say("company.offered", { what: names, key: takeKey })}
        {offer.length === 0 && told?.of === begun && told.what}
      </div>
    </div>
  );
}
