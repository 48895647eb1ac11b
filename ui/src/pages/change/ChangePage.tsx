// Changing a registered record: what is known of it, what is changed of it, and nothing else sent.

import { Button, Loader, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useLocation } from "wouter";
import { useConnection } from "../../app/connection";
import { places } from "../../app/places";
import { TroubleNote } from "../../app/TroubleNote";
import { backend, type Change } from "../../backend";
import { callWithTicket } from "../../backend/tickets";
import { lay } from "../../form/changed";
import { useResumed } from "../../form/FormFrame";
import { formsOf } from "../../form/forms";
import { useWords } from "../../i18n/useWords";
import { useStore } from "../../store/store";
import { ChangeForm } from "./ChangeForm";
import classes from "./ChangePage.module.css";

export function ChangePage() {
  const isResumed = useResumed();
  const [place] = useLocation();
  const { change: store } = formsOf(useConnection().id);
  const change = useStore(store, (form) => form.change);
  const entity = useStore(store, (form) => form.entity);
  if (!isResumed) return null;
  if (!change || place !== places.change(entity, change.id)) return <NothingBegun />;
  return <Begun key={place} change={change} />;
}

function Begun({ change }: { change: Change }) {
  const { say } = useWords();
  const { id } = useConnection();
  const { change: store } = formsOf(id);
  const entity = useStore(store, (form) => form.entity);
  const isLaid = useStore(store, ({ sheet }) => sheet !== null);
  const title = say(`change.title.${entity}`);
  const { data, error, refetch } = useQuery({
    queryKey: [id, "change", entity, change.id, change.listed],
    queryFn: ({ signal }) =>
      callWithTicket(signal, (ticket) =>
        backend.beginChange(entity, change.id, change.listed, ticket),
      ),
    enabled: !isLaid,
  });
  useEffect(() => {
    if (data && !isLaid) lay(store, data);
  }, [data, isLaid, store]);
  if (isLaid) return <ChangeForm title={title} name={change.name} />;
  return (
    <Stack className={classes.page}>
      <Title order={1}>{title}</Title>
      {error ? (
        <TroubleNote error={error} safe={say("change.nothing_sent")}>
          <Button onClick={() => refetch()}>{say("action.try_again")}</Button>
        </TroubleNote>
      ) : (
        <Text role="status" className={classes.opening}>
          <Loader size="xs" aria-hidden />
          {say("change.opening")}
        </Text>
      )}
    </Stack>
  );
}

function NothingBegun() {
  const { say } = useWords();
  return (
    <Stack className={classes.page} align="flex-start">
      <Title order={1}>{say("change.none")}</Title>
      <Text>{say("change.none_hint")}</Text>
      <Button component="a" href={`#${places.findCards}`} variant="default">
        {say("find.business_cards.title")}
      </Button>
    </Stack>
  );
}
