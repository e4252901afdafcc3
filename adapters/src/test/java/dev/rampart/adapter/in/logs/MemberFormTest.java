package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MemberFormTest {
  @ParameterizedTest
  @CsvSource({
    "NUMBER, 1796004346792, -1",
    "WORD, RATE_BASED, RATE-BASED",
    "NAME, AWSManagedRulesSQLi-1, a/b",
    "ID, r:2=_+/.-, a b",
    "UUID, 8edad271-5cdb-4a53-9b40-6389be3ccd26, 8EDAD271-5cdb-4a53-9b40-6389be3ccd26",
    "CLIENT, 2gxtmwdsszqy2swp5m8a7v2u9j, Client",
    "ROUTE, '/v1/blocks/{source}', v1/blocks",
    "LOG_GROUP, /aws/vendedlogs/rampart/dev/sign-in, a b",
    "METHOD, DELETE, BREW",
    "ADDRESS, 2001:db8::1, 203.0.113.256",
    "POINTER, /tags/…, /tags/<x>",
    "PROBLEM, urn:rampart:problem:not-found, urn rampart",
    "TIME, 2026-11-22T10:15:30.123Z, 2026-11-22Z10:15:30Z",
  })
  void a_value_has_its_form_or_not(MemberForm form, String good, String bad) {
    assertThat(form.holds(good)).isTrue();
    assertThat(form.holds(bad)).isFalse();
    assertThat(form.holds("")).isFalse();
    assertThat(form.holds(good.repeat(513))).isFalse();
  }

  @Test
  void a_form_has_no_character_outside_it() {
    assertThat(MemberForm.NAME.holds("a.b")).isFalse();
    assertThat(MemberForm.NUMBER.holds("\u0661")).as("a digit of another script").isFalse();
    assertThat(MemberForm.METHOD.holds("GET\n")).isFalse();
  }

  /** Each form as the regular expression that it stands for. */
  private static final Map<MemberForm, String> EXPRESSIONS =
      Map.ofEntries(
          Map.entry(MemberForm.NUMBER, "[0-9]{1,15}"),
          Map.entry(MemberForm.WORD, "[A-Za-z_]{1,64}"),
          Map.entry(MemberForm.NAME, "[0-9A-Za-z_-]{1,128}"),
          Map.entry(MemberForm.ID, "[0-9A-Za-z_=+/:.-]{1,128}"),
          Map.entry(MemberForm.UUID, "[0-9a-f-]{36}"),
          Map.entry(MemberForm.CLIENT, "[0-9a-z]{1,128}"),
          Map.entry(MemberForm.ROUTE, "/[0-9A-Za-z_/{}+.-]{0,255}"),
          Map.entry(MemberForm.LOG_GROUP, "[0-9A-Za-z_/#.-]{1,512}"),
          Map.entry(MemberForm.METHOD, "GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE|CONNECT"),
          Map.entry(MemberForm.POINTER, "[0-9A-Za-z_/.…-]{1,128}"),
          Map.entry(MemberForm.PROBLEM, "[0-9A-Za-z:/.#-]{1,128}"),
          Map.entry(MemberForm.TIME, "[0-9T:.-]{10,39}Z"));

  @Test
  void every_form_but_that_of_addresses_is_a_regular_expression() {
    assertThat(EXPRESSIONS.keySet())
        .isEqualTo(EnumSet.complementOf(EnumSet.of(MemberForm.ADDRESS)));
  }

  @Property(tries = 2_000)
  void a_form_holds_what_its_regular_expression_matches(@ForAll("texts") String text) {
    EXPRESSIONS.forEach(
        (form, expression) ->
            assertThat(form.holds(text))
                .as("%s: %s", form, text)
                .isEqualTo(Pattern.matches(expression, text)));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Character> any = Arbitraries.chars().range(' ', '~').with('…', '\u00e9');
    Arbitrary<String> few = any.list().ofMaxSize(3).map(MemberFormTest::text);
    // At the longest and the shortest of each form, and beside them.
    Arbitrary<String> uniform =
        Combinators.combine(
                Arbitraries.of('0', 'a', 'f', '/', '-', 'T'),
                Arbitraries.of(
                    10, 11, 15, 16, 35, 36, 37, 39, 40, 41, 64, 65, 128, 129, 255, 256, 257, 512,
                    513))
            .as((letter, length) -> String.valueOf(letter).repeat(length - 1));
    return Combinators.combine(Arbitraries.oneOf(few, uniform), Arbitraries.of("", "/", "0", "Z"))
        .as((text, last) -> text + last);
  }

  private static String text(List<Character> characters) {
    StringBuilder text = new StringBuilder();
    characters.forEach(text::append);
    return text.toString();
  }
}
