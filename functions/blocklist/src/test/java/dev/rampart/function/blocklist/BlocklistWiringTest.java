package dev.rampart.function.blocklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rampart.adapter.lambda.Environment;
import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockingMode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BlocklistWiringTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "DETECTION_TABLE", "detection",
          "EVENT_BUS", "rampart-dev",
          "BLOCKED_IPV4", "rampart-dev-blocked-v4|4d6f6e64|REGIONAL",
          "BLOCKED_IPV6", "rampart-dev-blocked-v6|4d6f6e65|REGIONAL",
          "BLOCKING_MODE", "dry-run",
          "NEVER_BLOCK", "198.51.100.4, 203.0.113.0/24",
          "POWERTOOLS_METRICS_NAMESPACE", "Rampart",
          "POWERTOOLS_SERVICE_NAME", "blocklist");

  @Test
  void the_function_starts_with_its_variables_alone() {
    assertThat(new BlocklistHandler(ENVIRONMENT)).isNotNull();
    BlocklistSettings settings = settings("BLOCKING_MODE", "on");
    assertThat(settings.mode()).isEqualTo(BlockingMode.ON);
    assertThat(settings.blockedIpv4().id()).isEqualTo("4d6f6e64");
    assertThat(settings.neverBlock())
        .extracting(SourceRange::text)
        .containsExactlyInAnyOrder("198.51.100.4/32", "203.0.113.0/24");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DETECTION_TABLE",
        "EVENT_BUS",
        "BLOCKED_IPV4",
        "BLOCKED_IPV6",
        "BLOCKING_MODE",
        "POWERTOOLS_METRICS_NAMESPACE",
        "POWERTOOLS_SERVICE_NAME"
      })
  void a_missing_variable_is_named(String name) {
    HashMap<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.remove(name);
    assertThatThrownBy(() -> new BlocklistHandler(environment)).hasMessageContaining(name);
  }

  @ParameterizedTest
  @CsvSource({
    "BLOCKED_IPV4,rampart-dev-blocked-v4",
    "BLOCKED_IPV6,|x|REGIONAL",
    "BLOCKING_MODE,yes",
    "NEVER_BLOCK,my office",
  })
  void a_variable_that_cannot_be_read_is_named(String name, String value) {
    assertThatThrownBy(() -> settings(name, value)).hasMessageContaining(name);
  }

  private static BlocklistSettings settings(String name, String value) {
    HashMap<String, String> environment = new HashMap<>(ENVIRONMENT);
    environment.put(name, value);
    return BlocklistSettings.from(new Environment(environment));
  }
}
