package dev.rampart.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.event.ruler.Ruler;

/** The rules of template.yaml take the events that are published, by EventBridge's own matcher. */
final class RuleContractTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Path ROOT = Path.of(System.getProperty("rampart.root"));
  private static final Path EVENTS = ROOT.resolve("docs/events");

  /** {@code <event>.v1.json}, and {@code <event>.v1.<case>.json} beside it; not its schema. */
  private static final Pattern GOLDEN =
      Pattern.compile("[a-z-]+\\.v\\d+(?:\\.(?!schema)[a-z-]+)?\\.json");

  /** Who publishes what: the golden details of each event by its source and type. */
  private static final List<Published> PUBLISHED =
      List.of(
          new Published("rampart.api", "SuspiciousRequest"),
          new Published("rampart.security", "SuspiciousRequest"),
          new Published("rampart.edge", "SuspiciousRequest"),
          new Published("rampart.detection", "ThreatDetected"),
          new Published("rampart.detection", "ThreatUpdated"),
          new Published("rampart.detection", "ThreatResolved"),
          new Published("rampart.security", "ThreatResolved"),
          new Published("rampart.security", "BlockOrdered"),
          new Published("rampart.blocklist", "SourceBlocked"),
          new Published("rampart.blocklist", "SourceUnblocked"),
          new Published("rampart.submissions", "SubmissionReceived"),
          new Published("rampart.submissions", "SubmissionAmended"),
          new Published("rampart.submissions", "SubmissionReviewed"),
          new Published("rampart.submissions", "SubmissionWithdrawn"));

  /** Which of them each rule is there for. */
  private static final Map<String, Set<String>> MEANT_FOR =
      Map.of(
          "SuspiciousRule", Set.of("SuspiciousRequest"),
          "ThreatRule", Set.of("ThreatDetected", "ThreatUpdated", "ThreatResolved", "BlockOrdered"),
          "ThreatMailRule", Set.of("ThreatDetected", "ThreatUpdated"),
          "ThreatQueueRule", Set.of("ThreatDetected", "ThreatUpdated", "ThreatResolved"),
          "ThreatWebhookRule", Set.of("ThreatDetected", "ThreatUpdated", "ThreatResolved"));

  /** The rule that takes of its events only those that people are to hear of. */
  private static final String FOR_PEOPLE = "ThreatMailRule";

  /** What brings all rules. */
  private static final Map<String, String> PARAMETERS =
      Map.of(
          "ThreatMail",
          "soc@example.com",
          "ThreatQueue",
          "true",
          "ThreatWebhook",
          "https://soc.example.com/threats");

  static List<Resource> rules() {
    return Template.read(ROOT.resolve("template.yaml"))
        .stack(PARAMETERS)
        .ofType("AWS::Events::Rule");
  }

  @Test
  void every_rule_and_every_golden_event_is_known_to_this_test() throws IOException {
    assertThat(rules()).extracting(Resource::logicalId).hasSameElementsAs(MEANT_FOR.keySet());
    Set<Path> known = new TreeSet<>();
    for (Published event : PUBLISHED) {
      assertThat(event.golden()).as("%s", event).isNotEmpty();
      known.addAll(event.golden());
    }
    assertThat(golden("")).containsExactlyInAnyOrderElementsOf(known);
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_takes_the_events_it_is_meant_for_and_no_others(Resource rule) throws Exception {
    for (Published event : PUBLISHED) {
      for (ObjectNode envelope : event.envelopes()) {
        assertThat(matches(rule, envelope))
            .as("%s takes %s", rule.logicalId(), event)
            .isEqualTo(isMeantFor(rule, event, envelope));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_refuses_its_event_from_another_source_or_under_another_name(Resource rule)
      throws Exception {
    for (Published event : PUBLISHED) {
      for (String member : List.of("source", "detail-type")) {
        ObjectNode changed = event.envelopes().getFirst().put(member, "somebody.else");
        assertThat(matches(rule, changed)).as("%s, other %s", event, member).isFalse();
      }
    }
  }

  private static boolean isMeantFor(Resource rule, Published event, ObjectNode envelope) {
    return MEANT_FOR.getOrDefault(rule.logicalId(), Set.of()).contains(event.type())
        && (!rule.logicalId().equals(FOR_PEOPLE)
            || envelope.path("detail").has("notificationsLeft"));
  }

  private static boolean matches(Resource rule, ObjectNode event) throws Exception {
    return Ruler.matchesRule(event.toString(), rule.property("EventPattern").toString());
  }

  /** Returns the golden files whose name begins so. */
  private static List<Path> golden(String start) throws IOException {
    try (Stream<Path> files = Files.list(EVENTS)) {
      return files
          .filter(file -> GOLDEN.matcher(name(file)).matches())
          .filter(file -> name(file).startsWith(start))
          .sorted()
          .toList();
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private record Published(String source, String type) {

    /** The files are named as the type, in lower case with hyphens. */
    List<Path> golden() throws IOException {
      String name = type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
      return RuleContractTest.golden(name + ".v1.");
    }

    List<ObjectNode> envelopes() throws IOException {
      List<ObjectNode> envelopes = new ArrayList<>();
      for (Path file : golden()) {
        ObjectNode envelope = JSON.createObjectNode();
        envelope.put("version", "0").put("id", "e-1").put("source", source);
        envelope.put("detail-type", type).put("time", "2026-11-24T12:00:00Z");
        envelope.set("detail", JSON.readTree(Files.readString(file)));
        envelopes.add(envelope);
      }
      return envelopes;
    }
  }
}
