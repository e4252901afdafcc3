package dev.rampart.local.logs.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class LogGroupTest {
  private Instant now = Instant.parse("2026-11-28T12:00:00.123456Z");

  private LogGroup group(Optional<Duration> retention) {
    return new LogGroup(new LogGroupSettings("/a", retention), () -> now);
  }

  private static List<String> messages(LogGroup group) {
    return group.events().stream().map(LogEvent::message).toList();
  }

  @Test
  void lines_keep_their_order_and_have_ids_of_their_own() {
    LogGroup group = group(Optional.empty());
    group.append("s", "one");
    group.append("s", "two");

    assertThat(messages(group)).containsExactly("one", "two");
    assertThat(group.events().getFirst().at()).isEqualTo("2026-11-28T12:00:00.123Z");
    assertThat(group.events().stream().map(LogEvent::id).distinct().toList())
        .hasSize(2)
        .allMatch(id -> id.matches("\\d{56}"))
        .isSorted();
  }

  @Test
  void lines_older_than_the_retention_are_gone() {
    LogGroup group = group(Optional.of(Duration.ofDays(1)));
    group.append("s", "old");
    now = now.plus(Duration.ofHours(13));
    group.append("s", "new");
    now = now.plus(Duration.ofHours(12));

    assertThat(messages(group)).containsExactly("new");
  }

  @Test
  void the_oldest_lines_make_room_for_the_newest() {
    LogGroup group = group(Optional.empty());
    String line = "x".repeat(500_000);
    for (int i = 0; i < 10; i++) {
      group.append("s", i + line);
    }

    assertThat(messages(group)).hasSize(4).last().isEqualTo(9 + line);
  }

  @Test
  void a_line_that_fills_the_room_alone_is_kept() {
    LogGroup group = group(Optional.empty());
    group.append("s", "first");
    group.append("s", "x".repeat(3 * 1024 * 1024));

    assertThat(group.events()).hasSize(1);
  }

  @Test
  void whoever_listens_hears_every_line_from_then_on() {
    LogGroup group = group(Optional.empty());
    List<String> heard = new ArrayList<>();
    group.append("s", "before");
    group.listen(event -> heard.add(event.message()));
    group.append("s", "after");

    assertThat(heard).containsExactly("after");
  }

  @Test
  void a_group_is_found_by_name_and_its_name_by_arn() {
    String arn = "arn:aws:logs:eu-west-1:000000000000:log-group:/rampart/dev/api";
    LogGroups groups =
        new LogGroups(
            List.of(new LogGroupSettings("/rampart/dev/api", Optional.empty())), () -> now);
    groups.append("/rampart/dev/api", "line");

    assertThat(LogGroups.name(arn + ":*")).isEqualTo("/rampart/dev/api");
    assertThat(LogGroups.name(arn)).isEqualTo("/rampart/dev/api");
    assertThat(LogGroups.name("/rampart/dev/api")).isEqualTo("/rampart/dev/api");
    assertThat(messages(groups.find("/rampart/dev/api").orElseThrow())).containsExactly("line");
    assertThatThrownBy(() -> groups.append("/other", "line")).hasMessageContaining("/other");
  }
}
