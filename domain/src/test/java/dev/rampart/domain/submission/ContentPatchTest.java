package dev.rampart.domain.submission;

import static dev.rampart.domain.submission.Examples.content;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.common.EmailAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ContentPatchTest {
  @Test
  void a_patch_without_members_changes_nothing() {
    assertThat(patch(ContentPatch.Details.UNCHANGED).applyTo(content("Roof")))
        .contains(content("Roof"));
  }

  @Test
  void members_replace_those_of_the_content() {
    Content changed =
        new ContentPatch(
                Optional.of("Wall"),
                Optional.of("It is wet."),
                Optional.of(Category.OTHER),
                Optional.of(new EmailAddress("bob@example.com")),
                Optional.of(List.of()),
                ContentPatch.Details.CLEARED)
            .applyTo(content("Roof"))
            .orElseThrow();

    assertThat(changed)
        .isEqualTo(
            new Content(
                "Wall",
                "It is wet.",
                Category.OTHER,
                new EmailAddress("bob@example.com"),
                List.of(),
                Map.of()));
  }

  @Test
  void a_detail_is_added_replaced_or_removed_and_the_others_stay_in_order() {
    Map<String, Optional<String>> changes = new LinkedHashMap<>();
    changes.put("Floor", Optional.of("2"));
    changes.put("Room", Optional.empty());
    changes.put("Nothing", Optional.empty());
    changes.put("Door", Optional.of("left"));

    assertThat(details(new ContentPatch.Details(false, changes)))
        .containsExactly(Map.entry("Floor", "2"), Map.entry("Door", "left"));
  }

  @Test
  void what_is_cleared_can_be_given_anew() {
    assertThat(details(new ContentPatch.Details(true, Map.of("Room", Optional.of("5")))))
        .containsExactly(Map.entry("Room", "5"));
  }

  private static Map<String, String> details(ContentPatch.Details details) {
    return patch(details).applyTo(content("Roof")).orElseThrow().details();
  }

  private static ContentPatch patch(ContentPatch.Details details) {
    return new ContentPatch(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        details);
  }
}
