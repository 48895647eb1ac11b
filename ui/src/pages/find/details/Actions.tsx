// What can be done with a record.

import { Button } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { TroubleNote } from "../../../app/TroubleNote";
import { backend, type Entity, type FoundRecord } from "../../../backend";
import { useWords } from "../../../i18n/useWords";
import classes from "./RecordDetails.module.css";

type Props = { entity: Entity; record: FoundRecord };

export function Actions({ entity, record: { id } }: Props) {
  const { say } = useWords();
  const opening = useMutation({ mutationFn: (id: number) => backend.openCompany(id) });
  if (id === null) return null;
  return (
    <>
      <div className={classes.actions}>
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
      </div>
      {opening.error && <TroubleNote error={opening.error} />}
    </>
  );
}
