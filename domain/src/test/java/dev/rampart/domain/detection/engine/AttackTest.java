package dev.rampart.domain.detection.engine;

import static dev.rampart.domain.detection.finding.DetectorKind.BRUTE_FORCE;
import static dev.rampart.domain.detection.finding.DetectorKind.BURST_PROBE;
import static dev.rampart.domain.detection.finding.DetectorKind.CRED_STUFFING;
import static dev.rampart.domain.detection.finding.DetectorKind.DISTRIBUTED_SIGNATURE;
import static dev.rampart.domain.detection.finding.DetectorKind.ENUMERATION_BOLA;
import static dev.rampart.domain.detection.finding.DetectorKind.GLOBAL_RATE;
import static dev.rampart.domain.detection.finding.DetectorKind.LOW_AND_SLOW;
import static dev.rampart.domain.detection.finding.DetectorKind.NEW_NETWORK_USE;
import static dev.rampart.domain.detection.finding.DetectorKind.SCHEMA_FUZZ;
import static dev.rampart.domain.detection.finding.DetectorKind.TOKEN_ABUSE;
import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A typical case of each family of attacks, and within how many of its signals it is found. */
final class AttackTest {
  private static final int BURST_MAX = 8;
  private static final int SLOW_MAX = 10;
  private static final int ENUMERATION_MAX = 12;
  private static final int FUZZING_MAX = 10;
  private static final int TOKEN_MAX = 5;
  private static final int DISTRIBUTED_MAX = 25;

  /** Whole counts fall short by what they forget within seconds, so it takes one more than six. */
  private static final int STUFFING_MAX = 7;

  private static final String ATTACKER = "198.51.100.9";

  @Test
  void a_scanner_that_mixes_secrets_and_missing_paths() {
    SignalScript script =
        new SignalScript().from(ATTACKER).times(10, 1, (s, i) -> probeOrRoute(s, i, i % 2 == 0));
    assertThat(StreamRun.of(script).delay(BURST_PROBE, SubjectKind.IP, ATTACKER))
        .isLessThanOrEqualTo(BURST_MAX);
  }

  @Test
  void a_tool_that_injects_into_one_field_after_the_other() {
    SignalScript script =
        new SignalScript()
            .from(ATTACKER)
            .times(10, 2, (s, i) -> s.injection("/field" + name(i), "' … " + i));
    assertThat(StreamRun.of(script).delay(BURST_PROBE, SubjectKind.IP, ATTACKER))
        .isLessThanOrEqualTo(BURST_MAX);
  }

  @Test
  void a_probe_every_twenty_minutes() {
    SignalScript script =
        new SignalScript().from(ATTACKER).times(20, 1_200, (s, i) -> probeOrRoute(s, i, i % 3 > 0));
    assertThat(StreamRun.of(script).delay(LOW_AND_SLOW, SubjectKind.IP, ATTACKER))
        .isLessThanOrEqualTo(SLOW_MAX);
  }

  @Test
  void a_principal_that_walks_through_ids() {
    SignalScript script =
        new SignalScript()
            .from(ATTACKER)
            .as("mallory")
            .times(
                20,
                5,
                (s, i) ->
                    s.signal(
                        i % 2 == 0
                            ? DetectionPoint.OBJECT_NOT_FOUND
                            : DetectionPoint.OBJECT_FORBIDDEN,
                        name(i)));
    assertThat(StreamRun.of(script).delay(ENUMERATION_BOLA, SubjectKind.PRINCIPAL, "mallory"))
        .isLessThanOrEqualTo(ENUMERATION_MAX);
  }

  @Test
  void a_source_that_walks_through_ids() {
    SignalScript script =
        new SignalScript()
            .from(ATTACKER)
            .times(20, 5, (s, i) -> s.signal(DetectionPoint.OBJECT_NOT_FOUND, name(i)));
    assertThat(StreamRun.of(script).delay(ENUMERATION_BOLA, SubjectKind.IP, ATTACKER))
        .isLessThanOrEqualTo(ENUMERATION_MAX);
  }

  @Test
  void a_fuzzer() {
    SignalScript script =
        new SignalScript().from(ATTACKER).times(20, 0.5, (s, i) -> s.invalid("/a", name(i)));
    assertThat(StreamRun.of(script).delay(SCHEMA_FUZZ, SubjectKind.IP, ATTACKER))
        .isLessThanOrEqualTo(FUZZING_MAX);
  }

  @Test
  void stuffing_from_one_address() {
    SignalScript script =
        new SignalScript().from(ATTACKER).times(12, 3, (s, i) -> s.authFail(name(i)));
    assertThat(StreamRun.of(script).delay(CRED_STUFFING, SubjectKind.IP, ATTACKER))
        .isLessThanOrEqualTo(STUFFING_MAX);
  }

  @Test
  void guessing_the_password_of_one_account() {
    SignalScript script =
        new SignalScript().from(ATTACKER).times(12, 2, (s, _) -> s.authFail("alice"));
    assertThat(StreamRun.of(script).delay(BRUTE_FORCE, SubjectKind.IP, ATTACKER))
        .isLessThanOrEqualTo(BURST_MAX);
  }

  @Test
  void guessing_the_password_of_one_account_from_many_networks() {
    SignalScript script = new SignalScript().times(12, 60, (s, i) -> bot(s, i).authFail("alice"));
    assertThat(StreamRun.of(script).delay(BRUTE_FORCE, SubjectKind.CREDENTIAL, "alice"))
        .isLessThanOrEqualTo(SLOW_MAX);
  }

  @Test
  void guessing_from_many_networks_of_which_each_signs_in_with_an_own_account() {
    SignalScript script =
        new SignalScript().times(60, 10, (s, i) -> bot(s, i).authOk("mallory").authFail("alice"));
    assertThat(StreamRun.of(script).delay(BRUTE_FORCE, SubjectKind.CREDENTIAL, "alice"))
        .isLessThanOrEqualTo(2 * DISTRIBUTED_MAX);
  }

  @Test
  void whoever_begins_like_a_timer_does_not_hide_what_he_does_then() {
    List<SignalScript.Action> attacks =
        List.of(
            (script, _) -> script.authFail("alice"),
            (script, _) -> script.waf("SQLi_BODY", "/v1/submissions"),
            (script, _) -> script.signal(DetectionPoint.TOKEN_FORGED, "/v1/submissions"));
    for (SignalScript.Action attack : attacks) {
      SignalScript prelude =
          new SignalScript()
              .from(ATTACKER)
              .times(27, 0.2, (s, _) -> s.signal(DetectionPoint.OBJECT_NOT_FOUND, "gone"))
              .times(5, 9, (s, _) -> s.signal(DetectionPoint.OBJECT_NOT_FOUND, "gone"));
      assertThat(StreamRun.of(prelude.times(900, 1, attack)).incidents()).isNotEmpty();
    }
  }

  @Test
  void a_leaked_key_that_is_refused_from_many_networks() {
    SignalScript script =
        new SignalScript()
            .times(
                8,
                30,
                (s, i) -> bot(s, i).withKey("k-1").signal(DetectionPoint.TOKEN_INVALID, "/v1/a"));
    assertThat(StreamRun.of(script).delay(TOKEN_ABUSE, SubjectKind.API_KEY, "k-1"))
        .isLessThanOrEqualTo(TOKEN_MAX);
  }

  @Test
  void one_address_that_forges_tokens() {
    SignalScript script =
        new SignalScript()
            .from(ATTACKER)
            .times(14, 1, (s, i) -> s.signal(DetectionPoint.TOKEN_FORGED, name(i)));
    assertThat(StreamRun.of(script).delay(TOKEN_ABUSE, SubjectKind.IP, ATTACKER))
        .isLessThanOrEqualTo(BURST_MAX);
  }

  @Test
  void a_stolen_credential_on_a_network_of_its_own() {
    SignalScript script =
        new SignalScript()
            .from("203.0.113.7")
            .as("alice")
            .times(3, 600, (s, i) -> s.signal(DetectionPoint.OBJECT_OK, "own" + i))
            .from(ATTACKER)
            .as("alice")
            .times(8, 20, (s, i) -> s.signal(DetectionPoint.OBJECT_FORBIDDEN, name(i)));
    assertThat(StreamRun.of(script).delay(NEW_NETWORK_USE, SubjectKind.PRINCIPAL, "alice") - 3)
        .isLessThanOrEqualTo(BURST_MAX);
  }

  @Test
  void addresses_of_one_network_that_take_turns() {
    SignalScript script =
        new SignalScript().times(16, 120, (s, i) -> s.from("198.51.100." + (i % 8)).probe(name(i)));
    assertThat(StreamRun.of(script).delay(LOW_AND_SLOW, SubjectKind.NETWORK, "198.51.100.0/24"))
        .isLessThanOrEqualTo(SLOW_MAX);
  }

  @Test
  void one_exploit_from_many_sources() {
    SignalScript script = new SignalScript().times(30, 20, (s, i) -> bot(s, i).waf("jndi", "/"));
    assertThat(StreamRun.of(script).delay(DISTRIBUTED_SIGNATURE, SubjectKind.SIGNATURE, "jndi"))
        .isLessThanOrEqualTo(DISTRIBUTED_MAX);
  }

  @Test
  void stuffing_from_many_sources_that_try_two_accounts_each() {
    SignalScript script =
        new SignalScript().times(60, 10, (s, i) -> bot(s, i / 2).authFail(name(i)));
    assertThat(StreamRun.of(script).delay(CRED_STUFFING, SubjectKind.GLOBAL, "AUTH_FAIL"))
        .isLessThanOrEqualTo(DISTRIBUTED_MAX);
  }

  @Test
  void enumeration_from_many_sources_that_try_three_objects_each() {
    SignalScript script =
        new SignalScript()
            .times(
                60, 10, (s, i) -> bot(s, i / 3).signal(DetectionPoint.OBJECT_NOT_FOUND, name(i)));
    assertThat(StreamRun.of(script).delay(ENUMERATION_BOLA, SubjectKind.GLOBAL, "OBJECT_NOT_FOUND"))
        .as("thirteen sources of three objects")
        .isLessThanOrEqualTo(39);
  }

  @Test
  void a_flood_is_found_within_a_minute() {
    int before = 70;
    SignalScript script =
        new SignalScript()
            .times(before, 60, (s, i) -> bot(s, i % 5).signal(DetectionPoint.THROTTLED, "k"))
            .times(300, 0.2, (s, i) -> bot(s, i % 40).signal(DetectionPoint.THROTTLED, "k"));
    assertThat(StreamRun.of(script).delay(GLOBAL_RATE, SubjectKind.GLOBAL, "THROTTLED") - before)
        .isBetween(1, 300);
  }

  private static SignalScript probeOrRoute(SignalScript script, int i, boolean isProbe) {
    return isProbe ? script.probe(name(i)) : script.signal(DetectionPoint.ROUTE_UNKNOWN, name(i));
  }

  /** One of many addresses, each in a network of its own. */
  private static SignalScript bot(SignalScript script, int i) {
    return script.from("10.1." + i + ".1");
  }
}
