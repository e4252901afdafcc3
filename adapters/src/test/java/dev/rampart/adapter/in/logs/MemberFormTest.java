package dev.rampart.adapter.in.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
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

  @Property
  void forms_are_the_character_classes_that_they_are_written_as(@ForAll("texts") String text) {
    assertThat(MemberForm.ID.holds(text))
        .isEqualTo(Pattern.matches("[0-9A-Za-z_=+/:.-]{1,128}", text));
    assertThat(MemberForm.ROUTE.holds(text))
        .isEqualTo(Pattern.matches("/[0-9A-Za-z_/{}+.-]{0,255}", text));
    assertThat(MemberForm.POINTER.holds(text))
        .isEqualTo(Pattern.matches("[0-9A-Za-z_/.…-]{1,128}", text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withCharRange(' ', '~').withChars("/…\u00e9").ofMaxLength(4);
  }
}
