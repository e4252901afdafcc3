package dev.rampart.domain.detection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.SignalDigest;
import org.junit.jupiter.api.Test;

final class SignalSubjectsTest {
  @Test
  void a_source_of_version_six_is_its_64_and_its_network_the_48() {
    SignalDigest digest = digest(new SignalScript().from("2001:db8:1:2:3::4").probe("/.env"));
    assertThat(SignalSubjects.source(digest)).contains(ip("2001:db8:1:2::/64"));
    assertThat(SignalSubjects.network(digest))
        .contains(new Subject(SubjectKind.NETWORK, "2001:db8:1::/48"));
  }

  @Test
  void a_source_of_version_four_is_its_address_and_its_network_the_24() {
    SignalDigest digest = digest(new SignalScript().from("203.0.113.7").probe("/.env"));
    assertThat(SignalSubjects.source(digest)).contains(ip("203.0.113.7"));
    assertThat(SignalSubjects.network(digest))
        .contains(new Subject(SubjectKind.NETWORK, "203.0.113.0/24"));
  }

  @Test
  void a_sign_in_is_about_its_account_and_other_signals_about_their_key() {
    SignalScript script = new SignalScript().from("203.0.113.7").as("alice").withKey("k-1");
    assertThat(SignalSubjects.identities(last(script.authFail("bob"))))
        .containsExactly(
            new Subject(SubjectKind.PRINCIPAL, "alice"),
            new Subject(SubjectKind.CREDENTIAL, "bob"));
    assertThat(
            SignalSubjects.identities(last(script.signal(DetectionPoint.TOKEN_INVALID, "/v1/a"))))
        .containsExactly(
            new Subject(SubjectKind.PRINCIPAL, "alice"), new Subject(SubjectKind.API_KEY, "k-1"));
    assertThat(SignalSubjects.identities(last(script.signal(DetectionPoint.THROTTLED, "/v1/a"))))
        .containsExactly(new Subject(SubjectKind.PRINCIPAL, "alice"));
  }

  @Test
  void a_tripped_rule_is_a_group_and_so_are_all_sources_of_a_point() {
    assertThat(SignalSubjects.groups(last(new SignalScript().from("203.0.113.7").waf("r", "/"))))
        .containsExactly(
            new Subject(SubjectKind.SIGNATURE, "r"), new Subject(SubjectKind.GLOBAL, "WAF_RULE"));
  }

  @Test
  void whoever_is_signed_in_says_nothing_about_all_sources() {
    SignalScript script = new SignalScript().from("203.0.113.7").as("alice");
    assertThat(SignalSubjects.groups(last(script.invalid("/a", "missing")))).isEmpty();
  }

  @Test
  void sign_ins_stand_beside_those_that_failed_and_objects_nowhere() {
    SignalScript script = new SignalScript().from("203.0.113.7");
    assertThat(SignalSubjects.groups(last(script.authOk("alice"))))
        .containsExactly(new Subject(SubjectKind.GLOBAL, "AUTH_FAIL"));
    assertThat(SignalSubjects.groups(last(script.signal(DetectionPoint.OBJECT_OK, "a")))).isEmpty();
  }

  private static Subject ip(String name) {
    return new Subject(SubjectKind.IP, name);
  }

  private static SignalDigest digest(SignalScript script) {
    return new SignalDigest(last(script), SignalScript.HASH);
  }

  private static Signal last(SignalScript script) {
    return script.signals().getLast();
  }
}
