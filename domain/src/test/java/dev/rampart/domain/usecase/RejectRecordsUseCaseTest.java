package dev.rampart.domain.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RejectRecordsUseCaseTest {
  private static final RejectedRecord RECORD = record(Map.of());

  private final List<List<RejectedRecord>> kept = new ArrayList<>();
  private final List<List<RejectedRecord>> measured = new ArrayList<>();

  @Test
  void what_is_rejected_is_kept_and_measured() {
    new RejectRecordsUseCase(kept::add, measured::add).reject(List.of(RECORD));
    assertThat(kept).containsExactly(List.of(RECORD)).isEqualTo(measured);
  }

  @Test
  void nothing_is_neither_kept_nor_measured() {
    new RejectRecordsUseCase(kept::add, measured::add).reject(List.of());
    assertThat(kept).isEmpty();
    assertThat(measured).isEmpty();
  }

  @Test
  void what_could_not_be_kept_comes_again_and_is_measured_then() {
    RejectRecordsUseCase full =
        new RejectRecordsUseCase(
            _ -> {
              throw new PortUnavailable("full");
            },
            measured::add);
    assertThatThrownBy(() -> full.reject(List.of(RECORD))).isInstanceOf(PortUnavailable.class);
    assertThat(measured).isEmpty();
  }

  @Test
  void what_is_told_of_a_record_is_bounded() {
    Map<String, String> many = new HashMap<>();
    for (int i = 0; i <= RejectedRecord.MEMBERS_MAX; i++) {
      many.put("/" + i, "x");
    }
    assertThatThrownBy(() -> record(many)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> record(Map.of("/a", "x".repeat(129))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static RejectedRecord record(Map<String, String> members) {
    return new RejectedRecord(
        "access",
        Optional.of("/rampart/dev/access"),
        Optional.of("1"),
        Optional.empty(),
        RejectionReason.NOT_JSON,
        7,
        members);
  }
}
