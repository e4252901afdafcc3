package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Lists, page by page. */
final class ListScenarioTest {
  private static final Running RUN = Running.shared();

  private static String cursor(Caller caller) {
    for (int i = 0; i < 3; i++) {
      assertThat(caller.submitted()).isNotEmpty();
    }
    Reply page = caller.get(ALL + "?limit=2");
    assertThat(page.json().path("items")).hasSize(2);
    return page.json().path("nextCursor").asText();
  }

  @Test
  void b21_b60_a_cursor_is_good_for_its_user_and_list_alone() {
    String cursor = cursor(RUN.ann);

    assertThat(RUN.ann.get(ALL + "?limit=2&cursor=" + cursor).status()).isEqualTo(200);
    assertThat(RUN.bob.get(ALL + "?cursor=" + cursor).problem()).isEqualTo("invalid-cursor");
    assertThat(RUN.ann.get(ALL + "?status=received&cursor=" + cursor).problem())
        .isEqualTo("invalid-cursor");
    assertThat(RUN.rita.get("/v1/review-queue?cursor=" + cursor).problem())
        .isEqualTo("invalid-cursor");
  }

  @Test
  void b60_a_cursor_with_any_character_changed_is_refused() {
    String cursor = cursor(RUN.ann);
    for (int i = 0; i < cursor.length(); i++) {
      char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
      String changed = cursor.substring(0, i) + other + cursor.substring(i + 1);
      assertThat(RUN.ann.get(ALL + "?cursor=" + changed).status()).as(changed).isEqualTo(400);
    }
  }

  @Test
  void b62_a_walk_loses_and_repeats_nothing_while_others_write() throws Exception {
    Set<String> present = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      present.add(RUN.bob.submitted());
    }
    try (ExecutorService writer = Executors.newSingleThreadExecutor()) {
      Future<?> writing =
          writer.submit(
              () -> {
                for (int i = 0; i < 15; i++) {
                  assertThat(RUN.bob.delete(RUN.bob.submitted(), "*").status()).isEqualTo(204);
                }
              });
      for (Integer limit : List.of(1, 7, 100)) {
        List<String> seen = walk(limit);
        assertThat(seen).doesNotHaveDuplicates().containsAll(present);
      }
      writing.get();
    }
  }

  private static List<String> walk(int limit) {
    List<String> seen = new ArrayList<>();
    String next = "";
    do {
      JsonNode page = RUN.bob.get(ALL + "?limit=" + limit + next).json();
      assertThat(page.path("items").size()).isLessThanOrEqualTo(limit);
      page.path("items").forEach(item -> seen.add(item.at("/submission/id").asText()));
      next = page.has("nextCursor") ? "&cursor=" + page.path("nextCursor").asText() : "";
    } while (!next.isEmpty());
    return seen;
  }
}
