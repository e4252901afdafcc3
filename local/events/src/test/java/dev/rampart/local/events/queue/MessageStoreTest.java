package dev.rampart.local.events.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MessageStoreTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final MessageStore store = new MessageStore();

  @Test
  void the_oldest_that_are_due_come_first() {
    store.put(Message.sent("late", "x", at(2)));
    store.put(Message.sent("early", "x", at(1)));
    store.put(Message.sent("same", "x", at(1)));
    store.put(Message.sent("delayed", "x", at(0)).visibleAt(at(9)));

    assertThat(store.visible(at(8)))
        .extracting(Message::id)
        .containsExactly("early", "same", "late");
    assertThat(store.visible(at(9))).extracting(Message::id).startsWith("delayed");
  }

  @Test
  void a_message_that_has_changed_since_is_not_removed() {
    Message before = Message.sent("m", "x", at(0));
    Message after = before.visibleAt(at(5));
    store.put(before);
    store.put(after);

    assertThat(store.remove(before)).isFalse();
    assertThat(store.get("m")).contains(after);
    assertThat(store.remove(after)).isTrue();
    assertThat(store.remove(after)).isFalse();
    assertThat(store.all()).isEmpty();
  }

  /** Against a list that is searched from end to end each time. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void it_says_what_a_plain_list_would(long seed) {
    Random random = new Random(seed);
    List<Message> model = new ArrayList<>();
    for (int step = 0; step < 2_000; step++) {
      Instant now = at(step / 10);
      String id = "m" + random.nextInt(40);
      Message known = model.stream().filter(m -> m.id().equals(id)).findFirst().orElse(null);
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          if (known == null) {
            Message sent = Message.sent(id, "x", now).visibleAt(at(step / 10 + random.nextInt(4)));
            model.add(sent);
            store.put(sent);
          }
        }
        case 2 -> {
          if (known != null) {
            Message changed = known.visibleAt(at(step / 10 + random.nextInt(20)));
            model.set(model.indexOf(known), changed);
            store.put(changed);
          }
        }
        case 3 -> {
          if (known != null) {
            model.remove(known);
            assertThat(store.remove(known)).isTrue();
          }
        }
        default -> {
          Instant oldest = at(step / 10 - 30);
          List<Message> older = model.stream().filter(m -> m.sentAt().isBefore(oldest)).toList();
          model.removeAll(older);
          assertThat(store.removeOlder(oldest)).containsExactlyInAnyOrderElementsOf(older);
        }
      }
      assertThat(store.all()).containsExactlyInAnyOrderElementsOf(model);
      List<Message> visible = new ArrayList<>();
      store.visible(now).forEach(visible::add);
      assertThat(visible)
          .containsExactlyInAnyOrderElementsOf(
              model.stream().filter(m -> !m.visibleAt().isAfter(now)).toList())
          .isSortedAccordingTo(Comparator.comparing(Message::sentAt));
    }
  }

  private static Instant at(int seconds) {
    return START.plusSeconds(seconds);
  }
}
