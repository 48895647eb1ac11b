// What is done with a record now and then: from it to the people around it, and to a new one with all
// that is known of it, or with what another person of the same company shares.

import { Button } from "@mantine/core";
import { IconCopyPlus, IconUserPlus } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useConnection } from "../../../app/connection";
import { useLeaving } from "../../../app/leaving";
import { TroubleNote } from "../../../app/TroubleNote";
import type { Entity, FoundRecord } from "../../../backend";
import { openAsTemplate, openForColleague } from "../../../form/next";
import { useWords } from "../../../i18n/useWords";
import { Others } from "./Related";
import { Unfolding } from "./Unfolding";

type Props = { entity: Entity; record: FoundRecord };

export function More({ entity, record }: Props) {
  const { say } = useWords();
  if (record.id === null) return null;
  return (
    <Unfolding label={say("details.more")}>
      <Others entity={entity} fields={record.fields} />
      <Anew key={`${entity} ${record.id}`} entity={entity} record={record} />
    </Unfolding>
  );
}

function Anew({ entity, record }: Props) {
  const { say } = useWords();
  const { id } = useConnection();
  const leaving = useLeaving();
  const copying = useMutation({ mutationFn: () => openAsTemplate(id, entity, record, leaving()) });
  const joining = useMutation({
    mutationFn: () => openForColleague(id, entity, record, leaving()),
  });
  const error = copying.error ?? joining.error;
  return (
    <>
      <Button
        variant="subtle"
        justify="start"
        leftSection={<IconCopyPlus size={18} aria-hidden />}
        loading={copying.isPending}
        disabled={joining.isPending}
        onClick={() => copying.mutate()}
      >
        {say("copy.template")}
      </Button>
      <Button
        variant="subtle"
        justify="start"
        leftSection={<IconUserPlus size={18} aria-hidden />}
        loading={joining.isPending}
        disabled={copying.isPending}
        onClick={() => joining.mutate()}
      >
        {say(entity === "clients" ? "copy.person_of_company" : "copy.colleague_of")}
      </Button>
      {error && <TroubleNote error={error} />}
    </>
  );
}
