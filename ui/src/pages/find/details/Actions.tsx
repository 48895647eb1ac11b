// What can be done with a record.

import { Button } from "@mantine/core";
import { IconExternalLink, IconPencil } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useConnection } from "../../../app/connection";
import { TroubleNote } from "../../../app/TroubleNote";
import { backend, type Entity, type FoundRecord } from "../../../backend";
import { useWords } from "../../../i18n/useWords";
import { changeKey, isChange } from "../../../keys/guard";
import { useWindowKeys } from "../../../keys/useWindowKeys";
import { beginChange } from "../../change/changing";
import classes from "./RecordDetails.module.css";

type Props = { entity: Entity; record: FoundRecord };

export function Actions({ entity, record }: Props) {
  const { say } = useWords();
  const connection = useConnection();
  const opening = useMutation({ mutationFn: (id: number) => backend.openCompany(id) });
  const changing = useMutation({ mutationFn: () => beginChange(connection.id, entity, record) });
  const { id } = record;
  const canChange = id !== null && !changing.isPending;

  useWindowKeys((event) => {
    const isInDialog = event.target instanceof Element && event.target.closest('[role="dialog"]');
    if (!isChange(event) || isInDialog || !canChange) return;
    event.preventDefault();
    changing.mutate();
  });

  if (id === null) return null;
  return (
    <>
      <Button
        leftSection={<IconPencil size={18} aria-hidden />}
        rightSection={<span className={classes.key}>{changeKey}</span>}
        title={changeKey}
        loading={changing.isPending}
        onClick={() => changing.mutate()}
      >
        {say("details.change")}
      </Button>
      {entity === "clients" && (
        <Button
          variant="default"
          leftSection={<IconExternalLink size={18} aria-hidden />}
          loading={opening.isPending}
          onClick={() => opening.mutate(id)}
        >
          {say("history.open")}
        </Button>
      )}
      {opening.error && <TroubleNote error={opening.error} />}
      {changing.error && <TroubleNote error={changing.error} />}
    </>
  );
}
