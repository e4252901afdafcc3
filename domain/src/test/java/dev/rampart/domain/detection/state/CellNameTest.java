package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CellNameTest {
  private static final int LENGTH_MAX = 12;
  private static final long YEAR_2100 = 4_102_444_800_000L;

  @Test
  void every_type_kind_and_point_has_names_of_its_own() {
    List<Long> names = all(Observations.START);
    Set<String> texts = new HashSet<>();
    names.forEach(name -> texts.add(CellName.text(name)));

    assertThat(names).doesNotHaveDuplicates().doesNotContain(0L);
    assertThat(texts).hasSameSizeAs(names);
  }

  @Property(tries = 200)
  void a_name_is_read_back_from_its_text(
      @ForAll @LongRange(min = 0, max = YEAR_2100) long timeMillis) {
    for (long name : all(timeMillis)) {
      String text = CellName.text(name);
      assertThat(CellName.parse(text)).as(text).isEqualTo(name);
      assertThat(CellName.isName(text)).as(text).isTrue();
      assertThat(text).hasSizeLessThanOrEqualTo(LENGTH_MAX);
    }
  }

  @Test
  void a_name_tells_its_type_and_its_period() {
    long name = CellType.MINUTE.name(SignalKind.PROBE, Observations.START);

    assertThat(CellName.type(name)).isEqualTo(CellType.MINUTE);
    assertThat(CellName.period(name)).isEqualTo(Observations.START / 60_000);
    assertThat(CellName.series(name)).isEqualTo(CellName.series(name - 5));
    assertThat(CellName.series(name))
        .isNotEqualTo(CellName.series(CellType.MINUTE.name(SignalKind.THROTTLE, 0)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pk",
        "sk",
        "expiresAt",
        "q",
        "qldlw",
        "q0",
        "f",
        "fp",
        "n",
        "nsp",
        "w",
        "wA1",
        "w-1",
        "fp 1",
        "fpé"
      })
  void what_is_stored_beside_cells_is_none(String text) {
    assertThat(Cell.isName(text)).isFalse();
  }

  @Test
  void a_text_that_is_no_name_is_not_read() {
    assertThatThrownBy(() -> CellName.parse("q1")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CellName.parse("w!")).isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Long> all(long timeMillis) {
    List<Long> names = new ArrayList<>();
    for (CellType type : CellType.values()) {
      switch (type.codeLetters()) {
        case 0 -> names.add(type.name(timeMillis));
        case 1 -> {
          for (SignalKind kind : SignalKind.values()) {
            names.add(type.name(kind, timeMillis));
          }
        }
        default -> {
          for (DetectionPoint point : DetectionPoint.values()) {
            names.add(type.name(point, timeMillis));
          }
        }
      }
    }
    return names;
  }
}
