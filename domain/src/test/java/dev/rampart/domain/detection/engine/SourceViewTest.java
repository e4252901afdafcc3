package dev.rampart.domain.detection.engine;

import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SourceViewTest {
  private static final SignalScript.Action OBJECT =
      (script, i) -> script.signal(DetectionPoint.OBJECT_NOT_FOUND, name(i));

  @Test
  void a_source_that_somebody_signs_in_from_vouches_and_another_does_not() {
    assertThat(view(script().authOk("alice")).vouches()).isTrue();
    assertThat(view(script().authFail("alice")).vouches()).isFalse();
  }

  @Test
  void failing_for_two_accounts_is_suspect_and_for_one_is_not() {
    SignalScript one = script().authFail("alice").authFail("alice").authFail("alice");
    assertThat(view(one).isSuspect()).isFalse();
    assertThat(view(one.authFail("bob")).isSuspect()).isTrue();
  }

  @Test
  void a_sign_in_ends_the_suspicion() {
    SignalScript script = script().authFail("alice").authFail("bob").authOk("bob");
    assertThat(view(script.authFail("carol")).isSuspect()).isFalse();
  }

  @Test
  void asking_for_three_objects_in_vain_is_suspect_and_for_two_is_not() {
    assertThat(view(objects(2)).isSuspect()).isFalse();
    assertThat(view(objects(3)).isSuspect()).isTrue();
    assertThat(view(script().authOk("alice").times(3, 1, OBJECT)).isSuspect())
        .as("one user may be an attacker")
        .isTrue();
    assertThat(view(script().authOk("alice").authOk("bob").times(3, 1, OBJECT)).isSuspect())
        .isFalse();
  }

  @Test
  void other_kinds_make_nobody_suspect_among_all_sources() {
    assertThat(view(objects(9).probe("a")).isSuspect()).isFalse();
    assertThat(view(objects(9).signal(DetectionPoint.THROTTLED, "a")).isSuspect()).isFalse();
    assertThat(view(objects(9).authOk("alice")).isSuspect()).isFalse();
  }

  @Test
  void a_signal_is_the_first_of_its_kind_within_a_slot_of_ten_minutes() {
    assertThat(view(script().probe("a")).isFirst()).isTrue();
    assertThat(view(script().authFail("alice").probe("a")).isFirst()).as("another kind").isTrue();
    assertThat(view(script().probe("a").probe("b")).isFirst()).isFalse();
    assertThat(view(script().probe("a").pause(599).probe("b")).isFirst()).isFalse();
    assertThat(view(script().probe("a").pause(600).probe("b")).isFirst()).as("later").isTrue();
  }

  @Test
  void of_too_many_signals_to_know_each_none_is_the_first() {
    SignalScript many = script().times(SubjectState.IDS_MAX, 1, (s, i) -> s.probe(name(i)));
    assertThat(view(many.pause(600).probe("a")).isFirst()).isFalse();
  }

  private static SignalScript script() {
    return new SignalScript().from("203.0.113.7");
  }

  private static SignalScript objects(int count) {
    return script().times(count, 1, OBJECT);
  }

  /** Returns what is known of the source when the last signal comes. */
  private static SourceView view(SignalScript script) {
    List<Observation> all =
        script.signals().stream()
            .map(signal -> new SignalDigest(signal, SignalScript.HASH).forSource())
            .toList();
    return SourceView.of(new SubjectFeatures(SubjectState.of(all)), all.getLast());
  }
}
