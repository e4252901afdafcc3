package dev.rampart.local.stack.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.access.AccessControl;
import dev.rampart.local.events.LocalEvents;
import dev.rampart.local.host.async.AsyncInvoker;
import dev.rampart.local.host.mapping.Destination;
import dev.rampart.local.host.mapping.DestinationSender;
import dev.rampart.local.protocol.lambda.FunctionArn;
import dev.rampart.local.topics.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Sends what became of events and batches to where a template wants it, as far as the role of the
 * function allows it. Safe for use by many threads.
 */
public final class RoleDestinations implements DestinationSender {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final AccessControl access;
  private final Map<String, String> logicalIds;
  private final CompletableFuture<Receivers> receivers = new CompletableFuture<>();

  /** What documents can be sent to. */
  public record Receivers(LocalEvents events, Topics topics, AsyncInvoker functions) {}

  /**
   * Creates a sender, which waits until it {@linkplain #connect is connected}.
   *
   * @param logicalIds of the functions, by their ARNs
   */
  public RoleDestinations(AccessControl access, Map<String, String> logicalIds) {
    this.access = access;
    this.logicalIds = Map.copyOf(logicalIds);
  }

  /** Says where to send documents: what takes them needs this sender to be made. */
  public void connect(Receivers all) {
    boolean _ = receivers.complete(all);
  }

  @Override
  public void send(String functionArn, Destination to, Outcome outcome, String document) {
    DestinationRight right = DestinationRight.of(to, outcome);
    Optional<String> refusal =
        access.function(logicalId(functionArn), right.action(), to.arn(), right.context());
    if (refusal.isPresent()) {
      throw new IllegalStateException(refusal.get());
    }
    Receivers all = receivers.join();
    switch (to.kind()) {
      case QUEUE -> all.events().send(to.arn(), document);
      case TOPIC -> all.topics().publish(to.arn(), document);
      case BUS -> {
        ObjectNode detail = parsed(document);
        // With the version or alias, as the record has it.
        String qualifiedArn = detail.at("/requestContext/functionArn").asText();
        all.events()
            .put(
                to.arn(),
                DestinationRight.SOURCE,
                DestinationRight.detailType(outcome),
                List.of(to.arn(), qualifiedArn),
                detail);
      }
      case FUNCTION -> {
        if (!all.functions().offer(to.arn(), document.getBytes(StandardCharsets.UTF_8))) {
          throw new IllegalStateException("there is no room for an event for " + to.arn());
        }
      }
    }
  }

  private String logicalId(String functionArn) {
    return Optional.ofNullable(logicalIds.get(FunctionArn.unqualified(functionArn)))
        .orElseThrow(() -> new IllegalArgumentException("There is no function " + functionArn));
  }

  private static ObjectNode parsed(String document) {
    try {
      return (ObjectNode) JSON.readTree(document);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A record is no JSON.", e);
    }
  }
}
