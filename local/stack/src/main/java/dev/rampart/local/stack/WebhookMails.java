package dev.rampart.local.stack;

import dev.rampart.local.events.destination.WebhookRequest;
import dev.rampart.local.topics.Inbox;
import dev.rampart.local.topics.Mail;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Puts the requests that an API destination would send into the inbox. */
record WebhookMails(Inbox inbox, InstantSource clock) implements Consumer<WebhookRequest> {

  @Override
  public void accept(WebhookRequest request) {
    String headers =
        request.headers().entrySet().stream()
            .map(header -> header.getKey() + ": " + header.getValue() + "\n")
            .collect(Collectors.joining());
    inbox.add(
        new Mail(
            clock.instant(),
            "webhook",
            "EventBridge",
            request.url().toString(),
            request.method() + " " + request.url(),
            headers + "\n" + request.body()));
  }
}
