package dev.rampart.local.identity.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

final class BoundedMapTest {
  private final Map<String, Integer> map = new BoundedMap<>(2);

  @Test
  void a_third_entry_takes_the_place_of_the_one_not_used_for_the_longest_time() {
    map.put("a", 1);
    map.put("b", 2);
    assertThat(map.get("a")).isEqualTo(1);
    map.put("c", 3);
    assertThat(map).containsOnlyKeys("a", "c");
  }

  @Test
  void every_way_of_adding_is_limited() {
    map.merge("a", 1, Integer::sum);
    map.putIfAbsent("b", 2);
    map.computeIfAbsent("c", _ -> 3);
    map.putAll(Map.of("d", 4, "e", 5, "f", 6));
    assertThat(map).hasSize(2);
  }

  @Test
  void another_value_of_a_known_key_needs_no_place() {
    map.put("a", 1);
    map.put("b", 2);
    map.put("b", 3);
    assertThat(map).containsEntry("a", 1).containsEntry("b", 3);
  }
}
