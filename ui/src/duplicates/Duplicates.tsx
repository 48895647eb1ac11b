// Records that may be the one that is being typed, beside the form: why, what differs, and the ways
// out. It never takes the caret by itself.

import { Button, Title } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useConnection } from "../app/connection";
import { useLeaving } from "../app/leaving";
import { TroubleNote } from "../app/TroubleNote";
import type { Duplicate } from "../backend";
import type { FormStore } from "../form/form";
import { useWords, type Words } from "../i18n/useWords";
import { dialogOf } from "../keys/dialogOf";
import { duplicatesKey, isToDuplicates } from "../keys/guard";
import { useWindowKeys } from "../keys/useWindowKeys";
import { useStore } from "../store/store";
import { Differences } from "./Differences";
import classes from "./Duplicates.module.css";
import { openDuplicate, takeNewInto } from "./taking";
import { dismiss, keyOf, type Watching } from "./watching";

type Props = {
  store: FormStore;
  watching: Watching;
  /** Saves the form. */
  onSave: () => void;
  /** Where one is wanted for another form: goes on with that one instead. */
  onChoose?: (duplicate: Duplicate) => void;
};

export function Duplicates({ store, watching, onSave, onChoose }: Props) {
  const { duplicates, asking, title } = watching;
  const words = useWords();
  const { say } = words;
  const isSaving = useStore(store, ({ phase }) => phase === "saving");
  const panel = useRef<HTMLDivElement>(null);
  // Where the caret was before it came here.
  const before = useRef<EventTarget | null>(null);
  const count = duplicates.length;

  const goBack = () => {
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  useWindowKeys((event) => {
    if (dialogOf(event.target) !== dialogOf(panel.current) || count === 0) return;
    const isHere = panel.current?.contains(document.activeElement) ?? false;
    if (isToDuplicates(event)) {
      event.preventDefault();
      if (isHere) goBack();
      else title.current?.focus();
    } else if (event.key === "Escape" && isHere) {
      event.preventDefault();
      goBack();
    }
  });

  const [likeliest] = duplicates;
  return (
    <div ref={panel} className={classes.panel}>
      <div role="status" className="visually-hidden">
        {likeliest &&
          say("duplicates.told", {
            count,
            name: nameOf(words, likeliest),
            why: whyIn(words, likeliest),
            key: duplicatesKey,
          })}
      </div>
      {count === 0 && asking !== "not_asked" && (
        <p className={classes.quiet}>
          {say(asking === "asking" ? "duplicates.asking" : "duplicates.none")}
        </p>
      )}
      {count > 0 && (
        <section className={classes.found} aria-label={say("duplicates.title", { count })}>
          <div className={classes.head}>
            <Title
              ref={title}
              order={2}
              size="h4"
              tabIndex={-1}
              className={classes.title}
              onFocus={({ relatedTarget }) => {
                if (!panel.current?.contains(relatedTarget)) before.current = relatedTarget;
              }}
            >
              {say("duplicates.title", { count })}
            </Title>
            <span className={classes.key}>{duplicatesKey}</span>
          </div>
          <Button
            variant="default"
            className={classes.anyway}
            disabled={isSaving}
            onClick={() => {
              // Whoever was asked while saving answers with it.
              const isAnswer = store.get().trouble?.code === "likely_duplicate";
              dismiss(store, duplicates);
              goBack();
              if (isAnswer) onSave();
            }}
          >
            {say("duplicates.register_anyway")}
          </Button>
          {duplicates.map((duplicate) => (
            <One
              key={keyOf(duplicate)}
              store={store}
              duplicate={duplicate}
              onChoose={onChoose && (() => onChoose(duplicate))}
              isSaving={isSaving}
            />
          ))}
        </section>
      )}
    </div>
  );
}

type OneProps = {
  store: FormStore;
  duplicate: Duplicate;
  onChoose?: (() => void) | undefined;
  isSaving: boolean;
};

function One({ store, duplicate, onChoose, isSaving }: OneProps) {
  const words = useWords();
  const { say } = words;
  const { id } = useConnection();
  const leaving = useLeaving();
  const taking = useMutation({ mutationFn: () => takeNewInto(id, store, duplicate, leaving()) });
  const { whose, fields, certain } = duplicate;
  const name = nameOf(words, duplicate);
  const Icon = certain ? IconAlertTriangle : IconInfoCircle;
  return (
    <article className={classes.one} aria-label={name}>
      <div>
        <strong>{name}</strong>
        {fields.client_name && <div>{fields.client_name}</div>}
        <div className={classes.quiet}>
          {whose.at === "outbox"
            ? say("duplicates.on_its_way")
            : say("decide.number", { id: String(whose.id) })}
        </div>
      </div>
      <p className={classes.why} data-certain={certain}>
        <Icon size={18} aria-hidden />
        <span>
          {duplicate.reasons.map((reason) => (
            <span key={reason}>{say(`duplicates.why.${reason}`)}</span>
          ))}
        </span>
      </p>
      {taking.error && <TroubleNote error={taking.error} safe={say("register.kept")} />}
      <div className={classes.ways}>
        {onChoose && (
          <Button
            variant="light"
            disabled={isSaving}
            aria-label={`${say("duplicates.choose")}: ${name}`}
            onClick={onChoose}
          >
            {say("duplicates.choose")}
          </Button>
        )}
        <Button
          variant="light"
          aria-label={`${say("duplicates.open")}: ${name}`}
          onClick={() => openDuplicate(id, store, duplicate)}
        >
          {say("duplicates.open")}
        </Button>
        {whose.at === "service" && !onChoose && (
          <Button
            variant="light"
            disabled={isSaving}
            loading={taking.isPending}
            aria-label={`${say("duplicates.take")}: ${name}`}
            onClick={() => taking.mutate()}
          >
            {say("duplicates.take")}
          </Button>
        )}
      </div>
      <Differences store={store} duplicate={duplicate} name={name} />
    </article>
  );
}

/** That there are some, at the foot of a narrow window, where they stand below the form. */
export function DuplicatesLine({ watching: { duplicates, title } }: Pick<Props, "watching">) {
  const words = useWords();
  const [likeliest] = duplicates;
  return (
    <div className={classes.line}>
      {likeliest && (
        <Button
          variant="subtle"
          leftSection={<IconAlertTriangle size={18} aria-hidden />}
          rightSection={<span className={classes.key}>{duplicatesKey}</span>}
          onClick={() => title.current?.focus()}
        >
          {`${words.say("duplicates.title", { count: duplicates.length })}: ${nameOf(words, likeliest)}`}
        </Button>
      )}
    </div>
  );
}

function nameOf({ say }: Words, { fields }: Duplicate): string {
  return fields.name || say("find.no_name");
}

function whyIn({ say, list }: Words, { reasons }: Duplicate): string {
  return list(reasons.map((reason) => say(`duplicates.why.${reason}`)));
}
