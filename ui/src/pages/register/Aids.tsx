// What spares typing, above the fields: the record before, and an e-mail signature.

import { Button } from "@mantine/core";
import { IconCopy, IconMail } from "@tabler/icons-react";
import { useConnection } from "../../app/connection";
import type { Entity } from "../../backend";
import { useWords } from "../../i18n/useWords";
import { isCopyPrevious, isSignature } from "../../keys/guard";
import { copyKey, signatureKey } from "../../keys/KeysHelp";
import { useWindowKeys } from "../../keys/useWindowKeys";
import { readingOf } from "../../signature/reading";
import { SignatureDialog } from "../../signature/SignatureDialog";
import classes from "./Aids.module.css";

type Props = { entity: Entity; onCopy: () => void };

export function Aids({ entity, onCopy }: Props) {
  const { say } = useWords();
  const reading = readingOf(useConnection().id);
  const read = () => {
    // There one goes on once it is laid into the form: its company is to be chosen.
    document.querySelector<HTMLElement>(`input[name="${firstField[entity]}"]`)?.focus();
    reading.set({ openFor: entity });
  };

  useWindowKeys((event) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (isInDialog || !(isCopyPrevious(event) || isSignature(event))) return;
    event.preventDefault();
    if (isSignature(event)) read();
    else onCopy();
  });

  return (
    <div className={classes.aids}>
      <Button
        variant="subtle"
        leftSection={<IconCopy size={18} aria-hidden />}
        title={copyKey}
        onClick={onCopy}
      >
        {say(`copy.previous.${entity}`)}
      </Button>
      <Button
        variant="subtle"
        leftSection={<IconMail size={18} aria-hidden />}
        title={signatureKey}
        onClick={read}
      >
        {say("signature.open")}
      </Button>
      <SignatureDialog entity={entity} />
    </div>
  );
}

const firstField: Record<Entity, string> = {
  business_cards: "client_id",
  leads: "client_id",
  clients: "name",
};
