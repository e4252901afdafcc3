package dev.rampart.local.events.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.events.queue.RequestMembers;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.template.PseudoParameters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * EventBridge's operations for archives and replays. Archives come from the template: to change
 * one, change the template.
 */
public record ArchiveOperations(
    Archives archives, Replays replays, ReplayBus buses, PseudoParameters stack) {
  private static final int PAGE_MAX = 100;
  private static final String ARCHIVE = "ArchiveName";
  private static final String REPLAY = "ReplayName";
  private static final List<String> FILTERS = List.of("NamePrefix", "EventSourceArn", "State");

  /** Carries an operation out; empty if it is another one. */
  public Optional<JsonNode> call(String operation, JsonNode input) {
    return switch (operation) {
      case "DescribeArchive" -> Optional.of(archives.describe(required(input, ARCHIVE)));
      case "ListArchives" -> {
        RequestMembers.text(input, "EventSourceArn")
            .ifPresent(busArn -> buses.require(busArn, Set.of()));
        yield Optional.of(list(input, operation, "Archives", archives.list()));
      }
      case "StartReplay" -> Optional.of(replays.start(input));
      case "DescribeReplay" -> Optional.of(replays.describe(required(input, REPLAY)));
      case "ListReplays" -> Optional.of(list(input, operation, "Replays", replays.list()));
      case "CancelReplay" -> Optional.of(replays.cancel(required(input, REPLAY)));
      default -> Optional.empty();
    };
  }

  /** Returns what an operation would be authorised for; nothing if it is another one. */
  public List<AwsAction> actions(String operation, JsonNode input) {
    Stream<String> resources =
        switch (operation) {
          case "ListArchives", "ListReplays" -> Stream.of(AwsAction.ANY);
          case "DescribeArchive" ->
              Stream.of(stack.arn("events", "archive/" + required(input, ARCHIVE)));
          case "StartReplay" ->
              Stream.of(required(input, "EventSourceArn"), replays.arn(required(input, REPLAY)));
          case "DescribeReplay", "CancelReplay" -> Stream.of(replays.arn(required(input, REPLAY)));
          default -> Stream.empty();
        };
    return resources.map(resource -> new AwsAction("events:" + operation, resource)).toList();
  }

  private static JsonNode list(
      JsonNode input, String operation, String member, List<ObjectNode> all) {
    if (FILTERS.stream().filter(input::hasNonNull).count() > 1) {
      throw invalid(
          "At most one filter is allowed for "
              + operation
              + ". Use either : State, EventSourceArn, or NamePrefix.");
    }
    String nameMember = member.equals("Archives") ? ARCHIVE : REPLAY;
    String prefix = RequestMembers.text(input, "NamePrefix").orElse("");
    List<ObjectNode> found =
        all.stream()
            .filter(each -> each.path(nameMember).asText().startsWith(prefix))
            .filter(each -> isAs(each, input, "EventSourceArn") && isAs(each, input, "State"))
            .toList();
    int from = Math.min(page(input), found.size());
    int to = Math.min(from + limit(input), found.size());
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode shown = answer.putArray(member);
    found.subList(from, to).forEach(shown::add);
    return to < found.size() ? answer.put("NextToken", Integer.toString(to)) : answer;
  }

  private static boolean isAs(ObjectNode shown, JsonNode input, String member) {
    return RequestMembers.text(input, member)
        .map(wanted -> shown.path(member).asText().equals(wanted))
        .orElse(true);
  }

  private static int limit(JsonNode input) {
    int limit = RequestMembers.number(input, "Limit").orElse(PAGE_MAX);
    if (limit < 1 || limit > PAGE_MAX) {
      throw invalid("Limit is not 1 to " + PAGE_MAX + ".");
    }
    return limit;
  }

  private static int page(JsonNode input) {
    String token = RequestMembers.text(input, "NextToken").orElse("0");
    if (!token.matches("[0-9]{1,9}")) {
      throw invalid("Parameter NextToken is not valid.");
    }
    return Integer.parseInt(token);
  }

  private static String required(JsonNode input, String name) {
    return RequestMembers.text(input, name)
        .orElseThrow(() -> invalid("Parameter " + name + " must be specified."));
  }

  private static AwsError invalid(String message) {
    return new AwsError("ValidationException", message);
  }
}
