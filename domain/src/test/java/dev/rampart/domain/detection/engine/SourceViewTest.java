package dev.rampart.domain.detection.engine;

import static dev.rampart.domain.detection.signal.SignalScript.name;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.detection.state.SubjectState;
import org.junit.jupiter.api.Test;

final class SourceViewTest {
  @Test
  void a_source_that_somebody_signs_in_from_vouches_and_another_does_not() {
    assertThat(view(script().authOk("alice"), SignalKind.AUTH_OK).vouches()).isTrue();
    assertThat(view(script().authFail("alice"), SignalKind.AUTH_FAIL).vouches()).isFalse();
  }

  @Test
  void failing_for_two_accounts_is_suspect_and_for_one_is_not() {
    SignalScript one = script().authFail("alice").authFail("alice").authFail("alice");
    assertThat(view(one, SignalKind.AUTH_FAIL).isSuspect()).isFalse();
    assertThat(view(one.authFail("bob"), SignalKind.AUTH_FAIL).isSuspect()).isTrue();
  }

  @Test
  void a_sign_in_ends_the_suspicion() {
    SignalScript script = script().authFail("alice").authFail("bob").authOk("bob");
    assertThat(view(script, SignalKind.AUTH_FAIL).isSuspect()).isFalse();
  }

  @Test
  void asking_for_three_objects_in_vain_is_suspect_and_for_two_is_not() {
    assertThat(view(objects(2), SignalKind.NOT_FOUND).isSuspect()).isFalse();
    assertThat(view(objects(3), SignalKind.NOT_FOUND).isSuspect()).isTrue();
    assertThat(view(objects(3).authOk("alice"), SignalKind.NOT_FOUND).isSuspect())
        .as("one user may be an attacker")
        .isTrue();
    assertThat(view(objects(3).authOk("alice").authOk("bob"), SignalKind.NOT_FOUND).isSuspect())
        .isFalse();
  }

  @Test
  void other_kinds_make_nobody_suspect_among_all_sources() {
    assertThat(view(objects(9), SignalKind.PROBE).isSuspect()).isFalse();
    assertThat(view(objects(9), SignalKind.THROTTLE).isSuspect()).isFalse();
    assertThat(view(objects(9), SignalKind.AUTH_OK).isSuspect()).isFalse();
  }

  private static SignalScript script() {
    return new SignalScript().from("203.0.113.7");
  }

  private static SignalScript objects(int count) {
    return script().times(count, 1, (s, i) -> s.signal(DetectionPoint.OBJECT_NOT_FOUND, name(i)));
  }

  private static SourceView view(SignalScript script, SignalKind news) {
    return SourceView.of(
        new SubjectFeatures(
            SubjectState.of(
                script.signals().stream()
                    .map(signal -> new SignalDigest(signal, SignalScript.HASH).forSource())
                    .toList())),
        news);
  }
}
