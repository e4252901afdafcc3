package dev.rampart.domain.detection.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class RecentlyUsedTest {
  private static final int SIZE = 8;

  @Test
  void a_key_keeps_its_value_and_others_have_their_own() {
    RecentlyUsed<Integer> map = numbered();
    int value = map.get("a");
    assertThat(map.get("a")).isEqualTo(value);
    assertThat(map.get("b")).isNotEqualTo(value);
  }

  @Test
  void what_was_not_used_for_long_is_forgotten_and_begins_again() {
    RecentlyUsed<Integer> map = numbered();
    int value = map.get("a");
    for (int i = 0; i < 2 * SIZE; i++) {
      assertThat(map.get("other" + i)).isNotNull();
    }
    assertThat(map.get("a")).isNotEqualTo(value);
  }

  @Test
  void a_flood_of_keys_takes_no_more_room_than_two_generations() {
    RecentlyUsed<Integer> map = numbered();
    for (int i = 0; i < 100_000; i++) {
      assertThat(map.get("k" + i)).isEqualTo(i);
      assertThat(map.size()).isLessThanOrEqualTo(2 * SIZE);
    }
  }

  @Property(tries = 200)
  void the_keys_used_last_are_always_there(@ForAll Random random) {
    RecentlyUsed<Integer> map = numbered();
    Map<String, Integer> known = new HashMap<>();
    Deque<String> lastUsed = new ArrayDeque<>();
    for (int i = 0; i < 300; i++) {
      String key = "k" + random.nextInt(3 * SIZE);
      int value = map.get(key);
      if (lastUsed.contains(key)) {
        assertThat(value).isEqualTo(known.get(key));
      }
      known.put(key, value);
      var _ = lastUsed.remove(key);
      lastUsed.addLast(key);
      if (lastUsed.size() > SIZE) {
        lastUsed.removeFirst();
      }
    }
  }

  private static RecentlyUsed<Integer> numbered() {
    return new RecentlyUsed<>(SIZE, new AtomicInteger()::getAndIncrement);
  }
}
