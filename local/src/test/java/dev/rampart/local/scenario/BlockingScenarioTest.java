package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.local.client.InstanceClock;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An attacker is found, kept out by the firewall for a while, and let in again. */
final class BlockingScenarioTest {
  private static final String BLOCKED = "SourceBlocked";
  private static final String UNBLOCKED = "SourceUnblocked";
  private static final Set<String> THREATS = Set.of("ThreatDetected", "ThreatUpdated");
  private static final int REQUESTS = 30;

  private static Running run;
  private static Control control;

  @BeforeAll
  static void start() {
    run = Running.controlled(Map.of("BlockingMode", "on", "NeverBlock", "127.0.0.9"), Set.of());
    control = new Control(run);
  }

  @AfterAll
  static void stop() {
    control.close();
    run.close();
  }

  @Test
  void an_attacker_is_refused_by_the_firewall_until_the_block_expires() throws Exception {
    Stranger attacker = stranger("127.0.0.2");
    assertThat(attacker.isLetIn()).isTrue();
    attacker.attack(REQUESTS);
    assertThat(control.eventually("PT1M", attacker::isBlocked)).isTrue();
    assertThat(stranger("127.0.0.4").isLetIn()).isTrue();
    assertTold(BLOCKED, attacker);

    control.forward("PT16M");
    assertThat(control.eventually("PT1M", attacker::isLetIn)).isTrue();
    assertTold(UNBLOCKED, attacker);
    assertThat(events(UNBLOCKED, attacker).getFirst().at("/detail/end").asText())
        .isEqualTo("expired");
    Caller sam = run.signedIn("sam", "rampart/blocks.write");
    assertThat(control.eventually("PT1M", () -> !ended(sam, attacker).isEmpty())).isTrue();
    JsonNode over = ended(sam, attacker).getFirst();
    assertThat(over.path("end").asText()).isEqualTo("expired");
    assertThat(over.path("state").asText()).isEqualTo("enforced");
  }

  @Test
  void the_owners_own_addresses_are_not_blocked() {
    for (String address : List.of("127.0.0.9", "127.0.0.1")) {
      Stranger owner = stranger(address);
      owner.attack(REQUESTS);
      assertThat(control.eventually("PT1M", () -> decision(owner).contains("protected")))
          .as(address)
          .isTrue();
      assertThat(owner.isLetIn()).isTrue();
      assertThat(events(BLOCKED, owner)).isEmpty();
    }
  }

  @Test
  void a_false_positive_frees_its_source_and_cannot_block_it_again() throws Exception {
    Stranger suspect = stranger("127.0.0.3");
    suspect.attack(REQUESTS);
    assertThat(control.eventually("PT1M", suspect::isBlocked)).isTrue();
    assertTold(BLOCKED, suspect);
    String finding = events(BLOCKED, suspect).getFirst().at("/detail/findingId").asText();
    ObjectNode resolved = threat(finding);
    resolved.putObject("resolution").put("reason", "judgement").put("verdict", "falsePositive");
    run.publish("rampart.detection", "ThreatResolved", resolved);
    assertThat(control.eventually("PT1M", suspect::isLetIn)).isTrue();
    assertTold(UNBLOCKED, suspect);
    assertThat(events(UNBLOCKED, suspect).getFirst().at("/detail/end").asText())
        .isEqualTo("undone");

    control.forward("PT1M");
    int before = events(BLOCKED, suspect).size();
    String now = Rfc3339.format(InstanceClock.of(run.instance).instant());
    run.publish("rampart.detection", "ThreatUpdated", threat(finding).put("lastSeen", now));
    assertThat(Running.eventually(() -> isLetBe(suspect, finding))).isTrue();
    control.forward("PT1M");
    assertThat(suspect.isLetIn()).isTrue();
    assertThat(events(BLOCKED, suspect)).hasSize(before);
  }

  /**
   * Waits until it is on the bus. A clock that is moved can run out on whoever is about to publish:
   * then the next minute does it, and tells some things twice.
   */
  private static void assertTold(String type, Stranger source) {
    assertThat(control.eventually("PT1M", () -> !events(type, source).isEmpty()))
        .as("%s %s", type, source.address())
        .isTrue();
  }

  private static Stranger stranger(String address) {
    return new Stranger(URI.create(run.instance.baseUrl()), address);
  }

  private static List<JsonNode> events(String type, Stranger source) {
    return run.events(
        event ->
            Running.isOf(event, type)
                && event.at("/detail/source").asText().equals(source.address() + "/32"));
  }

  /** Returns the blocks of a source that are over, as the security team reads them. */
  private static List<JsonNode> ended(Caller team, Stranger source) {
    return team.get("/v1/blocks?state=ended")
        .json()
        .path("items")
        .valueStream()
        .filter(block -> block.path("source").asText().equals(source.address() + "/32"))
        .toList();
  }

  /** Returns what was published of a finding last. */
  private static ObjectNode threat(String finding) {
    return (ObjectNode)
        run.events(event -> event.at("/detail/findingId").asText().equals(finding)).stream()
            .filter(event -> THREATS.contains(event.path("detail-type").asText()))
            .toList()
            .getLast()
            .path("detail")
            .deepCopy();
  }

  /** Returns whether the newest decision about a finding is to do nothing. */
  private static boolean isLetBe(Stranger source, String finding) {
    return run.detectionItem("block#source#" + source.address() + "/32", "record")
        .at("/decisions/L")
        .valueStream()
        .map(decision -> decision.path("M"))
        .filter(decision -> decision.at("/fid/S").asText().equals(finding))
        .anyMatch(decision -> !decision.has("until") && !decision.has("why"));
  }

  /** Returns what was decided about a source, as it is stored. */
  private static String decision(Stranger source) {
    return run.detectionItem("block#source#" + source.address() + "/32", "record")
        .path("decisions")
        .toString();
  }
}
