package dev.rampart.domain.submission;

import static dev.rampart.domain.submission.Examples.content;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.rampart.domain.common.TokenSubject;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TypesTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a#b", "OWNER#x", "a b", "a/b", "\u0000", "é", "a\nb"})
  void what_could_leave_its_key_is_no_owner(String sub) {
    assertThat(TokenSubject.isValid(sub)).isFalse();
    assertThatIllegalArgumentException().isThrownBy(() -> new Owner(sub));
    assertThatIllegalArgumentException().isThrownBy(() -> new Reviewer(sub));
  }

  @Test
  void an_owner_has_at_most_128_characters() {
    assertThat(TokenSubject.isValid("a".repeat(128))).isTrue();
    assertThat(TokenSubject.isValid("a".repeat(129))).isFalse();
  }

  @Test
  void what_is_private_does_not_show_itself() {
    assertThat(Examples.ANN.toString()).doesNotContain(Examples.ANN.sub());
    assertThat(Examples.RITA.toString()).doesNotContain(Examples.RITA.sub());
    assertThat(Examples.SECRET.toString()).isEqualTo("***");
    assertThat(content("Roof").toString()).doesNotContain("Roof").doesNotContain("ann@");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0196e6a0-0000-8000-8000-00000000000",
        "0196E6A0-0000-8000-8000-000000000000",
        "0196e6a0-0000-4000-8000-000000000000",
        "0196e6a0-0000-8000-c000-000000000000",
        "0196e6a0000008000-8000-000000000000-",
        "../../../../etc/passwd/aaaaaaaaaaaaa"
      })
  void what_is_no_uuid_of_version_8_is_no_id(String text) {
    assertThat(SubmissionId.parse(text)).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new SubmissionId(text));
  }

  @Test
  void an_id_reads_back() {
    String text = "0196e6a0-0000-8000-8000-000000000000";
    assertThat(SubmissionId.parse(text).orElseThrow()).hasToString(text);
  }

  @Test
  void a_version_starts_at_1_and_counts_up() {
    assertThat(Version.FIRST.next()).isEqualTo(new Version(2));
    assertThatIllegalArgumentException().isThrownBy(() -> new Version(0));
  }

  @Test
  void content_beyond_its_limits_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> content(""));
    assertThatIllegalArgumentException().isThrownBy(() -> content("a\nb"));
    assertThatIllegalArgumentException().isThrownBy(() -> content("x".repeat(201)));
    assertThat(content("x".repeat(200)).title()).hasSize(200);
    assertThatIllegalArgumentException().isThrownBy(() -> with(List.of("a", "a"), Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> with(List.of("-a"), Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> with(List.of("A"), Map.of()));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> with(IntStream.range(0, 11).mapToObj(Integer::toString).toList(), Map.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> with(List.of(), Map.of("1a", "x")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(List.of(), Map.of("a", "x".repeat(1_001))));
    assertThat(with(List.of("a-1"), Map.of("a.b_c-1", "")).tags()).containsExactly("a-1");
  }

  private static Content with(List<String> tags, Map<String, String> details) {
    Content any = content("any");
    return new Content(
        any.title(), any.description(), any.category(), any.contactEmail(), tags, details);
  }

  @Test
  void codes_lead_back_to_their_constants() {
    assertThat(Category.values()).allMatch(c -> Category.of(c.wireName()).orElseThrow() == c);
    assertThat(Status.values()).allMatch(s -> Status.of(s.wireName()).orElseThrow() == s);
    assertThat(Category.of("GENERAL")).isEmpty();
    assertThat(Status.of("")).isEmpty();
  }
}
