package dev.rampart.adapter.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.domain.detection.block.BlockingMode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class EnvironmentTest {

  @Test
  void values_are_read_as_what_they_are() {
    Environment environment =
        new Environment(Map.of("BUS", "main", "COUNT", "12", "CLIENTS", " web, machine,,"));

    assertThat(environment.required("BUS")).isEqualTo("main");
    assertThat(environment.requiredNumber("COUNT")).isEqualTo(12);
    assertThat(environment.requiredList("CLIENTS")).containsExactlyInAnyOrder("web", "machine");
    assertThat(environment.list("ORIGINS")).isEmpty();
  }

  @Test
  void a_missing_or_blank_variable_is_named() {
    Environment environment = new Environment(Map.of("BLANK", " "));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> environment.required("BUS"))
        .withMessageContaining("BUS");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> environment.requiredList("BLANK"))
        .withMessageContaining("BLANK");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1.5", "ten", "1234567", "0x10"})
  void what_is_not_a_whole_number_is_refused_by_its_name(String value) {
    Environment environment = new Environment(Map.of("COUNT", value));

    assertThatIllegalArgumentException()
        .isThrownBy(() -> environment.requiredNumber("COUNT"))
        .withMessageContaining("COUNT");
  }

  @Test
  void whether_blocking_is_on_is_said_in_one_of_two_words() {
    Environment environment = new Environment(Map.of("A", "on", "B", "dry-run", "C", "yes"));

    assertThat(environment.blockingMode("A")).isEqualTo(BlockingMode.ON);
    assertThat(environment.blockingMode("B")).isEqualTo(BlockingMode.DRY_RUN);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> environment.blockingMode("C"))
        .withMessageContaining("C");
  }
}
